using System.CommandLine;

namespace Longleaf.Server.Commands;

/// <summary><c>longleaf reparse</c>: has documents of a data folder read again, while a server runs on it or not.</summary>
internal static class ReparseCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("FILE-ID…") { Description = "The documents, by their ids (file-fe-…).", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "All documents of all accounts." };
        var outdated = new Option<bool>("--outdated") { Description = "All documents that another version of Longleaf's reader read." };
        var data = new Option<string?>("--data") { Description = "The service's data folder (default ./data)." };
        var command = new Command(
            "reparse",
            "Read documents again, and wait until it is done. Their ids stay, and what was read before is used until the new text is there, or if there is none. "
            + "Works while a server runs on the data folder (which then does the work) or not.")
        {
            ids, all, outdated, data,
        };
        command.Validators.Add(result =>
        {
            var ways = (result.GetValue(ids)!.Length > 0 ? 1 : 0) + (result.GetValue(all) ? 1 : 0) + (result.GetValue(outdated) ? 1 : 0);
            if (ways != 1)
            {
                result.AddError("Name the documents by their ids, or say --all or --outdated.");
            }
        });
        command.SetAction((result, cancellationToken) => ReparseRun.RunAsync(
            new ReparseWanted([.. result.GetValue(ids)!.Distinct(StringComparer.Ordinal)], result.GetValue(outdated)), result.GetValue(data), cancellationToken));
        return command;
    }
}
