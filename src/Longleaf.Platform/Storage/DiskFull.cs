using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Longleaf.Platform.Storage;

/// <summary>Tells a full disk from other trouble.</summary>
public static class DiskFull
{
    private const int NoSpace = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT on Linux
    private const int SqliteFull = 13; // SQLITE_FULL

    internal static IOException Create() => new("The disk is too full.", NoSpace);

    /// <summary>Whether it failed because a disk, a disk quota or the database is full.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        // .NET keeps the system's number for errors that have no type of their own; Windows has two for this.
        IOException io => io.HResult is NoSpace or QuotaExceeded or unchecked((int)0x80070070) or unchecked((int)0x80070027),
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
