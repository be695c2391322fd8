namespace Longleaf.Reading;

/// <summary>Who said a <see cref="Turn"/>.</summary>
public enum TurnAuthor
{
    /// <summary>The one who asks.</summary>
    User,

    /// <summary>The one who answers.</summary>
    Assistant,
}

/// <summary>One turn of a conversation.</summary>
/// <param name="Author">Who said it.</param>
/// <param name="Text">What was said.</param>
public sealed record Turn(TurnAuthor Author, string Text);
