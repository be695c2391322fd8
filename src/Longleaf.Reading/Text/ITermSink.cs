namespace Longleaf.Reading.Text;

/// <summary>Takes the terms of a text as <see cref="TermScanner{TSink}"/> finds them.</summary>
internal interface ITermSink
{
    /// <summary>Takes one term.</summary>
    /// <param name="term">The term; its memory is used again after the call.</param>
    /// <param name="start">First UTF-16 unit of the text it was made from.</param>
    /// <param name="length">UTF-16 units of it.</param>
    void Add(ReadOnlySpan<char> term, int start, int length);
}
