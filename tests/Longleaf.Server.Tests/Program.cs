using Longleaf.Server.Tests;
using Longleaf.Server.Tests.Readers;
using Longleaf.Server.Tests.Streams;

// As the generated entry point has it, and before it the ways in for the tests that need a server whose answers take their time, or
// whose reader is of another version.
return args switch
{
    [SlowServer.Verb, .. var rest] => await SlowServer.ServeAsync(rest),
    [VersionedServer.Verb, .. var rest] => await VersionedServer.ServeAsync(rest),
    _ when args.Contains("-automated") || args.Contains("@@") => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
    _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
};
