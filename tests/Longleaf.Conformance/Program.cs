using Longleaf.Conformance;
using Longleaf.Conformance.Reports;

// As the generated entry point has it, and before it the way to the report.
return args switch
{
    [ReportCommand.Verb, var page] => await ReportCommand.RunAsync(page),
    _ when args.Contains("-automated") || args.Contains("@@") => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
    _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
};
