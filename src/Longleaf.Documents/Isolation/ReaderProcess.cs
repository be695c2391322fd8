using System.Diagnostics;
using System.Text;
using Longleaf.Documents.Isolation.Wire;

namespace Longleaf.Documents.Isolation;

/// <summary>One reader process: started, given documents of one owner, one after the other, ended.</summary>
internal sealed class ReaderProcess : IAsyncDisposable
{
    private const int ErrorTailCharacters = 2048;

    // What a reader may hold beside its managed heap: the runtime's own, the stacks of its threads, a picture being decoded (100 megapixels
    // of four bytes).
    private const long NativeBytes = 1L << 30;
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly bool _hasResourceLimits;
    private readonly TimeProvider _time;
    private readonly Task<string> _errors;
    private int _disposed;

    private ReaderProcess(Process process, string folder, bool hasResourceLimits, TimeProvider time)
    {
        (_process, _hasResourceLimits, _time, Folder) = (process, hasResourceLimits, time, folder);
        Frames = new FrameReader(process.StandardOutput.BaseStream);
        _errors = ReadTailAsync(process.StandardError);
    }

    /// <summary>The folder that it sees, and nothing else of this machine's data.</summary>
    public string Folder { get; }

    public FrameReader Frames { get; }

    /// <summary>Whether it said that its system call filter is on.</summary>
    public bool HasSystemCallFilter { get; private set; }

    public bool HasExited => _process.HasExited;

    /// <summary>Whose documents it reads; <see langword="null"/> for one document of nobody's.</summary>
    public string? Owner { get; set; }

    /// <summary>The documents that it was given.</summary>
    public int Documents { get; private set; }

    /// <summary>The reader itself, within its cage.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan ProcessorTime => ProcessStatus.ProcessorTime(ProcessId);

    /// <summary>The memory that it holds.</summary>
    public long ResidentBytes => ProcessStatus.ResidentBytes(ProcessId);

    /// <summary>Starts a reader and waits until it is ready.</summary>
    /// <exception cref="IOException">It does not start.</exception>
    public static async Task<ReaderProcess> StartAsync(Cage cage, ProcessLauncher launcher, string folder, TimeProvider time, TimeSpan patience)
    {
        var reader = new ReaderProcess(await launcher.StartAsync(cage.Reader(folder)), folder, cage.HasResourceLimits, time);
        try
        {
            var frame = await reader.Frames.ReadAsync(CancellationToken.None).AsTask().WaitAsync(patience, time);
            if (frame is not { Kind: FrameKind.Hello } hello)
            {
                throw new IOException($"The reader process ended before it was ready: {await reader.ExplainAsync()}");
            }

            reader.Greet(hello);
            reader.ProcessId = ProcessStatus.InnermostOf(reader._process.Id);
            return reader;
        }
        catch (Exception exception) when (exception is TimeoutException or WireException or IOException)
        {
            await reader.DisposeAsync();
            throw exception as IOException ?? new IOException("The reader process does not speak the protocol, or not in time.", exception);
        }
    }

    /// <summary>Limits what it may use from now on, for the document that it is about to be given, and has its peak of memory measured anew.</summary>
    /// <param name="limits">What the document may cost.</param>
    public void Prepare(SessionLimits limits)
    {
        Documents++;
        ProcessStatus.ResetPeak(ProcessId);
        if (_hasResourceLimits)
        {
            ResourceLimits.LimitProcessorTime(ProcessId, ProcessorTime + limits.ProcessorTime);
            ResourceLimits.LimitData(ProcessId, limits.HeapBytes + NativeBytes);
        }
    }

    /// <summary>Ends it; what it waits for is nobody's concern.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            // The cage's first process takes the others with it (bwrap --die-with-parent, and the end of the namespace's init), and without a
            // cage there is but the reader, which can start none.
            _process.Kill();
        }
    }

    /// <summary>Sends a request or an answer.</summary>
    /// <param name="write">Writes it: one frame.</param>
    /// <param name="patience">How long the reader may take to make room for it in its pipe.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="WireException">It is gone, or does not listen.</exception>
    /// <exception cref="TimeoutException">It does not listen.</exception>
    public async Task SendAsync(Action<FrameWriter> write, TimeSpan patience, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        var writer = new FrameWriter(buffer);
        write(writer);
        writer.Flush();
        var input = _process.StandardInput.BaseStream;
        try
        {
            // Writing to a full pipe ends with the process: not on a thread that others wait for.
            await Task.Run(() => input.Write(buffer.GetBuffer(), 0, (int)buffer.Length), CancellationToken.None)
                .WaitAsync(patience, _time, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new WireException("The reader does not listen.", exception);
        }
    }

    /// <summary>How it ended: its exit code, -1 if it had to be killed, and what it wrote to its standard error.</summary>
    public async Task<(int ExitCode, string Errors)> ExitAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(ExitPatience, _time);
            return (_process.ExitCode, await _errors.WaitAsync(ExitPatience, _time));
        }
        catch (TimeoutException)
        {
            return (-1, "");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        try
        {
            Kill();
            await _process.WaitForExitAsync().WaitAsync(ExitPatience, _time);
        }
        catch (TimeoutException)
        {
            // A process in an uninterruptible wait ends when the kernel lets it; its folder goes now.
        }
        finally
        {
            ScratchFolders.Delete(Folder);
            _process.Dispose();
        }
    }

    private void Greet(Frame hello)
    {
        var payload = new PayloadReader(hello.Payload.Span);
        if ((uint)payload.Int32() != Protocol.Magic || payload.Byte() != Protocol.Version)
        {
            throw new WireException("Another protocol or version.");
        }

        HasSystemCallFilter = payload.Byte() != 0;
        payload.End();
    }

    private async Task<string> ExplainAsync()
    {
        var (exitCode, errors) = await ExitAsync();
        return $"exit code {exitCode}. {errors.Trim()}";
    }

    // The tail is kept, for the log and to tell out of memory from a crash; the rest is thrown away as it comes.
    private static async Task<string> ReadTailAsync(StreamReader errors)
    {
        var tail = new StringBuilder();
        var buffer = new char[1024];
        int count;
        while ((count = await errors.ReadAsync(buffer)) > 0)
        {
            tail.Append(buffer, 0, count);
            if (tail.Length > ErrorTailCharacters * 2)
            {
                // The first lines say what happened, the last where.
                tail.Remove(ErrorTailCharacters, tail.Length - (ErrorTailCharacters * 2));
            }
        }

        return tail.ToString();
    }
}
