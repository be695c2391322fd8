namespace Longleaf.Server.Conversations;

/// <summary>A text whose tokens are counted as it stands, and the limits that it counts towards besides that of the whole request.</summary>
/// <param name="Text">The text of one message.</param>
/// <param name="UserTurn">The number of the user turn that it is of, if of one.</param>
/// <param name="IsDocument">Whether it is a document given as text.</param>
internal readonly record struct CountedText(string Text, int? UserTurn = null, bool IsDocument = false);
