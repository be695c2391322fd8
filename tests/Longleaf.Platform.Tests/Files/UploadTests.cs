using Longleaf.Platform.Files;

namespace Longleaf.Platform.Tests.Files;

public sealed class UploadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_uploads_at_once_fill_the_quota_of_files_exactly()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder, options => options.MaxFilesPerAccount = 20);
        var ada = await server.NewPrincipalAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => server.TryUploadAsync(ada, $"File {number}", purpose: FilePurpose.Batch)));

        Assert.Equal(20, outcomes.OfType<UploadOutcome.Accepted>().Count());
        Assert.Equal(30, outcomes.OfType<UploadOutcome.TooManyFiles>().Count());
        Assert.Equal(20, (await server.Files.ListAsync(ada, new FileQuery(), Stop)).Files.Count);
        Assert.Equal(20, Kept(folder));
        Assert.Equal(20, (await server.CountersAsync(ada)).Files);
    }

    [Fact]
    public async Task Fifty_uploads_at_once_fill_the_quota_of_bytes_exactly()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder, options => options.MaxBytesPerAccount = 105);
        var ada = await server.NewPrincipalAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => server.TryUploadAsync(ada, $"Bytes {number:0000}", purpose: FilePurpose.Batch)));

        Assert.Equal(10, outcomes.OfType<UploadOutcome.Accepted>().Count());
        Assert.Equal(40, outcomes.OfType<UploadOutcome.QuotaExceeded>().Count());
        Assert.Equal((10L, 100L), await server.CountersAsync(ada));
        Assert.Equal(10, Kept(folder));
    }

    [Fact]
    public async Task A_sender_that_breaks_off_leaves_no_row_no_quota_and_no_file()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder);
        var ada = await server.NewPrincipalAsync();

        await Assert.ThrowsAsync<IOException>(() => server.TryUploadAsync(ada, new StallingStream("Half of it", new IOException("Reset."))));
        using (var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200)))
        {
            var stalls = new FileUpload("a.txt", FilePurpose.FileExtract, new StallingStream("Half of it"), null, 1000);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Files.UploadAsync(ada, stalls, gone.Token));
        }

        Assert.Empty((await server.Files.ListAsync(ada, new FileQuery(), Stop)).Files);
        Assert.Equal((0L, 0L), await server.CountersAsync(ada));
        Assert.Equal(0, Kept(folder));
    }

    [Fact]
    public async Task What_is_too_large_is_refused_by_its_declaration_or_by_its_bytes()
    {
        using var folder = new TemporaryFolder();
        await using var server = await PlatformFixture.StartAsync(folder, options => options.MaxBytesPerAccount = 1000);
        var ada = await server.NewPrincipalAsync();

        Task<UploadOutcome> Upload(Stream content, long? declared, long most) =>
            server.Files.UploadAsync(ada, new FileUpload("a.txt", FilePurpose.FileExtract, content, declared, most), Stop);

        // Streams that would never end: nothing of the first and the third is read.
        Assert.IsType<UploadOutcome.TooLarge>(await Upload(new StallingStream(""), 101, 100));
        Assert.IsType<UploadOutcome.TooLarge>(await Upload(new StallingStream(new string('a', 101)), null, 100));
        Assert.IsType<UploadOutcome.QuotaExceeded>(await Upload(new StallingStream(""), 1001, 2000));
        Assert.IsType<UploadOutcome.QuotaExceeded>(await Upload(new StallingStream(new string('a', 1001)), null, 2000));
        Assert.IsType<UploadOutcome.Accepted>(await Upload(new MemoryStream(new byte[100]), 100, 100));
        Assert.Equal((1L, 100L), await server.CountersAsync(ada));
        Assert.Equal(1, Kept(folder));
    }

    [Fact]
    public async Task A_disk_that_is_or_becomes_too_full_refuses_and_keeps_nothing()
    {
        using var folder = new TemporaryFolder();
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        await using (var full = await PlatformFixture.StartAsync(folder, options => options.MinFreeBytes = long.MaxValue))
        {
            var ada = await full.NewPrincipalAsync();
            Assert.IsType<UploadOutcome.StorageFull>(await full.TryUploadAsync(ada, "Text."));
            Assert.Equal((0L, 0L), await full.CountersAsync(ada));
        }

        // Room for 64 MiB, give or take what else the machine does, and a sender of 1 GiB that did not say so.
        await using (var filling = await PlatformFixture.StartAsync(folder, options => options.MinFreeBytes = free - (64 << 20)))
        {
            var ada = await filling.NewPrincipalAsync();
            Assert.IsType<UploadOutcome.StorageFull>(await filling.TryUploadAsync(ada, new ZeroStream(1 << 30)));
            Assert.Equal((0L, 0L), await filling.CountersAsync(ada));
            Assert.Equal(0, Kept(folder));
        }
    }

    private static int Kept(TemporaryFolder folder) => folder.Files("blobs").Length + folder.Files("staging").Length;
}
