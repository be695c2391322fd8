using System.Globalization;
using Longleaf.Platform.Files;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;
using Longleaf.Server.Uploads;

namespace Longleaf.Server.Compatible.Files;

/// <summary>Reads the query of a file list (contract 1.2).</summary>
internal static class FileListQuery
{
    private const int MaxLimit = 2000;

    private static readonly string[] TimeFormats = ["yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "yyyyMMdd"];

    public static (FileQuery? Query, ApiError? Error) Parse(IQueryCollection query)
    {
        var limit = MaxLimit;
        if (Value(query, "limit") is { } limitText
            && (!int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
        {
            return (null, ApiErrors.QueryRange("limit", 1, MaxLimit));
        }

        if (!Time(query, "create_after", out var createdAfter))
        {
            return (null, ApiErrors.QueryTime("create_after"));
        }

        if (!Time(query, "create_before", out var createdBefore))
        {
            return (null, ApiErrors.QueryTime("create_before"));
        }

        var order = Value(query, "order");
        if (order is not (null or "asc" or "desc"))
        {
            return (null, ApiErrors.OrderInvalid);
        }

        var purpose = Value(query, "purpose");
        var known = PurposeNames.Parse(purpose);
        if (purpose is not null && known is null)
        {
            return (null, ApiErrors.PurposeInvalid);
        }

        return (new FileQuery
        {
            After = Value(query, "after"),
            Limit = limit,
            Purpose = known,
            CreatedAfter = createdAfter,
            CreatedBefore = createdBefore,
            Ascending = order == "asc",
        }, null);
    }

    private static string? Value(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

    private static bool Time(IQueryCollection query, string name, out DateTimeOffset? time)
    {
        time = null;
        if (Value(query, name) is not { } text)
        {
            return true;
        }

        if (!DateTime.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        // The first hours of the year 1 there are before all time here.
        time = new DateTimeOffset(Math.Max(local.Ticks - ChinaTime.Offset.Ticks, 0), TimeSpan.Zero);
        return true;
    }
}
