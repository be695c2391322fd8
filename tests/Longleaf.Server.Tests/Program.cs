using Longleaf.Server.Tests;
using Longleaf.Server.Tests.Streams;

// As the generated entry point has it, and before it the way in for the tests that need a server whose answers take their time.
return args switch
{
    [SlowServer.Verb, .. var rest] => await SlowServer.ServeAsync(rest),
    _ when args.Contains("-automated") || args.Contains("@@") => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
    _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
};
