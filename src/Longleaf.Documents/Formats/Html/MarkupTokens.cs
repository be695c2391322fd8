using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Longleaf.Documents.Formats.Html;

/// <summary>The tokens of markup, by AngleSharp, straight from the text: no copy of it is made.</summary>
internal static class MarkupTokens
{
    // What the tokenizer takes for the end of the text.
    private const char End = '\uFFFF';

    /// <summary>Starts to read markup.</summary>
    public static HtmlTokenizer Of(string markup) =>
        new(new TextSource(new StringTextSource(markup.Contains(End, StringComparison.Ordinal) ? markup.Replace(End, '\uFFFD') : markup)), BookEntities.Instance)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            IsAcceptingCharacterData = true,
            DisableElementPositionTracking = true,
        };
}
