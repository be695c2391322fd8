using System.CommandLine;
using Longleaf.Bench.Commands;

var root = new RootCommand("Speed and quality of Longleaf, measured; peers in the same run. Data: LONGLEAF_TESTDATA, or ../shared beside the project.")
{
    IndexCommand.Create(),
    ServingCommand.Create(),
    RequestsCommand.Create(),
    BooksCommand.Create(),
    WorkbooksCommand.Create(),
    WordCommand.Create(),
    TextsCommand.Create(),
    RunsCommand.Create(),
    CharsetsCommand.Create(),
    OcrCommand.Create(),
    OcrQualityCommand.Create(),
    MutationsCommand.Create(),
    FidelityCommand.Create(),
    ReportCommand.Create(),
    IsolationCommand.Create(),
    PdfCommand.Create(),
    SamplesCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
