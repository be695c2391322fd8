using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Comparisons;

/// <summary>The same thing in two documents.</summary>
/// <param name="Label">What it is, as the first document says.</param>
/// <param name="First">What the first says, and where.</param>
/// <param name="FirstRange">What of it is shown.</param>
/// <param name="Second">What the second says, and where.</param>
/// <param name="SecondRange">What of it is shown.</param>
/// <param name="Same">Whether they say the same.</param>
internal sealed record ComparedRow(string Label, Statement First, Range FirstRange, Statement Second, Range SecondRange, bool Same);
