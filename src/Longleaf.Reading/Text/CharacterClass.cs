namespace Longleaf.Reading.Text;

/// <summary>What a character is to the analysis.</summary>
internal enum CharacterClass : byte
{
    /// <summary>A blank, punctuation, a symbol: ends a word.</summary>
    Other,

    /// <summary>A letter of a script that is written with blanks between words.</summary>
    Letter,

    /// <summary>A decimal digit.</summary>
    Digit,

    /// <summary>A mark on the letter before it.</summary>
    Mark,

    /// <summary>A character of a script that is written without blanks, or whose words take particles: indexed by bigrams.</summary>
    Ideograph,

    /// <summary>Half of a surrogate pair: look at the code point.</summary>
    Surrogate,
}
