using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Longleaf.Documents.Text;

/// <summary>Latin ligatures and Hebrew and Arabic presentation forms, which stand for letters (a part of Unicode's form KC).</summary>
internal static class PresentationForms
{
    private const char First = '\uFB00';
    private const char Last = '\uFEFC';

    private static readonly Lazy<FrozenDictionary<char, string>> Letters = new(Load);

    /// <summary>The text with each form as the letters it stands for; the same instance if there is none.</summary>
    public static string Resolve(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(First, Last))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            if (unit is >= First and <= Last && Letters.Value.TryGetValue(unit, out var letters))
            {
                builder.Append(letters);
            }
            else
            {
                builder.Append(unit);
            }
        }

        return builder.ToString();
    }

    private static FrozenDictionary<char, string> Load()
    {
        var letters = new Dictionary<char, string>();
        using var reader = new StreamReader(typeof(PresentationForms).Assembly.GetManifestResourceStream("PresentationForms.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var codes = line.Split(' ').Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
                letters[(char)codes[0]] = string.Concat(codes.Skip(1).Select(char.ConvertFromUtf32));
            }
        }

        return letters.ToFrozenDictionary();
    }
}
