using System.Text.Json;
using Longleaf.Documents;
using Longleaf.Platform.Files;
using Longleaf.Reading;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Compatible.Files;

/// <summary>What a document says of itself, and its blocks with their places, as a list: <c>/content?format=json</c>. Owns the document.</summary>
internal sealed class BlocksResult(OpenDocument open) : IResult
{
    // Written out when so much has gathered: a document may have a million blocks.
    private const int FlushBytes = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var document = open;
        httpContext.Response.ContentType = "application/json";
        var writer = new Utf8JsonWriter(httpContext.Response.BodyWriter, BlockJson.Writer);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            writer.WriteString("object", "list");
            WriteInfo(writer, document.Document.Info);
            writer.WriteStartArray("data");
            for (var block = 0; block < document.Document.Blocks.Count; block++)
            {
                BlockJson.Write(writer, Read(document.Document, block));
                if (httpContext.Response.BodyWriter.UnflushedBytes + writer.BytesPending > FlushBytes)
                {
                    writer.Flush();
                    await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    // What the file says of itself, as far as it says it.
    private static void WriteInfo(Utf8JsonWriter writer, DocumentInfo info)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("title", info.Title), ("author", info.Author), ("language", info.Language)])
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }
    }

    private static Block Read(ReadableDocument document, int number)
    {
        var entry = document.Blocks[number];
        return new Block
        {
            Kind = entry.Kind,
            Text = document.Text.Read(entry.Location.ByteStart, entry.Location.ByteLength),
            Level = entry.Level,
            Join = entry.Join,
            Location = entry.Location,
        };
    }
}
