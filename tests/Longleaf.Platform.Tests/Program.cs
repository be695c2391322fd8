using Longleaf.Platform.Tests;

// As the generated entry point has it, and before it the way in for the tests that need a server to kill.
return args switch
{
    [ServerProcess.Verb, var folder] => await ServerProcess.ServeAsync(folder),
    _ when args.Contains("-automated") || args.Contains("@@") => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
    _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
};
