using System.Text;
using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Statements;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>Reads the value that stands directly behind its key: <c>"key": "value"</c>, <c>key = value</c>, <c>key -> value</c>, 键：值.</summary>
internal static partial class AdjacentPair
{
    private const int MaxPair = 1200;

    /// <summary>The pair as a statement of its own, and its value; <see langword="null"/> if no sign of one follows the key.</summary>
    public static (Statement Statement, Range Value)? Read(Statement statement, Range key, ReadableDocument document)
    {
        var (start, length) = key.GetOffsetAndLength(statement.Text.Length);
        var byteStart = statement.ByteStart + Encoding.UTF8.GetByteCount(statement.Text.AsSpan(0, start));

        // A long line may have been cut between key and value: the text itself goes on.
        var text = Following(document, byteStart, statement.Text[start..]);
        var match = Pair().Match(text, length);
        if (match.Success && !IsKey(statement.Text, start, match.Value))
        {
            return null;
        }

        var value = match.Groups["quoted"].Success ? match.Groups["quoted"] : match.Groups["bare"];
        if (!match.Success || value.Length == 0)
        {
            return null;
        }

        var end = match.Index + match.Length;
        return (statement with { Kind = StatementKind.KeyValue, Text = text[..end], ByteStart = byteStart, Key = 0..length, Value = value.Index..(value.Index + value.Length), Headers = [], Cells = [] }, value.Index..(value.Index + value.Length));
    }

    // A colon within a sentence ("in Troy: a tale") makes no key of the word before it; at the head of a line, or in quotes, it does.
    private static bool IsKey(string text, int start, string sign)
    {
        var before = text.AsSpan(0, start).TrimEnd(" \t");
        return before.IsEmpty || before[^1] is '\n' or '{' or '[' or ',' or ';' or '，' or '；' or '、' or '。' or '.' or '"' or '\'' or '“' or '「' or '`' or '|' or '-' or '*' or '•' || !(sign.Contains(':', StringComparison.Ordinal) || sign.Contains('：', StringComparison.Ordinal));
    }

    private static string Following(ReadableDocument document, long byteStart, string rest)
    {
        if (rest.Length >= MaxPair)
        {
            return rest[..MaxPair];
        }

        var bytes = document.Text.Slice(byteStart, (int)Math.Min(4L * MaxPair, document.Text.Bytes - byteStart));
        var longer = Encoding.UTF8.GetString(bytes);
        return longer.Length > MaxPair ? longer[..MaxPair] : longer.TrimEnd('\uFFFD');
    }

    [GeneratedRegex(@"\G[""'”’」`\]]?[ \t]*(?:=>|->|→|⇒|:=|[:：=]|\t|\|)\s*(?:[""“「'‘](?<quoted>[^""”」\n]{1,1000}?)[""”」'’](?=\s*(?:[,，;；}\].。\n]|$))|(?<bare>[^\s,，;；。}\]|][^,，;；。}\]\n|]{0,300}?)(?=\s*(?:[,，;；。}\]\n|]|\.(?:\s|$)|$)))")]
    private static partial Regex Pair();
}
