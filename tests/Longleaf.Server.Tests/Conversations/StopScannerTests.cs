using CsCheck;
using Longleaf.Server.Conversations;

namespace Longleaf.Server.Tests.Conversations;

public sealed class StopScannerTests
{
    [Fact]
    public void Text_ends_before_the_stop_that_is_complete_first_however_it_is_cut() =>
        Gen.Select(Gen.String[Gen.Char["abx"], 0, 4].Array[0, 12], Gen.String[Gen.Char["abx"], 1, 3].Array[0, 3]).Sample((pieces, stops) =>
        {
            var scanner = new StopScanner(stops);
            var through = string.Concat(pieces.Select(scanner.Push)) + scanner.Flush();

            var whole = string.Concat(pieces);
            var found = stops.Select(stop => (Start: whole.IndexOf(stop, StringComparison.Ordinal), stop.Length)).Where(stop => stop.Start >= 0).ToList();
            Assert.Equal(found.Count == 0 ? whole : whole[..found.MinBy(stop => (stop.Start + stop.Length, stop.Start)).Start], through);
        }, iter: 10_000);
}
