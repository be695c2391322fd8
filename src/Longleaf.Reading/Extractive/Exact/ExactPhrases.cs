using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Exact;

/// <summary>The words of answers to the letter, Markdown; what stands in {0} and {1} is the documents'.</summary>
internal sealed record ExactPhrases
{
    private static readonly ExactPhrases English = new()
    {
        CountedIn = " Counted in {0}: {1} words.",
        WithoutFunctionWords = " Words such as “the” and “of” are left out.",
        Before = " Before that: ",
        Line = "line {0}",
    };

    private static readonly ExactPhrases Chinese = new()
    {
        CountedIn = "统计范围：{0}，共 {1} 个词。",
        WithoutFunctionWords = "未计“the”“of”一类虚词。",
        Before = "此前：",
        Line = "第 {0} 行",
    };

    /// <summary>What was counted: documents {0}, of {1} words.</summary>
    public required string CountedIn { get; init; }

    /// <summary>Which words were not counted.</summary>
    public required string WithoutFunctionWords { get; init; }

    /// <summary>Before what held until then.</summary>
    public required string Before { get; init; }

    /// <summary>The line of number {0}.</summary>
    public required string Line { get; init; }

    /// <summary>The words of a language.</summary>
    public static ExactPhrases In(AnswerLanguage language) => language == AnswerLanguage.Chinese ? Chinese : English;
}
