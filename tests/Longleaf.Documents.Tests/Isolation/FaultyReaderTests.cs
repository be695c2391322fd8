using Longleaf.Documents.Isolation;
using Longleaf.Documents.Isolation.Recognition;

namespace Longleaf.Documents.Tests.Isolation;

public sealed class FaultyReaderTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private static readonly byte[] Document = "A document."u8.ToArray();

    [Theory]
    [InlineData("hang", DocumentFailureCode.TimedOut)]
    [InlineData("spin", DocumentFailureCode.TimedOut)]
    [InlineData("allocate", DocumentFailureCode.TooLarge)]
    [InlineData("crash", DocumentFailureCode.ReaderDied)]
    [InlineData("overflow", DocumentFailureCode.ReaderDied)]
    [InlineData("exit", DocumentFailureCode.ReaderDied)]
    [InlineData("garbage", DocumentFailureCode.ReaderDied)]
    [InlineData("huge frame", DocumentFailureCode.ReaderDied)]
    [InlineData("negative frame", DocumentFailureCode.ReaderDied)]
    [InlineData("cut frame", DocumentFailureCode.ReaderDied)]
    [InlineData("surrogate", DocumentFailureCode.ReaderDied)]
    [InlineData("control", DocumentFailureCode.ReaderDied)]
    [InlineData("no blocks", DocumentFailureCode.ReaderDied)]
    [InlineData("unknown kind", DocumentFailureCode.ReaderDied)]
    [InlineData("endless blocks", DocumentFailureCode.TooLarge)]
    [InlineData("endless requests", DocumentFailureCode.ReaderDied)]
    [InlineData("endless recognitions", DocumentFailureCode.ReaderDied)]
    [InlineData("huge page", DocumentFailureCode.ReaderDied)]
    [InlineData("huge picture", DocumentFailureCode.ReaderDied)]
    [InlineData("pixels of no picture", DocumentFailureCode.ReaderDied)]
    [InlineData("more pixels", DocumentFailureCode.ReaderDied)]
    [InlineData("half a picture", DocumentFailureCode.TimedOut)]
    [InlineData("slow frame", DocumentFailureCode.TimedOut)]
    [InlineData("endless progress", DocumentFailureCode.ReaderDied)]
    [InlineData("endless errors", DocumentFailureCode.TimedOut)]
    [InlineData("closed input", DocumentFailureCode.TimedOut)]
    [InlineData("second acceptance", DocumentFailureCode.ReaderDied)]
    public async Task A_reader_that_misbehaves_costs_its_document_alone(string fault, DocumentFailureCode expected)
    {
        var reader = fixture.CreateFaulty(options => (options.NoProgressSeconds, options.HeapBytes) = (3, 128 << 20));
        var path = fixture.Write(".txt", Document);

        var result = await reader.ReadAllAsync(path, fault + ".txt");
        var next = await reader.ReadAllAsync(path, "good.txt");

        Assert.Equal(expected, result.Failure);
        var reason = ((ReaderEvent.Failed)result.End).Failure.Reason;
        Assert.EndsWith(".", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("/", reason, StringComparison.Ordinal);
        Assert.Equal("read", next.Text);
    }

    [Fact]
    public async Task The_limit_on_processor_time_ends_a_reader_that_spins()
    {
        var reader = fixture.CreateFaulty(options => options.ProcessorSeconds = 1);

        var result = await reader.ReadAllAsync(fixture.Write(".txt", Document), "spin.txt");

        Assert.Equal(DocumentFailureCode.TimedOut, result.Failure);
    }

    [Fact]
    public async Task A_reader_reaches_nothing_but_its_document()
    {
        Environment.SetEnvironmentVariable("LONGLEAF_TEST_SECRET", "LONGLEAF_TEST_SECRET");
        var reader = fixture.CreateFaulty();
        var report = await reader.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(report.IsComplete, string.Join(" ", report.Missing));

        var result = await reader.ReadAllAsync(fixture.Write(".txt", Document), "break out.txt");

        Assert.Equal(
            """
            socket: refused
            local socket: refused
            program: refused
            process: refused
            write document: refused
            remove document: refused
            write beside it: refused
            write temporary: refused
            write shared memory: refused
            file in memory: refused
            raise limit: refused
            raise limit of itself: refused
            signal to the first process: refused
            read passwords: refused
            read environment of the first process: refused
            read host name: refused
            read homes: refused
            documents seen: document
            folders seen: /bin /dev /dotnet /etc /in /lib /lib64 /proc /reader /tmp /usr
            networks seen: lo
            processes seen: own
            read document: done
            """, result.Text);
    }

    [Fact]
    public async Task A_reader_that_does_not_take_its_answers_costs_its_document_alone()
    {
        var reader = fixture.Create(
            new IsolationOptions { ReaderPath = ReaderFixture.FaultyReaderPath, WaitingReaders = 1, NoProgressSeconds = 3 },
            new RecognitionPrograms("/usr/bin/false", PageDrawer: null, "eng", FindsTurn: false));
        var path = fixture.Write(".txt", Document);

        var result = await reader.ReadAllAsync(path, "deaf.txt");

        Assert.Equal(DocumentFailureCode.TimedOut, result.Failure);
        Assert.Equal("read", (await reader.ReadAllAsync(path, "good.txt")).Text);
    }

    [Fact]
    public async Task Limits_are_set_from_the_size_of_the_document()
    {
        var reader = fixture.CreateFaulty(options => (options.BaseHeapBytes, options.HeapPerByte) = (64 << 20, 1));
        var path = fixture.Write(".txt", Document);

        var result = await reader.ReadAllAsync(path, "allocate.txt");

        Assert.Equal(DocumentFailureCode.TooLarge, result.Failure);
        var (small, large) = (SessionLimits.For(new IsolationOptions(), 1_000, 2), SessionLimits.For(new IsolationOptions(), 100_000_000, 2));
        Assert.True(small.ProcessorTime < large.ProcessorTime && small.Total < large.Total);
        Assert.True(small.HeapBytes < large.HeapBytes && small.Characters < large.Characters);
    }

    [Fact]
    public async Task Cancelling_ends_the_process_and_removes_its_folder()
    {
        var reader = fixture.CreateFaulty(options => options.WaitingReaders = 0);
        await reader.StartAsync(TestContext.Current.CancellationToken);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in reader.ReadAsync(fixture.Write(".txt", Document), "hang.txt", cancellation.Token))
            {
            }
        });

        Assert.DoesNotContain(
            Directory.EnumerateFiles(fixture.ScratchDirectory, "document", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public async Task Abandoning_a_document_midway_ends_its_reader()
    {
        var reader = fixture.CreateFaulty(options => options.WaitingReaders = 0);

        await foreach (var next in reader.ReadAsync(
            fixture.Write(".txt", Document), "endless blocks.txt", TestContext.Current.CancellationToken))
        {
            if (next is ReaderEvent.Read)
            {
                break;
            }
        }

        Assert.DoesNotContain(
            Directory.EnumerateFiles(fixture.ScratchDirectory, "document", SearchOption.AllDirectories), _ => true);
    }
}
