using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Aggregation.Questions;

/// <summary>A question's text, and what of it has been understood: what nothing accounts for makes an answer a guess.</summary>
internal sealed partial class QuestionText(string text)
{
    private readonly bool[] _taken = new bool[text.Length];

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>A question with words that are said in short written out: of 平均分 it is 分数 that has a column.</summary>
    public static string Full(string text) => ShortScore().Replace(text, "分数");

    /// <summary>Notes that a stretch is understood.</summary>
    public void Take(int start, int length) => _taken.AsSpan(start, length).Fill(true);

    /// <summary>Notes that all matches of a pattern are understood, and says whether there are any.</summary>
    public bool TakeAll(Regex pattern)
    {
        var any = false;
        foreach (var match in pattern.EnumerateMatches(text))
        {
            any = true;
            Take(match.Index, match.Length);
        }

        return any;
    }

    /// <summary>Whether nothing of a stretch is understood yet.</summary>
    public bool IsFree(int start, int length) => !_taken.AsSpan(start, length).Contains(true);

    /// <summary>The text with blanks for what is understood.</summary>
    public string Rest() => string.Create(text.Length, this, static (rest, question) =>
    {
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = question._taken[i] ? ' ' : question.Text[i];
        }
    });

    [GeneratedRegex("(?<=平均|最高|最低|总)分(?![数组类别布成钟])")]
    private static partial Regex ShortScore();
}
