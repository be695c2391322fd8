using System.Globalization;

namespace Longleaf.Bench.Samples;

/// <summary>Texts and tables of 150 MB.</summary>
internal static class TextSamples
{
    private const long Bytes = 150_000_000;

    public static IReadOnlyList<LargeSample> All { get; } =
    [
        new("novels-150mb.txt", WriteNovelsAsync),
        new("ledger-150mb.csv", WriteLedgerAsync),
    ];

    private static async Task WriteNovelsAsync(string path, CancellationToken cancellationToken)
    {
        await using var output = new StreamWriter(path) { NewLine = "\n" };
        while (output.BaseStream.Position < Bytes)
        {
            foreach (var (_, text) in BenchData.Haystack("haystack-en").Concat(BenchData.Haystack("haystack-zh")))
            {
                await output.WriteLineAsync(text.AsMemory(), cancellationToken);
                await output.FlushAsync(cancellationToken);
                if (output.BaseStream.Position >= Bytes)
                {
                    return;
                }
            }
        }
    }

    private static async Task WriteLedgerAsync(string path, CancellationToken cancellationToken)
    {
        await using var output = new StreamWriter(path) { NewLine = "\n" };
        await output.WriteLineAsync("id,date,customer,amount,currency,note");
        for (var row = 1; output.BaseStream.Position < Bytes; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var date = new DateOnly(2000, 1, 1).AddDays(row % 9000);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{row},{date:yyyy-MM-dd},Keeper {row * 7919L % 50_000},{row * 37L % 10_000_000 / 100.0:0.00},EUR,\"{(row % 7 == 0 ? "paid, with thanks" : "open")}\""));
        }
    }
}
