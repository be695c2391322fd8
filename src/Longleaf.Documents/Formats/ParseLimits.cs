namespace Longleaf.Documents.Formats;

/// <summary>What a document may cost while it is parsed.</summary>
internal sealed record ParseLimits
{
    /// <summary>The most UTF-16 units of canonical text.</summary>
    public long MaxCharacters { get; init; } = 64_000_000;

    /// <summary>The most pages of a PDF.</summary>
    public int MaxPages { get; init; } = 15_000;

    /// <summary>The most entries of a zip.</summary>
    public int MaxZipEntries { get; init; } = 20_000;

    /// <summary>The most bytes that one entry of a zip may inflate to.</summary>
    public long MaxEntryBytes { get; init; } = 512L << 20;

    /// <summary>The most bytes that the entries read of a zip may inflate to together.</summary>
    public long MaxInflatedBytes { get; init; } = 1L << 30;

    /// <summary>How many times its packed size an entry may inflate to, past the first 10 MB. Office XML seldom passes 100; deflate itself ends at 1,032.</summary>
    public int MaxInflationRatio { get; init; } = 300;

    /// <summary>The most bytes of an image (contract: 20 MB).</summary>
    public long MaxImageBytes { get; init; } = 20L << 20;

    /// <summary>The most pixels of an image.</summary>
    public long MaxImagePixels { get; init; } = 100_000_000;

    /// <summary>The most pixels of all frames of an animation.</summary>
    public long MaxAnimationPixels { get; init; } = 2_000_000_000;

    /// <summary>The most frames of an animation that differ.</summary>
    public int MaxImageFrames { get; init; } = 200;

    /// <summary>The most pages of a PDF that are recognised.</summary>
    public int MaxRecognizedPages { get; init; } = 2000;

    /// <summary>The most pictures within a document whose text is recognised.</summary>
    public int MaxEmbeddedPictures { get; init; } = 200;

    /// <summary>How deep elements and values may nest.</summary>
    public int MaxDepth { get; init; } = 256;
}
