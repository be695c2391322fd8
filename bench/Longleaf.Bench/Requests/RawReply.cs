using System.Text;

namespace Longleaf.Bench.Requests;

/// <summary>An answer as it stood on the wire.</summary>
internal sealed record RawReply(int Status, string Reason, IReadOnlyList<(string Name, string Value)> Headers, IReadOnlyList<RawPiece> Pieces)
{
    /// <summary>The whole body, without its transfer coding.</summary>
    public byte[] Body { get; } = [.. Pieces.SelectMany(piece => piece.Data)];

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>A header's value; <see langword="null"/> if it was not sent.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }
}
