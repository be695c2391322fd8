using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive;

/// <summary>An answer's own words, in one language. All else in an answer is the documents'.</summary>
internal sealed record Phrases
{
    private static readonly Phrases English = new()
    {
        Greeting = "Hello. Ask me about your documents: I look up facts, summarise, and compare, and I say where each answer stands.",
        NoDocuments = "There are no documents in this conversation. Name one or more files, and I answer from what they say.",
        NothingAsked = "What would you like to know about the documents?",
        Empty = "The document has no text to read.",
        NotHere = "**Not in these documents.**",
        NotSaid = "**The documents do not say.**",
        NotOutright = "**The documents do not say outright.** The nearest:",
        Quotation = "“{0}”",
        Nearest = "The nearest: “{0}” ({1}).",
        NothingOf = "Nothing of the kind is said of {0}.",
        Source = " ({0})",
        Also = "Also:",
        Sections = "Its sections:",
        SectionsOf = "Sections of {0}:",
        More = "… and {0} more.",
        NoSections = "It has no section titles.",
        Stop = ".",
        Join = "; ",
        Colon = ": ",
        Same = "The same in both:",
        OnlyIn = "Only in {0}:",
        SectionsOnlyIn = "Sections only in {0}:",
        Attribute = "Attribute",
        NoDifferences = "In what both of them state, {0} and {1} do not differ.",
        CommonSections = "Sections in both:",
        Terms = "Most of all in {0}:",
        SharedTerms = "Both speak of:",
        Comma = ", ",
        NoSectionNamed = "No section is called so; what the documents say of it:",
        NotIn = "not said",
        FileAuthor = "**{0}**, by the file's properties. ({1})",
        Columns = "A table; its columns: {0}",
        Speakers = "Speakers: ",
        People = "People: {0}.",
        Places = "Places: {0}.",
        InOrder = "In the order of its parts:",
        Comparing = "{0} documents are named; the first {1} are compared.",
        TitleRow = "Title",
        PeopleRow = "People",
        PlacesRow = "Places",
        WordsRow = "Words most its own",
        SameInAll = "The same in all:",
        Changes = "From {0} to {1}: **{2} changed, {3} added, {4} removed**; {5} statements are the same.",
        NothingChanged = "**Nothing changed**: {0} and {1} say the same.",
        Added = "Added in {0}:",
        Removed = "Removed from {0}:",
    };

    private static readonly Phrases Chinese = new()
    {
        Greeting = "您好。请就您的文档提问：我可以查找事实、概括内容、比较文档，并注明出处。",
        NoDocuments = "这次对话中没有文档。请指定一个或多个文件，我会依据其中的内容回答。",
        NothingAsked = "关于这些文档，您想了解什么？",
        Empty = "这份文档没有可读的文字。",
        NotHere = "**这些文档中没有相关内容。**",
        NotSaid = "**文档中没有说明。**",
        NotOutright = "**文档中没有直接说明。** 最接近的内容：",
        Quotation = "“{0}”",
        Nearest = "最接近的内容：“{0}”（{1}）。",
        NothingOf = "{0} 中没有这样的内容。",
        Source = "（{0}）",
        Also = "另见：",
        Sections = "各部分：",
        SectionsOf = "{0} 的各部分：",
        More = "……另有 {0} 项。",
        NoSections = "它没有章节标题。",
        Stop = "。",
        Join = "；",
        Colon = "：",
        Same = "两者相同：",
        OnlyIn = "仅见于 {0}：",
        SectionsOnlyIn = "仅见于 {0} 的章节：",
        Attribute = "项目",
        NoDifferences = "就两者都写明的内容而言，{0} 与 {1} 没有差异。",
        CommonSections = "两者都有的章节：",
        Terms = "{0} 中尤其常见：",
        SharedTerms = "两者都谈到：",
        Comma = "、",
        NoSectionNamed = "没有以此为题的章节；文档中的相关内容：",
        NotIn = "未提及",
        FileAuthor = "**{0}**（据文件属性；{1}）",
        Columns = "一张表格，各列为：{0}",
        Speakers = "发言者：",
        People = "人物：{0}。",
        Places = "地点：{0}。",
        InOrder = "按先后：",
        Comparing = "共有 {0} 份文档；以下比较前 {1} 份。",
        TitleRow = "书名",
        PeopleRow = "人物",
        PlacesRow = "地点",
        WordsRow = "特有的词",
        SameInAll = "各份相同：",
        Changes = "从 {0} 到 {1}：**修改 {2} 处，新增 {3} 处，删去 {4} 处**；其余 {5} 处相同。",
        NothingChanged = "**没有改动**：{0} 与 {1} 内容相同。",
        Added = "{0} 新增：",
        Removed = "{0} 中有而后来删去的：",
    };

