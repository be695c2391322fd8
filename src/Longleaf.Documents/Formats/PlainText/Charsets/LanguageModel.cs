using System.IO.Compression;
using System.Text;

namespace Longleaf.Documents.Formats.PlainText.Charsets;

/// <summary>How one letter follows another in a language, learnt from its Universal Declaration of Human Rights (<c>bench charsets --train</c>).</summary>
internal sealed class LanguageModel
{
    /// <summary>What is no letter.</summary>
    public const int NoLetter = 0;

    // a to z come first in every language.
    private const int FirstOwn = 27;

    private readonly Dictionary<char, byte> _classes = [];
    private readonly byte[] _costs;
    private readonly int _count;

    private LanguageModel(string name, string letters, byte[] costs)
    {
        (Name, _costs, _count) = (name, costs, FirstOwn + letters.Length);
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            _classes[letter] = (byte)(letter - 'a' + 1);
        }

        for (var index = 0; index < letters.Length; index++)
        {
            _classes[letters[index]] = (byte)(FirstOwn + index);
        }

        // Vietnamese has tone marks among its letters, which are of no script.
        Script = letters.FirstOrDefault(char.IsLetter) is var first and not '\0' ? Scripts.Of(first) : Script.Latin;
    }

    /// <summary>The models by name.</summary>
    public static IReadOnlyDictionary<string, LanguageModel> All { get; } = Load();

    public string Name { get; }

    public Script Script { get; }

    /// <summary>The class of a lower-case letter; <see cref="NoLetter"/> if it is none of the language.</summary>
    public int ClassOf(char letter) => _classes.GetValueOrDefault(letter);

    /// <summary>What it costs that a class follows another: sixteenths of the negative natural logarithm of how probable it is.</summary>
    public int Cost(int first, int second) => _costs[(first * _count) + second];

    private static Dictionary<string, LanguageModel> Load()
    {
        using var packed = typeof(LanguageModel).Assembly.GetManifestResourceStream("Languages.bin")!;
        using var reader = new BinaryReader(new DeflateStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var models = new Dictionary<string, LanguageModel>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, letters) = (reader.ReadString(), reader.ReadString());
            var count = FirstOwn + letters.Length;
            models.Add(name, new LanguageModel(name, letters, reader.ReadBytes(count * count)));
        }

        return models;
    }
}
