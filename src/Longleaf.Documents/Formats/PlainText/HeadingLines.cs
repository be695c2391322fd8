namespace Longleaf.Documents.Formats.PlainText;

/// <summary>
/// Tells lines that may be headings by what is the custom of plain text everywhere. Better to miss one than to take a sentence for one:
/// whether such a line is one also depends on where it stands (<see cref="HeadingQueue"/>).
/// </summary>
internal static class HeadingLines
{
    /// <summary>Longer lines are none.</summary>
    public const int MaxLength = 100;

    private const int MaxTitle = 80;
    private const int MaxHanTitle = 40;
    private const int MaxHanPrefix = 20;
    private const int MinCapitals = 4;
    private const int MinRule = 3;
    private const int LongestWord = 16;
    private const int PartLevel = 2;
    private const int ChapterLevel = 3;
    private const int SectionLevel = 4;
    private const string HanUnits = "章回卷节節篇部编編集册冊幕折話话장절부권";
    private const string HanParts = "卷篇部编編集册冊幕부권";
    private const string Decoration = " \t　#=*-—–─·【】[]《》〈〉（）()";

    private const string Quotes = "\"“”„«»「」『』";
    private const string MarkupOrCode = "<>{}[]|\\=@_;$%^~`";

    /// <summary>A line that says that a part of the text starts, wherever it stands.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isAlone">Whether empty lines are around it; else it must say nothing more, for prose is broken into lines anywhere.</param>
    public static HeadingLine? Chapter(ReadOnlySpan<char> line, bool isAlone)
    {
        var text = line.Trim();
        if (text.IsEmpty || text.Length > MaxLength)
        {
            return null;
        }

        return char.IsUpper(text[0]) ? LatinChapter(text, isAlone) : char.IsAsciiLetterOrDigit(text[0]) ? null : HanChapter(text, isAlone);
    }

    /// <summary>A line with empty lines around it that looks like a title.</summary>
    public static HeadingLine? Alone(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        if (text.IsEmpty || text.Length > MaxTitle)
        {
            return null;
        }

        if (!char.IsLower(text[0]) && IsNamed(text.TrimEnd(".:：")))
        {
            return new HeadingLine(ChapterLevel, null, HeadingKind.Named);
        }

        if (ChapterNumber.Roman(text.TrimEnd('.')) is { } roman && char.IsUpper(text[0]))
        {
            return new HeadingLine(ChapterLevel, roman, HeadingKind.Number);
        }

        return char.IsAsciiDigit(text[0]) ? Numbered(text)
            : AreCapitals(text) && char.IsLetterOrDigit(text[0]) && (char.IsLetterOrDigit(text[^1]) || text[^1] == ')') && !HasAny(text, Quotes) && !SaysEnd(text) ? new HeadingLine(ChapterLevel, null, HeadingKind.Capitals)
            : null;
    }

    /// <summary>Whether a line can be the title of the chapter whose number stands on the line before.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isAlone">Whether empty lines are around it.</param>
    public static bool CanBeTitle(ReadOnlySpan<char> line, bool isAlone)
    {
        var text = line.Trim();
        return !text.IsEmpty && text.Length <= MaxTitle
            && (AreCapitals(text) || (isAlone && !char.IsLower(text[0]) && char.IsLetter(text[0]) && !EndsClause(text[^1]) && !HasAny(text, Quotes)));
    }

    /// <summary>The level of a title with this rule under it; <see langword="null"/> if it is none.</summary>
    public static int? Underlined(ReadOnlySpan<char> title, ReadOnlySpan<char> rule)
    {
        var text = title.Trim();
        if (!IsRule(rule) || text.IsEmpty || text.Length > MaxTitle || EndsClause(text[^1]) || !char.IsLetterOrDigit(text[0]) || text.Contains('|'))
        {
            return null;
        }

        // As long as what it underlines, which ideographs make twice as long; a rule across the page divides.
        var width = 0;
        foreach (var unit in text)
        {
            width += unit >= '\u2E80' ? 2 : 1;
        }

        var length = rule.Trim().Length;
        return length >= Math.Min(width, text.Length) - 2 && length <= width + 4 ? (rule.Trim()[0] switch { '=' => 1, '-' => 2, _ => 3 }) : null;
    }

