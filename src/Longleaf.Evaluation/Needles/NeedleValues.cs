namespace Longleaf.Evaluation.Needles;

/// <summary>Draws values, each once in a haystack.</summary>
/// <param name="random">The chance.</param>
internal sealed class NeedleValues(Random random)
{
    private const int MinDigits = 4;
    private const int MaxDigits = 7;
    private const int NameLetters = 5;
    private const int MaxTries = 10_000;

    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A value of a group.</summary>
    /// <returns>The value; <see langword="null"/> if all of its words are used.</returns>
    public string? Next(WordingGroup group) => group.Value switch
    {
        "uuid" => Unused(Uuid),
        "word" => Unused(() => string.Join(group.Language == "zh" ? "" : " ", group.Values.Select(part => part[random.Next(part.Count)]))),
        _ => Unused(Number),
    };

    /// <summary>A made-up name in capitals, as variables have.</summary>
    public string? Name() => Unused(() => Letters(NameLetters, 'A'));

    /// <summary>A made-up word.</summary>
    public string? Word(int letters) => Unused(() => Letters(letters, 'a'));

    private string Number()
    {
        var digits = random.Next(MinDigits, MaxDigits + 1);
        var least = (int)Math.Pow(10, digits - 1);
        return random.Next(least, least * 10).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Uuid()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private string Letters(int count, char first) => string.Create(count, (random, first), static (letters, state) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)(state.first + state.random.Next(26));
        }
    });

    private string? Unused(Func<string> draw)
    {
        for (var i = 0; i < MaxTries; i++)
        {
            var value = draw();
            if (_used.Add(value))
            {
                return value;
            }
        }

        return null;
    }
}
