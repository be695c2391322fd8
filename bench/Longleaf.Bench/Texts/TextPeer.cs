using Sylvan.Data.Csv;

namespace Longleaf.Bench.Texts;

/// <summary>Another program that goes through a text file, run as a process.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Program">The program, looked for in the path.</param>
/// <param name="Arguments">Its arguments for a file.</param>
/// <param name="Extensions">The kinds of files it is measured on; none for all.</param>
internal sealed record TextPeer(string Name, string Program, Func<string, string[]> Arguments, params string[] Extensions)
{
    /// <summary>The option that makes this program its own peer.</summary>
    public const string BareCsvOption = "--bare-csv";

    /// <summary>The peers: those that are not installed are left out of the table.</summary>
    public static IReadOnlyList<TextPeer> All { get; } =
    [
        new("wc -m", "wc", path => ["-m", path]),
        new("iconv utf-16", "iconv", path => ["-f", "utf-8", "-t", "utf-16", "-o", "/dev/null", path]),
        new("python csv", "python3", path => ["-c", "import csv,sys\nn=0\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8', newline='')): n+=len(row)", path], ".csv"),
        new("sylvan", Environment.ProcessPath!, path => ["texts", BareCsvOption, path], ".csv"),
    ];

    /// <summary>Goes through a CSV file with Sylvan alone, every field as a span.</summary>
    public static int ReadBareCsv(string path)
    {
        using var csv = CsvDataReader.Create(path, new CsvDataReaderOptions { HasHeaders = false, BufferSize = 64 * 1024 });
        var characters = 0L;
        while (csv.Read())
        {
            for (var field = 0; field < csv.RowFieldCount; field++)
            {
                characters += csv.GetFieldSpan(field).Length;
            }
        }

        Console.WriteLine(characters);
        return 0;
    }

    /// <summary>How long it takes; <see langword="null"/> if it is not for such files, not installed or fails.</summary>
    public async Task<TimeSpan?> MeasureAsync(string path, CancellationToken cancellationToken)
    {
        if (Extensions.Length > 0 && !Extensions.Contains(Path.GetExtension(path)))
        {
            return null;
        }

        try
        {
            return await SystemProgram.MeasureAsync(Program, Arguments(path), cancellationToken, ("LC_ALL", "C.UTF-8"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
