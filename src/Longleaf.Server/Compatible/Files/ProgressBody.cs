namespace Longleaf.Server.Compatible.Files;

/// <summary>How far the parsing of a file is; <c>total</c> is 0 while it is not known.</summary>
internal sealed record ProgressBody(string Stage, long Done, long Total, string Unit);
