using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Aggregation.Mentions;

/// <summary>The own words of answers that count what whole texts say, in one language.</summary>
internal sealed record MentionPhrases
{
    private static readonly MentionPhrases English = new()
    {
        Times = "**{0} times.** “{1}” in {2}, as a whole word and in any case.",
        Once = "**Once.** “{1}” in {2}, as a whole word and in any case.",
        Never = "**Not once.** “{0}” does not stand in {1}, which was read in full.",
        MostIn = "\n\nMost in: {0}.",
        First = "\n\nThe first:",
        Places = "**{0} places mention “{1}”** ({2} times in all):",
        PlacesOfDocuments = "**{0} of {1} documents mention “{2}”:**",
        Values = "**{0} different, {1} in all**, in {2}:",
        Names = "**{0} names that may be persons’, {1} times in all**, in {2}, as far as capitals tell:",
        NoValues = "**None.** {0} was read in full.",
        Whole = "under no heading",
        MorePlaces = " and {0} more places",
        More = "\n\nand {0} more.",
        Documents = "{0} documents",
    };

    private static readonly MentionPhrases Chinese = new()
    {
        Times = "**{0} 次。**“{1}”在 {2} 中出现的次数，全文统计。",
        Once = "**1 次。**“{1}”在 {2} 中出现的次数，全文统计。",
        Never = "**没有出现。**已通读 {1}，其中没有“{0}”。",
        MostIn = "\n\n出现最多的位置：{0}。",
        First = "\n\n最先出现在：",
        Places = "**{0} 处提到“{1}”**（共 {2} 次）：",
        PlacesOfDocuments = "**{1} 份文档中有 {0} 份提到“{2}”：**",
        Values = "**{0} 个不同的值，共出现 {1} 次**（{2}）：",
        Names = "**{0} 个可能是人名的名字，共出现 {1} 次**（{2}，仅凭字形判断）：",
        NoValues = "**没有。**已通读 {0}。",
        Whole = "不在标题之下",
        MorePlaces = "，另有 {0} 处",
        More = "\n\n另有 {0} 项。",
        Documents = "{0} 份文档",
    };

    /// <summary>A term {1} stands {0} times in {2}.</summary>
    public required string Times { get; init; }

    /// <summary>A term {1} stands once in {2}.</summary>
    public required string Once { get; init; }

    /// <summary>A term {0} is nowhere in {1}.</summary>
    public required string Never { get; init; }

    /// <summary>Before the places with the most.</summary>
    public required string MostIn { get; init; }

    /// <summary>Before the first occurrences.</summary>
    public required string First { get; init; }

    /// <summary>So many places {0} have the term {1}, {2} times.</summary>
    public required string Places { get; init; }

    /// <summary>So many documents {0} of {1} have the term {2}.</summary>
    public required string PlacesOfDocuments { get; init; }

    /// <summary>So many different values {0}, in all {1}, of {2}.</summary>
    public required string Values { get; init; }

    /// <summary>So many names {0}, in all {1}, of {2}: rules know no persons.</summary>
    public required string Names { get; init; }

    /// <summary>There is no such value in {0}.</summary>
    public required string NoValues { get; init; }

    /// <summary>Stands for a place where a text has no parts.</summary>
    public required string Whole { get; init; }

    /// <summary>After places, where {0} more are not told.</summary>
    public required string MorePlaces { get; init; }

    /// <summary>After a list, where {0} more are not told.</summary>
    public required string More { get; init; }

    /// <summary>So many documents {0}.</summary>
    public required string Documents { get; init; }

    /// <summary>The words of a language.</summary>
    public static MentionPhrases In(AnswerLanguage language) => language == AnswerLanguage.Chinese ? Chinese : English;
}
