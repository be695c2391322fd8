using System.CommandLine;
using Longleaf.Server.Commands;

var root = new RootCommand("Longleaf: answers from up to 10 million tokens of your own documents.")
{
    ServeCommand.Create(),
    ParseCommand.Create(),
    AskCommand.Create(),
    ReparseCommand.Create(),
    KeyCommand.Create(),
    EvalCommand.Create(),
    DoctorCommand.Create(),
    ErrorsCommand.Create(),
};
return await CommandErrors.RunAsync(root.Parse(args));
