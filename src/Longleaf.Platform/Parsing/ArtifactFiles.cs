namespace Longleaf.Platform.Parsing;

/// <summary>The names of the artefacts in their folder.</summary>
internal static class ArtifactFiles
{
    public const string Text = "text.md";
    public const string Blocks = "blocks";
    public const string Segment = "segment";
    public const string Manifest = "document.json";
}
