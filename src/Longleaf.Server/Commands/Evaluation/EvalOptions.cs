using System.CommandLine;
using Longleaf.Evaluation;

namespace Longleaf.Server.Commands.Evaluation;

/// <summary>The options that all suites of <c>eval</c> share.</summary>
internal sealed class EvalOptions
{
    private readonly Option<DirectoryInfo> _data = new("--data")
    {
        Description = "The folder that holds qa, the question sets. Default: LONGLEAF_TESTDATA, else shared beside the project.",
        Recursive = true,
    };

    private readonly Option<string> _tokens = new("--tokens") { Description = "Lengths of haystacks in tokens, each measured by itself: 128k,1M,10M.", Recursive = true };
    private readonly Option<string> _language = new("--language") { Description = "Languages of needles: en,zh.", Recursive = true };
    private readonly Option<string> _set = new("--set") { Description = "Question sets, by name: nq,cmrc. Default: all.", Recursive = true };

    private readonly Option<string> _needles = new("--needles")
    {
        Description = "Wordings of needles: dev (for writing rules), test (for figures), or a file of your own.",
        DefaultValueFactory = _ => "dev",
        Recursive = true,
    };

    private readonly Option<int?> _sample = new("--sample") { Description = "At most this many questions of each set or task; 0 for all.", Recursive = true };
    private readonly Option<int> _seed = new("--seed") { Description = "Where chance starts.", DefaultValueFactory = _ => 1, Recursive = true };
    private readonly Option<bool> _baseline = new("--baseline") { Description = "Measure a plain BM25 too.", Recursive = true };
    private readonly Option<FileInfo> _json = new("--json") { Description = "Write all figures to this file as JSON.", Recursive = true };
    private readonly Option<FileInfo> _report = new("--report") { Description = "Write the tables to this file as Markdown, heat maps beside it as SVG.", Recursive = true };
    private readonly Option<FileInfo> _missed = new("--missed") { Description = "Write what was not answered as it should have been to this file.", Recursive = true };

    /// <summary>The options, to be added to a command.</summary>
    public IEnumerable<Option> All => [_data, _tokens, _language, _set, _needles, _sample, _seed, _baseline, _json, _report, _missed];

    /// <summary>What is to be measured.</summary>
    /// <exception cref="EvaluationException">A length is none.</exception>
    public EvaluationOptions Read(ParseResult parsed) => new()
    {
        Data = parsed.GetValue(_data)?.FullName,
        Tokens = [.. Parts(parsed.GetValue(_tokens)).Select(Length)],
        Languages = Parts(parsed.GetValue(_language)),
        Sets = Parts(parsed.GetValue(_set)),
        Needles = parsed.GetValue(_needles)!,
        Sample = parsed.GetValue(_sample),
        Seed = parsed.GetValue(_seed),
        Baseline = parsed.GetValue(_baseline),
    };

    /// <summary>Where figures go besides standard output.</summary>
    public EvalOutput Output(ParseResult parsed) => new(parsed.GetValue(_json), parsed.GetValue(_report), parsed.GetValue(_missed));

    private static string[] Parts(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static long Length(string text) => TokenLength.TryRead(text, out var tokens)
        ? tokens
        : throw new EvaluationException($"{text} is no length in tokens: 128k, 1M, up to {TokenLength.Write(EvaluationOptions.MaxTokens)}.");
}
