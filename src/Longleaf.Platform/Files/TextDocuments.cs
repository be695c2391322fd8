using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Longleaf.Documents;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Storage;
using Longleaf.Reading;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Longleaf.Platform.Files;

/// <summary>
/// Reads texts as it reads files, in the isolated reader; what comes out is kept for a while, as the next turn of a conversation
/// brings the same text again.
/// </summary>
internal sealed class TextDocuments(IDocumentReader reader, DataFolder folder, IOptions<PlatformOptions> options) : ITextDocuments, IDisposable
{
    // Bytes of text; an index and its text take about twice that.
    private const long CachedBytes = 64L << 20;

    // Texts of one request that are read by the isolated reader (43 ms each where a process has to start, measured); what is more is
    // taken as plain paragraphs, so that thousands of system messages do not keep the machine busy for minutes.
    private const int MaxReadApart = 100;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);
    private readonly BoundedTurns _turns = new(options.Value.ParseConcurrency, options.Value.MaxWaitingTexts);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CachedBytes });

    public async Task<OpenDocument?> OpenAsync(Principal principal, int number, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(text);
        var utf8 = Encoding.UTF8.GetBytes(text);
        var key = (principal.AccountId, number, Hash: Convert.ToHexString(SHA256.HashData(utf8)));
        if (!_cache.TryGetValue(key, out ReadableDocument? document))
        {
            if (number <= MaxReadApart)
            {
                using var turn = await _turns.TryTakeAsync(cancellationToken);
                if (turn is null)
                {
                    return null;
                }

                document = await ReadAsync(principal.AccountId, number, utf8, cancellationToken);
            }

            document ??= FromParagraphs(number, text);
            _cache.Set(key, document, new MemoryCacheEntryOptions { Size = utf8.Length, SlidingExpiration = KeptFor });
        }

        // Held in memory alone: the garbage collector lets go of it.
        return new OpenDocument(document!, () => { });
    }

    public void Dispose()
    {
        _cache.Dispose();
        _turns.Dispose();
    }

    // What no reader is needed for: paragraphs between blank lines.
    private static ReadableDocument FromParagraphs(int number, string text) => ReadableDocument.FromBlocks(
        Id(number),
        Name(number),
        new DocumentInfo { Format = DocumentFormat.PlainText },
        text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => new Block { Kind = BlockKind.Paragraph, Text = paragraph }));

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"message-{number}");

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Document {number}");

    // Null if the reader takes it for something else (text may begin like a PDF or a zip) or finds it nested too deep.
    private async Task<ReadableDocument?> ReadAsync(Guid accountId, int number, byte[] utf8, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Staging);
        var path = Path.Combine(folder.Staging, $"text-{Guid.NewGuid():N}");
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
            {
                await file.WriteAsync(utf8, cancellationToken);
            }

            var (document, failure) = await ReadableDocument.FromEventsAsync(
                Id(number), Name(number), reader.ReadAsync(path, "text.md", accountId.ToString("N"), cancellationToken));
            return failure?.Code == DocumentFailureCode.Blank
                ? ReadableDocument.FromBlocks(Id(number), Name(number), new DocumentInfo { Format = DocumentFormat.Markdown }, [])
                : document;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
