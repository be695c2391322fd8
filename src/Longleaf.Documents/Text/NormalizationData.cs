using System.Collections.Frozen;
using System.Globalization;

namespace Longleaf.Documents.Text;

/// <summary>The tables of <see cref="Nfc"/>, from the embedded extract of the Unicode Character Database.</summary>
internal sealed class NormalizationData
{
    private NormalizationData(
        FrozenDictionary<int, byte> classes,
        FrozenDictionary<int, (int First, int Second)> decompositions,
        FrozenDictionary<(int First, int Second), int> compositions,
        FrozenDictionary<char, string> presentationForms)
    {
        Classes = classes;
        Decompositions = decompositions;
        Compositions = compositions;
        PresentationForms = presentationForms;
        NeedsWork = new bool[0x10000];
        foreach (var code in classes.Keys.Concat(decompositions.Keys).Concat(compositions.Keys.Select(pair => pair.Second)))
        {
            if (code <= char.MaxValue)
            {
                NeedsWork[code] = true;
            }
        }

        // A composed character that stays whole under NFC needs no work on its own account.
        foreach (var composed in compositions.Values.Where(composed => composed <= char.MaxValue))
        {
            NeedsWork[composed] = classes.ContainsKey(composed);
        }

        Array.Fill(NeedsWork, true, 0xD800, 0x800);
        Array.Fill(NeedsWork, true, 0x1100, 0x100);
    }

    public static NormalizationData Instance { get; } = Load();

    /// <summary>Combining classes other than 0.</summary>
    public FrozenDictionary<int, byte> Classes { get; }

    /// <summary>Canonical decompositions, one step; Second is 0 for a singleton.</summary>
    public FrozenDictionary<int, (int First, int Second)> Decompositions { get; }

    /// <summary>Primary composites by their parts.</summary>
    public FrozenDictionary<(int First, int Second), int> Compositions { get; }

    /// <summary>Ligatures and presentation forms with the text they stand for.</summary>
    public FrozenDictionary<char, string> PresentationForms { get; }

    /// <summary>UTF-16 units that a text in NFC may not hold, or may hold only in some places.</summary>
    public bool[] NeedsWork { get; }

    private static NormalizationData Load()
    {
        var classes = new Dictionary<int, byte>();
        var decompositions = new Dictionary<int, (int, int)>();
        var excluded = new HashSet<int>();
        var forms = new Dictionary<char, string>();
        using var reader = new StreamReader(typeof(NormalizationData).Assembly.GetManifestResourceStream("Normalization.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            switch (parts[0])
            {
                case "C":
                    for (var code = Hex(parts[1]); code <= Hex(parts[2]); code++)
                    {
                        classes[code] = byte.Parse(parts[3], CultureInfo.InvariantCulture);
                    }

                    break;
                case "D":
                    decompositions[Hex(parts[1])] = (Hex(parts[2]), parts.Length > 3 ? Hex(parts[3]) : 0);
                    break;
                case "X":
                    excluded.Add(Hex(parts[1]));
                    break;
                case "K":
                    forms[(char)Hex(parts[1])] = string.Concat(parts.Skip(2).Select(part => char.ConvertFromUtf32(Hex(part))));
                    break;
                default:
                    break;
            }
        }

        var compositions = decompositions
            .Where(entry => entry.Value.Item2 != 0 && !excluded.Contains(entry.Key))
            .ToFrozenDictionary(entry => entry.Value, entry => entry.Key);
        return new NormalizationData(
            classes.ToFrozenDictionary(), decompositions.ToFrozenDictionary(), compositions, forms.ToFrozenDictionary());
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
