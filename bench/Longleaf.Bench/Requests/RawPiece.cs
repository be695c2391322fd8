namespace Longleaf.Bench.Requests;

/// <summary>A part of a body, as it came.</summary>
/// <param name="Data">A chunk of a chunked body, else what one read gave.</param>
/// <param name="At">When it was there, counted from the first byte that was sent.</param>
internal readonly record struct RawPiece(byte[] Data, TimeSpan At);
