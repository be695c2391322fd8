namespace Longleaf.Reading.Planning;

/// <summary>A question as it was understood.</summary>
internal sealed record Question
{
    /// <summary>The last turn, as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>The text to search for: the question without the words that only make it one.</summary>
    public required string Search { get; init; }

    /// <summary>What earlier turns were about, when this one leans on them; else empty. Weighs less.</summary>
    public string Carried { get; init; } = "";

    /// <summary>The question before, where this one only swaps a part of it ("and in April?") and that asked for a computation; else empty.</summary>
    public string Swapped { get; init; } = "";

    /// <summary>The language to answer in.</summary>
    public required AnswerLanguage Language { get; init; }

    /// <summary>How it is answered.</summary>
    public required Route Route { get; init; }

    /// <summary>What kind of thing is asked for.</summary>
    public AnswerType Type { get; init; }

    /// <summary>What a measure measures.</summary>
    public Dimension Dimension { get; init; }

    /// <summary>Words that a value of the right type answers by itself ("long" in "how long", "cost" where money is asked for).</summary>
    public IReadOnlyList<string> TypeWords { get; init; } = [];

    /// <summary>Strings in quotation marks, without the marks.</summary>
    public IReadOnlyList<string> Quoted { get; init; } = [];

    /// <summary>Names and codes in it, as written.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Positions of the documents it is about; empty when it does not say.</summary>
    public IReadOnlyList<int> Documents { get; init; } = [];

    /// <summary>Words of the question that only name those documents.</summary>
    public IReadOnlyList<string> DocumentWords { get; init; } = [];

    /// <summary>Whether each document is asked about by itself ("which of them").</summary>
    public bool PerDocument { get; init; }

    /// <summary>The section or topic a summary is about; empty for the whole.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The length and shape a summary is wanted in.</summary>
    public SummaryForm Form { get; init; } = SummaryForm.Free;

    /// <summary>Whether the role asked for short answers.</summary>
    public bool Brief { get; init; }

    /// <summary>Where every passage is to be read: the most tokens of them; 0 where search chooses.</summary>
    public long ReadTokens { get; init; }
}
