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
/// Reads texts and files of a request as it reads uploads, in the isolated reader; what comes out is kept for a while, as the next turn of a conversation
/// brings the same text again.
/// </summary>
internal sealed class RequestDocuments(IDocumentReader reader, DataFolder folder, IOptions<PlatformOptions> options) : IRequestDocuments, IDisposable
{
    // Bytes of text; an index and its text take about twice that.
    private const long CachedBytes = 64L << 20;

    // Texts of one request that are read by the isolated reader (43 ms each where a process has to start, measured); what is more is
    // taken as plain paragraphs, so that thousands of system messages do not keep the machine busy for minutes.
    private const int MaxReadApart = 100;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);
    private readonly BoundedTurns _turns = new(options.Value.ParseConcurrency, options.Value.MaxWaitingTexts);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CachedBytes });

    public async Task<OpenDocument?> OpenTextAsync(Principal principal, int number, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(text);
        var utf8 = Encoding.UTF8.GetBytes(text);
        var key = new Key(principal.AccountId, Id(number), Name(number), Convert.ToHexString(SHA256.HashData(utf8)));
        if (!_cache.TryGetValue(key, out ReadableDocument? document))
        {
            if (number <= MaxReadApart)
            {
                using var turn = await _turns.TryTakeAsync(cancellationToken);
                if (turn is null)
                {
                    return null;
                }

                document = await ReadTextAsync(principal.AccountId, number, utf8, cancellationToken);
            }

            Keep(key, document ??= FromParagraphs(number, text));
        }

        return Open(document!);
    }

    public async Task<RequestFileOutcome> OpenFileAsync(
        Principal principal, int number, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var id = string.Create(CultureInfo.InvariantCulture, $"inline-{number}");
        var key = new Key(principal.AccountId, id, name, Convert.ToHexString(SHA256.HashData(content.Span)));
        if (_cache.TryGetValue(key, out ReadableDocument? kept))
        {
            return new RequestFileOutcome.Opened(Open(kept!));
        }

        using var turn = await _turns.TryTakeAsync(cancellationToken);
        if (turn is null)
        {
            return new RequestFileOutcome.Busy();
        }

        var (document, failure) = await ReadAsync(principal.AccountId, id, name, name, content, cancellationToken);
        if (document is null)
        {
            return new RequestFileOutcome.Unreadable(failure!);
        }

        Keep(key, document);
        return new RequestFileOutcome.Opened(Open(document));
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

    // Held in memory alone: the garbage collector lets go of it.
    private static OpenDocument Open(ReadableDocument document) => new(document, () => { });

    private void Keep(Key key, ReadableDocument document) => _cache.Set(
        key, document, new MemoryCacheEntryOptions { Size = Math.Max(1, document.Text.Bytes), SlidingExpiration = KeptFor });

    // Null if the reader takes it for something else (text may begin like a PDF or a zip) or finds it nested too deep.
    private async Task<ReadableDocument?> ReadTextAsync(Guid accountId, int number, byte[] utf8, CancellationToken cancellationToken)
    {
        var (document, failure) = await ReadAsync(accountId, Id(number), Name(number), "text.md", utf8, cancellationToken);
        return failure?.Code == DocumentFailureCode.Blank
            ? ReadableDocument.FromBlocks(Id(number), Name(number), new DocumentInfo { Format = DocumentFormat.Markdown }, [])
            : document;
    }

    private async Task<(ReadableDocument? Document, DocumentFailure? Failure)> ReadAsync(
        Guid accountId, string id, string name, string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Staging);
        var path = Path.Combine(folder.Staging, $"request-{Guid.NewGuid():N}");
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
            {
                await file.WriteAsync(content, cancellationToken);
            }

            return await ReadableDocument.FromEventsAsync(
                id, name, reader.ReadAsync(path, fileName, accountId.ToString("N"), cancellationToken));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed record Key(Guid AccountId, string Id, string Name, string Hash);
}
