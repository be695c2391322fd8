using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Longleaf.Documents.Formats.Html;

/// <summary>The tags of an XML file around a book, found as HTML's are: errors that XML does not forgive are common there, and no entity is ever defined.</summary>
internal static class MarkupTags
{
    private const int MaxAttributes = 1000;

    private static readonly Dictionary<string, string> None = [];

    public static IEnumerable<MarkupTag> Read(string markup)
    {
        using var tokenizer = MarkupTokens.Of(markup);
        tokenizer.ShouldEmitAttribute = static (ref StructHtmlToken tag, ReadOnlyMemory<char> _) => tag.Attributes.Count < MaxAttributes
            ? true
            : throw new UnreadableException(
                DocumentFailureCode.TooLarge, FormattableString.Invariant($"This book's list of contents has a tag with more than {MaxAttributes:N0} attributes: make the book anew and upload it again."));
        var tag = default(MarkupTag);
        var text = new StringBuilder();
        while (true)
        {
            var (next, isEnd) = Next(tokenizer, text);
            if (next is null && !isEnd)
            {
                continue;
            }

            if (tag is not null)
            {
                yield return tag with { Text = text.ToString() };
            }

            text.Clear();
            tag = next;
            if (isEnd)
            {
                yield break;
            }
        }
    }

    private static (MarkupTag? Tag, bool IsEnd) Next(HtmlTokenizer tokenizer, StringBuilder text)
    {
        ref var token = ref tokenizer.GetStructToken();
        switch (token.Type)
        {
            case HtmlTokenType.EndOfFile:
                return (null, true);
            case HtmlTokenType.Character:
                text.Append(token.Data.Memory.Span);
                return (null, false);
            case HtmlTokenType.StartTag or HtmlTokenType.EndTag:
                var attributes = token.Attributes.Count == 0 ? None : new Dictionary<string, string>(StringComparer.Ordinal);
                for (var index = 0; index < token.Attributes.Count; index++)
                {
                    attributes.TryAdd(token.Attributes[index].Name.ToString(), token.Attributes[index].Value.ToString());
                }

                return (new MarkupTag(WithoutPrefix(token.Name.ToString()), token.Type == HtmlTokenType.EndTag, token.IsSelfClosing, attributes, ""), false);
            default:
                return (null, false);
        }
    }

    private static string WithoutPrefix(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
