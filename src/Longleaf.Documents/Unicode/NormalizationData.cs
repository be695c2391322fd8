using System.Globalization;

namespace Longleaf.Documents.Unicode;

/// <summary>The tables behind <see cref="CanonicalComposition"/>, read once from <c>normalization.txt</c>.</summary>
internal sealed class NormalizationData
{
    private NormalizationData()
    {
    }

    /// <summary>The one table.</summary>
    public static NormalizationData Shared { get; } = Load();

    /// <summary>One step of canonical decomposition; the second part is 0 for a singleton.</summary>
    public Dictionary<int, (int First, int Second)> Decompositions { get; } = [];

    /// <summary>The primary composite of two code points.</summary>
    public Dictionary<(int First, int Second), int> Compositions { get; } = [];

    /// <summary>Canonical combining classes other than 0.</summary>
    public Dictionary<int, byte> CombiningClasses { get; } = [];

    /// <summary>UTF-16 units that can take part in a change; text without them is in NFC. All surrogates are in it only where a pair needs it.</summary>
    public bool[] Active { get; } = new bool[char.MaxValue + 1];

    private static NormalizationData Load()
    {
        var data = new NormalizationData();
        using var stream = typeof(NormalizationData).Assembly.GetManifestResourceStream("Longleaf.Documents.Unicode.normalization.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                data.AddLine(line.Split(' '));
            }
        }

        // Jamo vowels and finals compose with what stands before them (The Unicode Standard, 3.12).
        Array.Fill(data.Active, true, 0x1161, 0x11C2 - 0x1161 + 1);
        return data;
    }

    private static int Hex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private void AddLine(string[] fields)
    {
        if (fields[0].Split("..") is [var first, var last])
        {
            var combiningClass = byte.Parse(fields[1], CultureInfo.InvariantCulture);
            for (var code = Hex(first); code <= Hex(last); code++)
            {
                CombiningClasses[code] = combiningClass;
                Activate(code);
            }

            return;
        }

        var composed = Hex(fields[0]);
        var parts = (First: Hex(fields[2]), Second: fields.Length > 3 ? Hex(fields[3]) : 0);
        Decompositions[composed] = parts;
        if (fields[1] == "=")
        {
            Compositions[parts] = composed;
            Activate(parts.Second);
        }
        else
        {
            Activate(composed);
        }
    }

    private void Activate(int code)
    {
        Active[code > char.MaxValue ? char.ConvertFromUtf32(code)[0] : code] = true;
    }
}
