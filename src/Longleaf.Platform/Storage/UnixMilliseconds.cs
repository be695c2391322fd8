using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Longleaf.Platform.Storage;

/// <summary>Instants as Unix milliseconds: ordered and compared alike by every database.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
