namespace Longleaf.Bench.Requests;

/// <summary>What a sender does once its bytes are out.</summary>
internal enum Ending
{
    /// <summary>It sent all it promised, and waits.</summary>
    Whole,

    /// <summary>It sent less than it promised and closes its side.</summary>
    Closed,

    /// <summary>It sent less than it promised, and waits.</summary>
    Open,
}

/// <summary>Bytes to a server, and how they end.</summary>
/// <param name="Kind">What is wrong with them, for the report.</param>
/// <param name="Bytes">The head and as much of the body as is sent at once.</param>
/// <param name="Ending">What follows.</param>
/// <param name="Padding">Blanks that follow, so that nobody holds a body of 64 MB.</param>
internal sealed record HostileRequest(string Kind, byte[] Bytes, Ending Ending = Ending.Whole, int Padding = 0);
