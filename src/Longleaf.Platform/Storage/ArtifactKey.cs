using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Longleaf.Platform.Storage;

/// <summary>What was read out of a content: canonical text, block map, segment, manifest.</summary>
/// <param name="Content">The content.</param>
/// <param name="Variant">
/// How it was read: 16 hexadecimal digits; read again by the same version, these, a hyphen and a number. Artefacts in place are
/// never written over: those of the new reading come beside them, and the row changes from the one to the other.
/// </param>
internal readonly record struct ArtifactKey(ContentKey Content, string Variant)
{
    /// <summary>
    /// The variant that a reader of this version makes of a content under this file name. The extension takes part: it is
    /// the reader's hint, and the same bytes are read differently as <c>.md</c> and as <c>.txt</c>.
    /// </summary>
    public static ArtifactKey For(ContentKey content, string readerVersion, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{readerVersion}\n{extension}"));
        return new(content, Convert.ToHexStringLower(hash.AsSpan(0, 8)));
    }

    /// <summary>Those of a content's variants that are this one or its reading again, the latest first.</summary>
    public IEnumerable<ArtifactKey> Readings(IEnumerable<string> variants)
    {
        var (content, first) = (Content, Variant);
        return variants
            .Select(variant => (Variant: variant, Number: NumberOf(variant, first)))
            .Where(reading => reading.Number is not null)
            .OrderByDescending(reading => reading.Number)
            .Select(reading => new ArtifactKey(content, reading.Variant));
    }

    /// <summary>This one if nothing is there; otherwise the next reading's.</summary>
    public ArtifactKey Next(IEnumerable<string> variants) => Readings(variants).FirstOrDefault() is { Variant: { } last }
        ? this with { Variant = string.Create(CultureInfo.InvariantCulture, $"{Variant}-{NumberOf(last, Variant) + 1}") }
        : this;

    private static int? NumberOf(string variant, string first) =>
        variant == first ? 0
        : variant.StartsWith(first + "-", StringComparison.Ordinal)
            && int.TryParse(variant.AsSpan(first.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
