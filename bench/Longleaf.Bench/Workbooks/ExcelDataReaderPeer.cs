using System.Diagnostics;
using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Longleaf.Bench.Workbooks;

/// <summary>ExcelDataReader over a workbook in a process of its own: every value formatted and joined, no structure.</summary>
internal static class ExcelDataReaderPeer
{
    /// <summary>What the process does: reads, and prints how much memory it held at most.</summary>
    public static int Read(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var characters = 0L;
        do
        {
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    characters += Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)?.Length ?? 0;
                }
            }
        }
        while (reader.NextResult());

        using var own = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{characters} {own.PeakWorkingSet64}"));
        return 0;
    }

    /// <summary>Runs it.</summary>
    public static async Task<(TimeSpan Time, long PeakBytes)> MeasureAsync(string path, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["workbooks", "--peer", path]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode != 0
            ? throw new InvalidOperationException("ExcelDataReader cannot read the workbook.")
            : (clock.Elapsed, long.Parse(output.Split(' ')[1], CultureInfo.InvariantCulture));
    }
}
