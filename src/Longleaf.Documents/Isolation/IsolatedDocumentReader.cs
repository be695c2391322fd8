using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Isolation.Recognition;
using Longleaf.Documents.Isolation.Wire;
using Microsoft.Extensions.Logging;

namespace Longleaf.Documents.Isolation;

/// <summary>
/// Reads every document in a process of its own, <c>longleaf-reader</c>, in a cage (<see cref="CageReport"/>). A document that makes its
/// reader hang, take memory without end or die costs itself a <see cref="ReaderEvent.Failed"/>, and nothing else.
/// </summary>
public sealed partial class IsolatedDocumentReader : IDocumentReader, IAsyncDisposable
{
    // Charsets of one byte grow to at most two UTF-16 units with what Markdown adds.
    private const int TextPerByte = 2;

    // A workbook of a million rows holds more text than other documents may, and is seldom packed to less than a quarter of it.
    private const int TextPerPackedByte = 4;

    private readonly IsolationOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ProcessLauncher _launcher = new();
    private readonly SemaphoreSlim _starting = new(1, 1);
    private ScratchFolders? _folders;
    private ReaderPool? _pool;
    private PageTextTool? _pageText;
    private RecognitionTool? _recognition;
    private CageReport? _report;

    /// <summary>Makes a reader; processes start with <see cref="StartAsync"/> or the first document.</summary>
    /// <param name="options">The settings; not to be changed any more.</param>
    /// <param name="time">The clock of the time limits.</param>
    /// <param name="logger">Takes what operators should know; never a document's content or name.</param>
    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    public IsolatedDocumentReader(IsolationOptions options, TimeProvider time, ILogger<IsolatedDocumentReader> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (_options, _time, _logger) = (options, time, logger);
    }

    /// <summary>What stands for the tools found on the machine, where tests need them to fail.</summary>
    internal RecognitionPrograms? Recognition { get; init; }

    /// <inheritdoc/>
    public string Version => DocumentParser.Version;

