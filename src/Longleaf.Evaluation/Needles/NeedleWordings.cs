using System.Text.Json;
using System.Text.Json.Serialization;

namespace Longleaf.Evaluation.Needles;

/// <summary>The wordings of needles: those that rules are written against, those that figures are made with, or those of a file.</summary>
public sealed class NeedleWordings
{
    private const long MaxFileBytes = 4 << 20;
    private const int MaxGroups = 1_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private NeedleWordings(IReadOnlyList<WordingGroup> groups) => Groups = groups;

    /// <summary>The groups.</summary>
    public IReadOnlyList<WordingGroup> Groups { get; }

    /// <summary>Opens wordings.</summary>
    /// <param name="name"><c>dev</c>, <c>test</c>, or a file's path.</param>
    /// <exception cref="EvaluationException">The file is not of the format; the message says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static NeedleWordings Open(string name)
    {
        if (name is "dev" or "test")
        {
            using var resource = typeof(NeedleWordings).Assembly.GetManifestResourceStream($"needles.{name}.json")!;
            return Read(resource, name);
        }

        using var file = File.OpenRead(name);
        return file.Length <= MaxFileBytes
            ? Read(file, name)
            : throw new EvaluationException($"{name} has more than {MaxFileBytes >> 20} MB: that is no file of wordings.");
    }

    /// <summary>Reads wordings.</summary>
    /// <param name="json">An array of groups.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="EvaluationException">It is not of the format; the message says where.</exception>
    public static NeedleWordings Read(Stream json, string name)
    {
        WordingGroup[] groups;
        try
        {
            groups = JsonSerializer.Deserialize<WordingGroup[]>(json, Options) ?? [];
        }
        catch (JsonException exception)
        {
            throw new EvaluationException($"{name} cannot be read as wordings of needles: {exception.Message}");
        }

        if (groups.Length is 0 or > MaxGroups)
        {
            throw new EvaluationException($"{name} has {groups.Length} groups: 1 to {MaxGroups} can be used.");
        }

        for (var i = 0; i < groups.Length; i++)
        {
            if (Problem(groups[i]) is { } problem)
            {
                throw new EvaluationException($"{name}, group {i + 1}: {problem}");
            }
        }

        return new NeedleWordings(groups);
    }

    /// <summary>The groups of a kind in a language.</summary>
    internal IReadOnlyList<WordingGroup> Of(WordingKind kind, string language) => [.. Groups.Where(group => group.Kind == kind && group.Language == language)];

    private static string? Problem(WordingGroup group) => group switch
    {
        { Language: not ("en" or "zh") } => "language is \"en\" or \"zh\".",
        { Questions.Count: 0 } => "it has no questions.",
        { Value: not ("number" or "uuid" or "word") } => "value is \"number\", \"uuid\" or \"word\".",
        { Value: "word", Values.Count: 0, Kind: WordingKind.Fact or WordingKind.Collection } => "words need values to be drawn from.",
        { Kind: WordingKind.Fact or WordingKind.Collection } => group.Keys.Count == 0 || group.Keys.Concat(group.Values).Any(part => part.Count == 0)
            ? "it needs keys, and no list of words may be empty."
            : Lacks(group.Statements, "{key}", "{value}") ?? Lacks(group.Questions, "{key}") ?? (group.Together.Count > 0 ? Lacks(group.Together, "{keys}") : null),
        { Kind: WordingKind.Chain } => Lacks(group.First, "{name}", "{value}") ?? Lacks(group.Statements, "{name}", "{source}") ?? Lacks(group.Questions, "{value}"),
        { Kind: WordingKind.Pair } => Lacks(group.Questions, "{key}"),
        _ => Lacks(group.Questions, "{document}"),
    };

    private static string? Lacks(IReadOnlyList<string> patterns, params string[] places)
    {
        if (patterns.Count == 0)
        {
            return $"a pattern with {string.Join(" and ", places)} is missing.";
        }

        return patterns.FirstOrDefault(pattern => places.Any(place => !pattern.Contains(place, StringComparison.Ordinal))) is { } lacking
            ? $"\"{lacking}\" lacks {string.Join(" or ", places)}."
            : null;
    }
}