    /// <summary>What it says to a greeting.</summary>
    public required string Greeting { get; init; }

    /// <summary>There is nothing to read.</summary>
    public required string NoDocuments { get; init; }

    /// <summary>The last turn is empty.</summary>
    public required string NothingAsked { get; init; }

    /// <summary>A document without text.</summary>
    public required string Empty { get; init; }

    /// <summary>Nothing near was found.</summary>
    public required string NotHere { get; init; }

    /// <summary>Something near was found, but not an answer.</summary>
    public required string NotSaid { get; init; }

    /// <summary>Before the nearest quotes, where none is an answer.</summary>
    public required string NotOutright { get; init; }

    /// <summary>A quote {0} in quotation marks.</summary>
    public required string Quotation { get; init; }

    /// <summary>The nearest quote {0} and where it stands {1}.</summary>
    public required string Nearest { get; init; }

    /// <summary>The nearest is of another document than {0}, which was asked about.</summary>
    public required string NothingOf { get; init; }

    /// <summary>Where a quote stands {0}.</summary>
    public required string Source { get; init; }

    /// <summary>Before further support.</summary>
    public required string Also { get; init; }

    /// <summary>Before section titles.</summary>
    public required string Sections { get; init; }

    /// <summary>Before the section titles of the document {0}.</summary>
    public required string SectionsOf { get; init; }

    /// <summary>After a list cut short by {0} items.</summary>
    public required string More { get; init; }

    /// <summary>The document has no headings.</summary>
    public required string NoSections { get; init; }

    /// <summary>Ends a sentence.</summary>
    public required string Stop { get; init; }

    /// <summary>Joins facts.</summary>
    public required string Join { get; init; }

    /// <summary>Between a name and what is said of it.</summary>
    public required string Colon { get; init; }

    /// <summary>Before what two documents agree on.</summary>
    public required string Same { get; init; }

    /// <summary>Before what only document {0} has.</summary>
    public required string OnlyIn { get; init; }

    /// <summary>Before the titles that only document {0} has.</summary>
    public required string SectionsOnlyIn { get; init; }

    /// <summary>Heads the first column of a comparison.</summary>
    public required string Attribute { get; init; }

    /// <summary>Nothing stated by both differs.</summary>
    public required string NoDifferences { get; init; }

    /// <summary>Before the titles that two documents share.</summary>
    public required string CommonSections { get; init; }

    /// <summary>Before the words that one document {0} uses more than the other.</summary>
    public required string Terms { get; init; }

    /// <summary>Before the words that two documents both use often.</summary>
    public required string SharedTerms { get; init; }

    /// <summary>Between words of a list.</summary>
    public required string Comma { get; init; }

    /// <summary>A summary was asked of a section that is not there.</summary>
    public required string NoSectionNamed { get; init; }

    /// <summary>Stands where one document says nothing.</summary>
    public required string NotIn { get; init; }

    /// <summary>The author {0} that the properties of file {1} name.</summary>
    public required string FileAuthor { get; init; }

    /// <summary>A document is a table with columns {0}.</summary>
    public required string Columns { get; init; }

    /// <summary>Who {0} a story is about.</summary>
    public required string People { get; init; }

    /// <summary>Where {0} a story plays.</summary>
    public required string Places { get; init; }

    /// <summary>Before what happens in a story.</summary>
    public required string InOrder { get; init; }

    /// <summary>Before the names of those who speak.</summary>
    public required string Speakers { get; init; }

    /// <summary>More documents, {0}, were to be compared than {1}.</summary>
    public required string Comparing { get; init; }

    /// <summary>Names the titles of stories that are compared.</summary>
    public required string TitleRow { get; init; }

    /// <summary>Names the people of stories that are compared.</summary>
    public required string PeopleRow { get; init; }

    /// <summary>Names the places of stories that are compared.</summary>
    public required string PlacesRow { get; init; }

    /// <summary>Names the words that one story uses and the other does not.</summary>
    public required string WordsRow { get; init; }

    /// <summary>Before what more than two documents agree on.</summary>
    public required string SameInAll { get; init; }

    /// <summary>How much changed from {0} to {1}: {2} changed, {3} added, {4} removed, {5} the same.</summary>
    public required string Changes { get; init; }

    /// <summary>The versions {0} and {1} say the same.</summary>
    public required string NothingChanged { get; init; }

    /// <summary>Before what is new in {0}.</summary>
    public required string Added { get; init; }

    /// <summary>Before what stood in {0} and does no longer.</summary>
    public required string Removed { get; init; }

    /// <summary>The words of a language.</summary>
    public static Phrases In(AnswerLanguage language) => language == AnswerLanguage.Chinese ? Chinese : English;
}