    /// <summary>Finds out what cage this machine allows, logs what is missing, and starts the first readers. Later calls do nothing.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>What is in force.</returns>
    /// <exception cref="IOException">No reader can be started: its files are not there, or the machine does not allow it.</exception>
    public async Task<CageReport> StartAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_report is not null)
            {
                return _report;
            }

            if (!File.Exists(_options.ReaderPath))
            {
                throw new FileNotFoundException("The reader executable is not there: set Isolation:ReaderPath, or build again.", _options.ReaderPath);
            }

            _folders ??= new ScratchFolders(_options.ScratchDirectory);
            var (cage, missing, tool, recognition) = await CageProbe.RunAsync(_options, _launcher, _folders.Create(), _time, cancellationToken);
            recognition = Recognition ?? recognition;
            var pool = new ReaderPool(_options, cage, _folders, _launcher, _time);
            bool hasFilter;
            await using (var first = await pool.RentAsync())
            {
                hasFilter = first.HasSystemCallFilter;
            }

            if (!hasFilter)
            {
                missing.Add("Reader processes may make any system call, as seccomp filters cannot be set here: run on a kernel with CONFIG_SECCOMP_FILTER.");
            }

            if (missing.Count > 0)
            {
                Log.CageIncomplete(_logger, string.Join(' ', missing));
            }

            _pageText = tool is null ? null : new PageTextTool(tool, cage, _launcher, _options, _time);
            _recognition = recognition is null ? null : new RecognitionTool(recognition, cage, _launcher, _folders, _options, _time);
            _pool = pool;
            return _report = new CageReport
            {
                Namespaces = cage.HasNamespaces,
                ResourceLimits = cage.HasResourceLimits,
                SystemCallFilter = hasFilter,
                PageTextTool = tool is not null,
                OcrLanguages = recognition?.Languages,
                Missing = missing,
            };
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReaderEvent> ReadAsync(string path, string fileName, CancellationToken cancellationToken) =>
        ReadAsync(path, fileName, null, cancellationToken);

    /// <summary>Reads one document as <see cref="ReadAsync(string, string, CancellationToken)"/> does, and measures what it takes.</summary>
    /// <param name="path">The file with the document's bytes.</param>
    /// <param name="fileName">The name its owner gave it.</param>
    /// <param name="memory">Learns the reader's peak; complete with the last event.</param>
    /// <param name="cancellationToken">Stops the reading, and ends the process that does it.</param>
    /// <returns>Events.</returns>
    /// <exception cref="IOException">The machine failed: the file is not there, no process can be started.</exception>
    public async IAsyncEnumerable<ReaderEvent> ReadAsync(
        string path, string fileName, ReaderMemory? memory, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        await StartAsync(cancellationToken);
        var (bytes, isPdf, textPerByte) = await LookAtAsync(path, fileName, cancellationToken);
        var limits = SessionLimits.For(_options, bytes, textPerByte);

        var failure = default(ReaderEvent.Failed);
        await using (var session = await OpenAsync(path, fileName, limits, memory, pageTextOnly: false, cancellationToken))
        {
            while (failure is null)
            {
                var next = await session.NextAsync(cancellationToken);
                if (next is ReaderEvent.Failed failed)
                {
                    if (session.Exit is var (exitCode, errors))
                    {
                        Log.Died(_logger, failed.Failure.Code, exitCode);
                        Log.LastWords(_logger, errors);
                    }

                    failure = failed;
                    if (!isPdf || session.Blocks > 0 || !IsOurs(failed.Failure.Code))
                    {
                        yield return failed;
                        yield break;
                    }
                }
                else
                {
                    yield return next;
                    if (next is ReaderEvent.Completed)
                    {
                        yield break;
                    }
                }
            }
        }

        await foreach (var next in ReadPageTextAsync(path, fileName, limits, memory, failure, cancellationToken))
        {
            yield return next;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_pool is not null)
        {
            await _pool.DisposeAsync();
        }

        _recognition?.Dispose();
        _launcher.Dispose();
        _folders?.Dispose();
        _starting.Dispose();
    }

    // Failures that may be our reader's own, so that another tool is worth a try.
    private static bool IsOurs(DocumentFailureCode code) =>
        code is DocumentFailureCode.Malformed or DocumentFailureCode.ReaderDied or DocumentFailureCode.TimedOut;

    // A PDF that our own reader cannot read: pdftotext makes text of it, and another reader makes blocks of that.
    private async IAsyncEnumerable<ReaderEvent> ReadPageTextAsync(
        string path, string fileName, SessionLimits limits, ReaderMemory? memory, ReaderEvent.Failed failure,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var session = await OpenAsync(path, fileName, limits, memory, pageTextOnly: true, cancellationToken);
        await using (session)
        {
            ReaderEvent? next = null;
            while (next is not (ReaderEvent.Completed or ReaderEvent.Failed))
            {
                next = await session.NextAsync(cancellationToken);
                // If there is no text this way either, the first failure is the one that says why.
                yield return next is ReaderEvent.Failed ? failure : next;
            }
        }
    }

    private async Task<ReadingSession> OpenAsync(
        string path, string fileName, SessionLimits limits, ReaderMemory? memory, bool pageTextOnly, CancellationToken cancellationToken)
    {
        var reader = await _pool!.RentAsync();
        try
        {
            await ScratchFolders.PlaceAsync(path, Path.Combine(reader.Folder, ReadingSession.DocumentName), cancellationToken);
            var request = new ReaderRequest(
                _pool.Cage.Seen(reader.Folder, ReadingSession.DocumentName), fileName, limits.Characters, _options.MaxPages, _options.MaxEmbeddedPictures,
                pageTextOnly);
            await reader.SendAsync(request.Write);
            return new ReadingSession(reader, limits, _pageText, _recognition, memory, _time);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    // The first bytes decide limits only; what the document is, its reader finds out.
    private static async Task<(long Bytes, bool IsPdf, int TextPerByte)> LookAtAsync(
        string path, string fileName, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
        var head = new byte[1024];
        var count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var isPdf = head.AsSpan(0, count).IndexOf("%PDF-"u8) >= 0;
        var isZip = head.AsSpan(0, count).StartsWith("PK"u8);
        return (file.Length, isPdf || (!isZip && fileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)), isPdf ? 0 : isZip ? TextPerPackedByte : TextPerByte);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "{Missing}")]
        public static partial void CageIncomplete(ILogger logger, string missing);

        [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "A reader process ended on its document: {Code}, exit code {ExitCode}")]
        public static partial void Died(ILogger logger, DocumentFailureCode code, int exitCode);

        // Not for ordinary logs: an exception's message may quote the document.
        [LoggerMessage(EventId = 3003, Level = LogLevel.Debug, Message = "The reader process wrote: {Errors}")]
        public static partial void LastWords(ILogger logger, string errors);
    }
}