    /// <summary>Whether a line is a rule of one sign.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        var rule = line.Trim();
        return rule.Length >= MinRule && rule[0] is '=' or '-' or '~' or '*' or '^' or '#' && !rule.ContainsAnyExcept(rule[0]);
    }

    /// <summary>Whether a line may be the last of a paragraph: a sentence ends, or the line is shorter than lines that are broken to a width.</summary>
    public static bool MayEndParagraph(ReadOnlySpan<char> line)
    {
        var text = line.TrimEnd();
        return text.IsEmpty || text.Length <= MaxTitle / 2 || !(char.IsLetterOrDigit(text[^1]) || text[^1] is ',' or ';' or '-' or '，' or '、');
    }

    private static HeadingLine? LatinChapter(ReadOnlySpan<char> text, bool isAlone)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        if (length == text.Length || LevelOf(text[..length]) is not { } level)
        {
            return null;
        }

        var rest = text[length..].TrimStart(". ");
        rest = rest.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? rest[4..].TrimStart() : rest;
        if (rest.Length == text.Length - length || ChapterNumber.Read(rest, out var digits) is not { } number)
        {
            return null;
        }

        rest = rest[digits..];
        if (rest.TrimEnd(" .:").IsEmpty)
        {
            return new HeadingLine(level, number, HeadingKind.BareChapter);
        }

        // "Chapter I: …", "Chapter I. …", "CHAPTER I--…"; else "PART ONE The Old Buccaneer", which must not read like a sentence.
        var isParted = rest[0] is '.' or ':' or '-' or '—' or '–' || rest.TrimStart().StartsWith("-") || rest.TrimStart() is ['—' or '–', ..];
        var title = rest.TrimStart(".:-—– _");
        var startsTitle = (isParted || char.IsWhiteSpace(rest[0])) && !title.IsEmpty && (char.IsDigit(title[0]) || char.IsUpper(title[0]) || title[0] >= '\u2E80' || title[0] is '"' or '“' or '\'' or '‘');
        return isAlone && startsTitle && (isParted ? !EndsOpen(title[^1]) : !EndsClause(title[^1]) || AreCapitals(title))
            ? new HeadingLine(level, number, HeadingKind.Chapter)
            : null;
    }

    // "第十二回 …", "红楼梦 第一回", "卷三", "제1장", with signs around them.
    private static HeadingLine? HanChapter(ReadOnlySpan<char> line, bool isAlone)
    {
        var text = line.Trim(Decoration);
        var at = text.IndexOfAny('第', '卷', '제');
        if (at < 0 || at > MaxHanPrefix || text.Length - at > MaxHanTitle || (at > 0 && !char.IsWhiteSpace(text[at - 1])))
        {
            return isAlone || text.Length > 4 || text.IsEmpty || text[0] < '\u2E80' || !IsNamed(text) ? null : new HeadingLine(ChapterLevel, null, HeadingKind.Named);
        }

        var digits = text[(at + 1)..].TrimStart();
        var count = 0;
        while (count < digits.Length && ChapterNumber.HanDigits.Contains(digits[count], StringComparison.Ordinal))
        {
            count++;
        }

        var rest = digits[count..];
        if (count == 0 || (text[at] != '卷' && (rest.TrimStart() is not [var unit, ..] || !HanUnits.Contains(unit, StringComparison.Ordinal))))
        {
            return null;
        }

        var level = text[at] == '卷' || HanParts.Contains(rest.TrimStart()[0], StringComparison.Ordinal) ? PartLevel : rest.TrimStart()[0] is '节' or '節' or '절' ? SectionLevel : ChapterLevel;
        var title = text[at] == '卷' ? rest : rest.TrimStart()[1..];
        if (title.IsEmpty)
        {
            return new HeadingLine(level, null, HeadingKind.BareChapter);
        }

        // "第四回中既将…": the words go on.
        var isParted = char.IsWhiteSpace(title[0]) || title[0] is '：' or ':' or '、' or '·' or '—' or '－' or '-' or '.' or '．' or '上' or '下' or '之';
        return (isParted || isAlone) && !EndsClause(title[^1]) ? new HeadingLine(level, null, HeadingKind.Chapter) : null;
    }

    // "1. Scope", "2.1 Methods". The last of its numbers counts among its like.
    private static HeadingLine? Numbered(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        if (end == text.Length || text[end] is not (' ' or '\t' or '　'))
        {
            return null;
        }

        var number = text[..end].TrimEnd('.');
        var title = text[end..].TrimStart();
        var last = number[(number.LastIndexOf('.') + 1)..];
        var depth = number.Count('.');
        return depth <= 2 && last.Length is 1 or 2 && title.Length <= MaxTitle - 20 && char.IsLetter(title[0]) && !char.IsLower(title[0]) && !EndsClause(title[^1]) && !HasAny(title, MarkupOrCode)
            ? new HeadingLine(ChapterLevel + depth, int.Parse(last, System.Globalization.CultureInfo.InvariantCulture), HeadingKind.Number)
            : null;
    }

    // Words of letters that could be small and are not.
    private static bool AreCapitals(ReadOnlySpan<char> text)
    {
        var (capitals, letters, word, longest) = (0, 0, 0, 0);
        foreach (var unit in text)
        {
            if (char.IsLower(unit))
            {
                return false;
            }

            var isLetter = char.IsLetter(unit);
            capitals += char.IsUpper(unit) ? 1 : 0;
            letters += isLetter ? 1 : 0;
            word = isLetter ? word + 1 : 0;
            longest = Math.Max(longest, word);
        }

        return capitals >= MinCapitals && capitals == letters && longest >= 3 && letters * 2 > text.Length && !EndsOpen(text[^1]) && !HasAny(text, MarkupOrCode);
    }

    // "Book" and "BOOK" alike. By a switch and loops, as a reader is compiled ahead of time and the framework's searches for sets are not.
    private static int? LevelOf(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[LongestWord];
        return word.Length > LongestWord ? null : (ReadOnlySpan<char>)upper[..word.ToUpperInvariant(upper)] switch
        {
            "BOOK" or "PART" or "VOLUME" or "VOL" or "ACT" => PartLevel,
            "BUCH" or "TEIL" or "BAND" or "LIVRE" or "PARTIE" or "TOME" or "LIBRO" or "PARTE" or "ЧАСТЬ" or "КНИГА" or "ТОМ" => PartLevel,
            "CHAPTER" or "CANTO" or "SCENE" or "APPENDIX" or "ANNEX" => ChapterLevel,
            "KAPITEL" or "CHAPITRE" or "CAPÍTULO" or "CAPITULO" or "CAPITOLO" or "HOOFDSTUK" or "ROZDZIAŁ" or "ГЛАВА" => ChapterLevel,
            "SECTION" or "ABSCHNITT" or "РАЗДЕЛ" => SectionLevel,
            _ => null,
        };
    }

    private static bool IsNamed(ReadOnlySpan<char> text)
    {
        Span<char> upper = stackalloc char[LongestWord];
        return text.Length <= LongestWord && (ReadOnlySpan<char>)upper[..text.ToUpperInvariant(upper)] is
            "PREFACE" or "FOREWORD" or "PROLOGUE" or "EPILOGUE" or "INTRODUCTION" or "CONCLUSION" or "AFTERWORD" or "APPENDIX" or "GLOSSARY" or "BIBLIOGRAPHY"
            or "VORWORT" or "NACHWORT" or "EINLEITUNG" or "PROLOG" or "EPILOG" or "PRÉFACE" or "AVANT-PROPOS" or "ÉPILOGUE"
            or "CONCLUSIÓN" or "PRÓLOGO" or "EPÍLOGO" or "INTRODUCCIÓN" or "INTRODUÇÃO" or "PREFAZIONE" or "PROLOGO" or "EPILOGO"
            or "ВВЕДЕНИЕ" or "ПРЕДИСЛОВИЕ" or "ПРОЛОГ" or "ЭПИЛОГ" or "ЗАКЛЮЧЕНИЕ"
            or "序" or "序章" or "序言" or "前言" or "引子" or "引言" or "楔子" or "尾声" or "尾聲" or "后记" or "後記" or "终章" or "終章" or "附录" or "附錄" or "跋" or "番外"
            or "まえがき" or "あとがき";
    }

    private static bool SaysEnd(ReadOnlySpan<char> text) => text is "THE END" or "END" or "FIN" or "FINIS" or "ENDE" or "FINE" || text.StartsWith("END OF ", StringComparison.Ordinal);

    private static bool HasAny(ReadOnlySpan<char> text, string signs)
    {
        foreach (var unit in text)
        {
            if (signs.Contains(unit, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsOpen(char last) => last is ',' or ';' or ':' or '，' or '；' or '：' or '、';

    private static bool EndsClause(char last) => EndsOpen(last) || last is '.' or '!' or '?' or '。' or '！' or '？' or '…' or '"' or '”' or '’' or '\'';
}
