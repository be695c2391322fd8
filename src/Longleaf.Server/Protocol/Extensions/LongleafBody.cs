using System.Text.Json.Serialization;
using Longleaf.Reading;
using Longleaf.Reading.Citations;
using Longleaf.Server.Conversations;

namespace Longleaf.Server.Protocol.Extensions;

/// <summary>What an answer carries beyond the original's, under <c>longleaf</c>, as far as it was asked for (contract, extensions).</summary>
internal sealed record LongleafBody
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CitationBody>? Citations { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CoverageBody? Coverage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelUsageBody? Usage { get; init; }

    /// <summary>What was asked for; <see langword="null"/> if nothing was.</summary>
    public static LongleafBody? Of(ReadingRequest asked, FinishedAnswer answer) => !asked.Extends ? null : new()
    {
        Citations = asked.Citations ? [.. answer.Citations.Select(CitationBody.Of)] : null,
        Coverage = (asked.Coverage || asked.PlanOnly) && answer.Coverage is { } coverage ? CoverageBody.Of(coverage) : null,
        Usage = asked.Usage ? new ModelUsageBody(answer.Coverage?.Calls ?? 0, 0, 0, 0) : null,
    };
}

/// <summary>A place that an answer rests on.</summary>
/// <param name="Index">Its number in the answer, from 1.</param>
/// <param name="Quote">The text there, to the letter.</param>
/// <param name="FileId">The file.</param>
/// <param name="Filename">Its name.</param>
/// <param name="Start">The first code point of the quote in the text that <c>/content</c> returns.</param>
/// <param name="End">The code point after its last.</param>
internal sealed record CitationBody(int Index, string Quote, string FileId, string Filename, long Start, long End)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sheet { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Row { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    public static CitationBody Of(Citation citation, int position) =>
        new(position + 1, citation.Quote, citation.DocumentId, citation.DocumentName, citation.Start, citation.End)
        {
            Page = citation.Location.Page,
            Sheet = citation.Location.Sheet,
            Row = citation.Location.Row,
            Field = citation.Field,
            Section = citation.Location.Section.Count > 0 ? string.Join(" > ", citation.Location.Section) : null,
        };
}

/// <summary>What was read for an answer, and why so.</summary>
internal sealed record CoverageBody(
    string Mode, string Why, int Calls, long TokensRead, long TokensTotal, IReadOnlyList<FileCoverageBody> Files)
{
    public static CoverageBody Of(ReadingCoverage coverage) => new(
        coverage.Mode.Name(),
        coverage.Why,
        coverage.Calls,
        coverage.Documents.Sum(document => document.TokensRead),
        coverage.Documents.Sum(document => document.Tokens),
        [.. coverage.Documents.Select(FileCoverageBody.Of)]);
}

/// <summary>What was read of one file.</summary>
internal sealed record FileCoverageBody(string FileId, string State, int PassagesRead, int Passages, long TokensRead, long Tokens)
{
    public static FileCoverageBody Of(DocumentCoverage document) => new(
        document.DocumentId,
        document.State switch
        {
            CoverageState.Read => "read",
            CoverageState.Searched => "searched",
            _ => "skipped",
        },
        document.PassagesRead,
        document.Passages,
        document.TokensRead,
        document.Tokens);
}

/// <summary>What was spent on a model behind, in tokens; none by the embedded reader.</summary>
internal sealed record ModelUsageBody(int Calls, long PromptTokens, long CachedTokens, long CompletionTokens);
