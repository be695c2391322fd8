using System.Text;

namespace Longleaf.Server.Uploads;

/// <summary>File names as clients send them: only ever shown, never a path.</summary>
internal static class FileName
{
    /// <summary>The most characters of one: what keeps a row and a citation of sensible size.</summary>
    public const int MaxLength = 1024;

    /// <summary>A name without control characters, which would break what shows it, and without those that turn the direction of text,
    /// which would show another name and extension than the file has.</summary>
    public static string Shown(string sent) =>
        string.Concat(sent.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && !TurnsDirection(rune)));

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
