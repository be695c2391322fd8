using System.Diagnostics;
using System.Globalization;
using System.Text;
using Longleaf.Bench.Requests;
using Longleaf.Conformance.Replays;

namespace Longleaf.Conformance.Clients;

/// <summary>curl, called as the documentation calls it.</summary>
internal sealed class CurlClient(ServerAccess server) : IConformanceClient
{
    public async Task<ApiReply> CallAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call is ApiCall.ListAllFiles(var limit))
        {
            return await PagedFiles.ReadAsync(this, limit, cancellationToken);
        }

        var shape = HttpShape.Of(call);
        List<string> arguments = ["--silent", "--show-error", "--no-buffer", "--include", "--path-as-is", "--globoff", "--request", shape.Method];
        if ((call.Key ?? server.ApiKey) is { Length: > 0 } key)
        {
            arguments.AddRange(["--header", $"Authorization: Bearer {key}"]);
        }

        foreach (var (name, value) in shape.Headers)
        {
            arguments.AddRange(["--header", $"{name}: {value}"]);
        }

        using var files = new TemporaryFiles();
        switch (call)
        {
            case ApiCall.Upload upload:
                arguments.AddRange(["--form", $"file=@\"{files.Write(upload.FileName, upload.Content)}\""]);
                arguments.AddRange(upload.Purpose is null ? [] : ["--form", $"purpose=\"{upload.Purpose}\""]);
                break;
            case ApiCall.NativeUpload upload:
                arguments.AddRange(["--form", $"descriptions=\"{upload.Description}\"", "--form", $"files=@\"{files.Write(upload.FileName, upload.Content)}\""]);
                break;
            case ApiCall.Generate { IsStream: true }:
                arguments.AddRange(["--header", "X-DashScope-SSE: enable"]);
                break;
        }

        var json = HttpShape.JsonOf(call, JsonText.Compact);
        if (json is not null)
        {
            arguments.AddRange(["--header", "Content-Type: application/json", "--data-binary", "@-"]);
        }

        arguments.Add(new Uri(server.Address, shape.Target).AbsoluteUri);
        return WireReply.Read(call, Parse(await RunAsync(arguments, json, cancellationToken)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<byte[]> RunAsync(List<string> arguments, string? input, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("curl", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        using var output = new MemoryStream();
        var copy = process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input ?? ""), cancellationToken);
        process.StandardInput.Close();
        await copy;
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"curl {process.ExitCode}: {await errors}");
        return output.ToArray();
    }

    // What --include prints: heads of interim answers, the head, the body.
    private static RawReply Parse(byte[] output)
    {
        var rest = output.AsSpan();
        while (true)
        {
            var end = rest.IndexOf("\r\n\r\n"u8);
            var lines = Encoding.UTF8.GetString(rest[..end]).Split("\r\n");
            rest = rest[(end + 4)..];
            var status = lines[0].Split(' ', 3);
            if (int.Parse(status[1], CultureInfo.InvariantCulture) is >= 200 and var number)
            {
                var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(pair => (pair[0], pair[1])).ToList();
                return new RawReply(number, status[2], headers, [new RawPiece(rest.ToArray(), TimeSpan.Zero)]);
            }
        }
    }
}
