using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Isolation.Recognition;
using Microsoft.Extensions.Logging;

namespace Longleaf.Documents.Isolation;

/// <summary>
/// Reads documents in processes apart, <c>longleaf-reader</c>, in cages (<see cref="CageReport"/>): each in one of its own, or one after
/// the other in one that reads for their owner alone. A document that makes its reader hang, take memory without end or die costs itself
/// a <see cref="ReaderEvent.Failed"/>, and nothing else.
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
    private SessionFactory? _sessions;
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

    /// <summary>What cages are built from, where tests and measurements need less than the machine has.</summary>
    internal CageParts Parts { get; init; } = CageParts.All;

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
            var (cage, missing, tool, recognition) = await CageProbe.RunAsync(_options, Parts, _launcher, _folders.Create(), _time, cancellationToken);
            recognition = Recognition ?? recognition;
            var pool = new ReaderPool(_options, cage, _folders, _launcher, _time);
            var hasFilter = await pool.StartFirstAsync();
            if (!hasFilter)
            {
                missing.Add("Reader processes may make any system call, as seccomp filters cannot be set here: run on a kernel with CONFIG_SECCOMP_FILTER.");
            }

            if (missing.Count > 0)
            {
                Log.CageIncomplete(_logger, string.Join(' ', missing));
            }

            var pageText = tool is null ? null : new PageTextTool(tool, cage, _launcher, _options, _time);
            _recognition = recognition is null ? null : new RecognitionTool(recognition, cage, _launcher, _folders, _options, _time);
            _pool = pool;
            _sessions = new SessionFactory(pool, pageText, _recognition, _options, _time);
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
        ReadAsync(path, fileName, null, null, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReaderEvent> ReadAsync(string path, string fileName, string? owner, CancellationToken cancellationToken) =>
        ReadAsync(path, fileName, owner, null, cancellationToken);

    /// <summary>Reads one document as <see cref="ReadAsync(string, string, string, CancellationToken)"/> does, and measures what it takes.</summary>
    /// <param name="path">The file with the document's bytes.</param>
    /// <param name="fileName">The name its owner gave it.</param>
    /// <param name="owner">Whose document it is.</param>
    /// <param name="memory">Learns the reader's peak; complete with the last event.</param>
    /// <param name="cancellationToken">Stops the reading, and ends the process that does it.</param>
    /// <returns>Events.</returns>
    /// <exception cref="IOException">The machine failed: the file is not there, no process can be started.</exception>
    public async IAsyncEnumerable<ReaderEvent> ReadAsync(
        string path, string fileName, string? owner, ReaderMemory? memory, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        await StartAsync(cancellationToken);
        var (bytes, isPdf, textPerByte) = await LookAtAsync(path, fileName, cancellationToken);
        var document = new SessionRequest(path, fileName, owner, SessionLimits.For(_options, bytes, textPerByte), memory);

        // :: 1. Our own reader: one that has read for this owner before, if there is one.
        // :: 2. An unused one, where the first ended in a way that an earlier document may be to blame for.
        // :: 3. A PDF that our own reader cannot read: pdftotext makes text of it, and a reader makes blocks of that.
        var failure = default(ReaderEvent.Failed);
        while (true)
        {
            await using var session = await _sessions!.OpenAsync(document, cancellationToken);
            var next = await session.NextAsync(cancellationToken);
            while (next is not (ReaderEvent.Completed or ReaderEvent.Failed))
            {
                yield return next;
                next = await session.NextAsync(cancellationToken);
            }

            if (next is not ReaderEvent.Failed failed)
            {
                yield return next;
                yield break;
            }

            if (session.Exit is var (exitCode, errors))
            {
                Log.Died(_logger, failed.Failure.Code, exitCode);
                Log.LastWords(_logger, errors);
            }

            if (session.MayBeBlameless && failed.Failure.Code != DocumentFailureCode.TimedOut)
            {
                document = document with { NeedsUnused = true };
            }
            else if (isPdf && session.Blocks == 0 && IsOurs(failed.Failure.Code) && !document.PageTextOnly)
            {
                (document, failure) = (document with { PageTextOnly = true }, failed);
            }
            else
            {
                // If there is no text the other way either, the first failure is the one that says why.
                yield return failure ?? failed;
                yield break;
            }
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
