using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Longleaf.Reading;

namespace Longleaf.Server.Tests.Streams;

/// <summary>
/// Answers <c>say N pieces, one every M ms</c> with N pieces of one letter, each read anew from the first document if there is one; all else with nothing.
/// </summary>
internal sealed partial class SlowReader : IReader
{
    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(Conversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var script = Script().Match(conversation.Turns[^1].Text);
        if (!script.Success)
        {
            yield break;
        }

        var pause = int.Parse(script.Groups["pause"].Value, CultureInfo.InvariantCulture);
        for (var left = int.Parse(script.Groups["pieces"].Value, CultureInfo.InvariantCulture); left > 0; left--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new AnswerEvent.Delta(conversation.Documents is [var document, ..] ? document.Text.Read(0, 1) : "x");
            if (pause > 0)
            {
                await Task.Delay(pause, cancellationToken);
            }
        }
    }

    [GeneratedRegex(@"^say (?<pieces>\d+) pieces, one every (?<pause>\d+) ms$")]
    private static partial Regex Script();
}
