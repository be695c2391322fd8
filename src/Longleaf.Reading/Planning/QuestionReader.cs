using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Understands a question by rules, in English and Chinese.</summary>
internal static partial class QuestionReader
{
    /// <summary>What of a long turn is taken for the question: its end, where people put it after pasted text.</summary>
    public const int MaxCharacters = 4000;

    // How many turns back a summary that is made longer and shorter may have been asked for.
    private const int MaxRescaled = 16;

    /// <summary>Reads the last turn in the light of those before it.</summary>
    public static Question Read(Conversation conversation)
    {
        var text = conversation.Turns.Count > 0 ? Last(conversation.Turns[^1].Text) : "";
        if (Rescale(conversation, text) is { } rescaled)
        {
            return rescaled;
        }

        var language = QuestionLanguage.Of(text, conversation.Role);
        var route = RouteRules.Find(text, conversation.Documents.Count);
        var reference = DocumentReference.Find(text, conversation.Documents, byOneWord: route is Route.Summary or Route.Compare or Route.Outline);
        var search = QuestionWords.Strip(text);
        var rule = AnswerTypeRules.Find(text);
        var (carried, swaps, swapped) = ("", false, false);
        var documents = reference.Documents;
        var previous = Last(FollowUp.PreviousQuestion(conversation.Turns));
        if (previous.Length > 0 && FollowUp.Leans(text, search))
        {
            carried = QuestionWords.Strip(QuestionWords.Without(previous, DocumentReference.Find(previous, conversation.Documents).Words));
            swaps = FollowUp.Swaps(text);
            if (swaps)
            {
                rule ??= AnswerTypeRules.Find(previous);
                if (route == Route.Lookup)
                {
                    route = RouteRules.Find(previous, conversation.Documents.Count) is var before and (Route.Summary or Route.Aggregate) ? before : Route.Lookup;
                    swapped = route == Route.Summary;
                }
            }
        }

        if (previous.Length > 0 && documents.Count == 0 && !reference.PerDocument && (carried.Length > 0 || route is Route.Lookup or Route.Aggregate))
        {
            documents = FollowUp.DocumentsNamed(conversation.Turns, conversation.Documents);
        }

        var brief = conversation.Role is not null && Brevity().IsMatch(conversation.Role);
        return new Question
        {
            Text = text,
            Search = search,
            Carried = carried,
            Swapped = route == Route.Aggregate && carried.Length > 0 && swaps ? previous : "",
            Language = language,
            Route = route,
            Type = rule?.Type ?? AnswerType.Any,
            Dimension = rule?.Dimension ?? Dimension.Any,
            TypeWords = rule?.Words ?? [],
            Quoted = [.. Quotation().Matches(text).Select(match => match.Groups["quoted"].Value.Trim()).Where(quoted => quoted.Length > 1).Take(4)],
            Names = [.. Name().Matches(text).Select(match => match.Value).Where(name => !StartsQuestion().IsMatch(name)).Distinct().Take(6)],
            Documents = documents,
            DocumentWords = reference.Words,
            PerDocument = reference.PerDocument,
            Topic = route != Route.Summary ? "" : RouteRules.SummaryTopic(text) is { Length: > 0 } topic ? topic : swapped && reference.Documents.Count == 0 ? search : "",
            Form = SummaryForms.Of(text, conversation.Role, brief),
            Brief = brief,
        };
    }

    // "Shorter, please": the summary asked for before, once more in another length.
    private static Question? Rescale(Conversation conversation, string text)
    {
        var scale = SummaryForms.Rescaled(text);
        var before = conversation.Turns.Take(conversation.Turns.Count - 1).Select((turn, i) => (turn, i)).LastOrDefault(pair => pair.turn.Author == TurnAuthor.User);
        if (scale == 1 || before.turn is null)
        {
            return null;
        }

        var previous = Read(conversation with { Turns = [.. conversation.Turns.Take(before.i + 1).TakeLast(MaxRescaled)] });
        return previous.Route != Route.Summary ? null
            : previous with { Language = QuestionLanguage.Of(text, conversation.Role), Form = previous.Form with { Sentences = null, Words = null, Scale = Math.Clamp(scale * previous.Form.Scale, 0.25, 4) } };
    }

    private static string Last(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length <= MaxCharacters)
        {
            return trimmed;
        }

        var start = trimmed.Length - MaxCharacters;
        return trimmed[(char.IsLowSurrogate(trimmed[start]) ? start + 1 : start)..];
    }

    [GeneratedRegex(@"""(?<quoted>[^""\n]{2,200})""|“(?<quoted>[^”\n]{2,200})”|「(?<quoted>[^」\n]{2,200})」|『(?<quoted>[^』\n]{2,200})』|《(?<quoted>[^》\n]{1,100})》|‘(?<quoted>[^’\n]{2,200})’|`(?<quoted>[^`\n]{2,200})`|«(?<quoted>[^»\n]{2,200})»|„(?<quoted>[^“”\n]{2,200})[“”]")]
    private static partial Regex Quotation();

    // Runs of capitalised words, and codes with a digit in them.
    [GeneratedRegex(@"\b\p{Lu}[\p{L}\p{N}'’\-]*(?: (?:(?:of|de|van|von|the|la|du) )?\p{Lu}[\p{L}\p{N}'’\-]*){0,5}|\b[\p{L}_\-]*[0-9][\p{L}\p{N}_\-./]*\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:Who|What|When|Where|Which|Why|How|Is|Are|Was|Were|Do|Does|Did|Can|Could|Tell|List|Give|Find|The|In|On|At|And|But|If|I|Please|Summari[sz]e|Compare|Has|Have|Had|Will|Would|Should|May|Name|Show)$")]
    private static partial Regex StartsQuestion();

    [GeneratedRegex(@"\b(?:brief(?:ly)?|concise(?:ly)?|short(?:ly)?|terse|one sentence|one line|only the answer|just the answer|succinct)\b|简洁|简短|简要|精简|一句话", RegexOptions.IgnoreCase)]
    private static partial Regex Brevity();
}
