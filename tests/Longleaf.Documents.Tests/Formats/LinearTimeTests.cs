using System.Globalization;
using System.Text;
using Longleaf.Documents.Formats;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Text without the borders that parsers look for takes time that grows as it does. <c>bench runs</c> measures more of it, through isolation and indexing.</summary>
public sealed class LinearTimeTests
{
    private const int SmallBytes = 500_000;
    private const int Ratio = 8;

    // Linear time would grow by the ratio, quadratic by its square; between them there is room for a busy machine.
    private const double MostGrowth = Ratio * 3;

    [Theory]
    [InlineData("a.txt", "a")]
    [InlineData("a.txt", "字")]
    [InlineData("a.txt", "\u0301")]
    [InlineData("a.txt", "\u0323\u0301")]
    [InlineData("a.txt", "👩\u200D")]
    [InlineData("a.txt", "\u200F")]
    [InlineData("a.txt", " ")]
    [InlineData("a.txt", "\u1100\u1161")]
    [InlineData("a.csv", "a")]
    [InlineData("a.csv", "a\n")]
    [InlineData("a.csv", "\"\"")]
    [InlineData("a.csv", "\"a\"\"b\",\n")]
    [InlineData("a.md", ">")]
    [InlineData("a.md", "*a **a ")]
    [InlineData("a.md", "[a](")]
    [InlineData("a.md", "`a``b")]
    [InlineData("a.md", "- ")]
    [InlineData("a.md", "- a\n")]
    [InlineData("a.md", "- + 1. > ")]
    [InlineData("a.txt", "CHAPTER I\n")]
    [InlineData("a.txt", "I\n\n")]
    [InlineData("a.txt", "THE DAY\n\n")]
    [InlineData("a.txt", "ab\n==\n")]
    [InlineData("a.md", "|")]
    [InlineData("a.md", "[a]: b\n")]
    [InlineData("a.md", "# a\n")]
    public void Text_without_borders_takes_linear_time(string name, string piece) => AssertLinear(name, size => Repeat(piece, size));

    [Theory]
    [InlineData("[\"", "a", "\"]")]
    [InlineData("{", "\"key\":1,\n", "\"end\":1}")]
    [InlineData("[", "{\"a\":[1,2.50]},", "0]")]
    public void Json_takes_linear_time(string before, string piece, string after) =>
        AssertLinear("a.json", size => [.. Encoding.UTF8.GetBytes(before), .. Repeat(piece, size), .. Encoding.UTF8.GetBytes(after)]);

    [Theory]
    [InlineData("<div>", "")]
    [InlineData("<b><i>x", "")]
    [InlineData("a=1 ", "<p ")]
    [InlineData("<td>a", "<table><tr>")]
    [InlineData("<li>a", "<ul>")]
    [InlineData("</div>x", "<p>")]
    [InlineData("<", "")]
    public void Markup_of_books_takes_linear_time(string piece, string before) =>
        AssertLinear("a.epub", size => EpubBuilder.Book(("a.xhtml", "OPS/a.xhtml", before + Encoding.UTF8.GetString(Repeat(piece, size)))));

    private static byte[] Repeat(string piece, int bytes) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, bytes / Encoding.UTF8.GetByteCount(piece))));

    private static void AssertLinear(string name, Func<int, byte[]> document)
    {
        var (small, large) = (document(SmallBytes), document(SmallBytes * Ratio));
        Time(name, small);

        // The best of three of the short run: what is compiled or collected meanwhile is not the text's.
        var shortest = Enumerable.Range(0, 3).Min(_ => Time(name, small));
        var longest = Time(name, large);

        Assert.True(longest < MostGrowth * Math.Max(shortest, 30), $"{shortest:0} ms, {longest:0} ms for {Ratio} times as much");
    }

    // Of this thread's own work: what other tests do at the same time does not count.
    private static double Time(string name, byte[] bytes)
    {
        var time = 0.0;
        var thread = new Thread(() =>
        {
            var before = ThreadTime();
            using var input = new MemoryStream(bytes);
            DocumentParser.Parse(input, name, new BlockSink(_ => { }, _ => { }, new ParseLimits()), new NoTools(), new NoTools());
            time = (ThreadTime() - before).TotalMilliseconds;
        });
        thread.Start();
        thread.Join();
        return time;
    }

    // User and system time in ticks of 10 ms (proc_pid_stat, fields 14 and 15).
    private static TimeSpan ThreadTime() => TimeSpan.FromMilliseconds(
        10 * File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[11..13].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)));
}
