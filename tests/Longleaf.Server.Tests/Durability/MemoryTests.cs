using System.Globalization;
using System.Net;
using System.Text;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Durability;

public sealed class MemoryTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task Receiving_150_MB_does_not_take_64_MB_of_memory()
    {
        await using var server = await ServerProcess.StartAsync(settings: ("Platform__ParseConcurrency", "1"));

        // What is measured is receiving, not what a first request compiles.
        await server.Http.UploadAsync("warm.txt", "Warm."u8.ToArray());
        var before = ResidentMegabytes(server.ProcessId);
        var content = new RepeatedContent("One line of text that stands for many.\n", (150 * Megabyte) - 64);
        var upload = server.Http.UploadAsync("large.txt", content);
        var peak = before;
        while (await Task.WhenAny(content.Sent, Task.Delay(20)) != content.Sent)
        {
            peak = Math.Max(peak, ResidentMegabytes(server.ProcessId));
        }

        Assert.Equal(HttpStatusCode.OK, (await upload).Status);
        Assert.InRange(peak - before, 0, 64);
    }

    private static long ResidentMegabytes(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan("VmRSS:".Length, line.Length - "VmRSS:".Length - "kB".Length), CultureInfo.InvariantCulture) / 1024;
    }

    private sealed class RepeatedContent(string line, int bytes) : HttpContent
    {
        private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Sent => _sent.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 1_000)));
            for (var sent = 0; sent < bytes; sent += piece.Length)
            {
                await stream.WriteAsync(piece.AsMemory(0, Math.Min(piece.Length, bytes - sent)));
            }

            _sent.TrySetResult();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes;
            return true;
        }
    }
}
