using System.Globalization;
using System.Text.Json;

namespace Longleaf.Conformance.Clients;

/// <summary>Turns the pages of a list as the SDKs do: the last id goes into <c>after</c> until <c>has_more</c> is false or a page is empty.</summary>
internal static class PagedFiles
{
    public static async Task<ApiReply> ReadAsync(IConformanceClient client, int limit, CancellationToken cancellationToken)
    {
        var files = new List<JsonElement>();
        (string Name, string Value)[] query = [("limit", limit.ToString(CultureInfo.InvariantCulture))];
        while (true)
        {
            var page = (await client.CallAsync(new ApiCall.ListFiles(query), cancellationToken)).Expect(200).Body;
            files.AddRange(page.GetProperty("data").EnumerateArray());
            if (!page.GetProperty("has_more").GetBoolean() || page.GetProperty("data").GetArrayLength() == 0)
            {
                return new ApiReply { Status = 200, Body = JsonSerializer.SerializeToElement(new { data = files }) };
            }

            query = [("after", files[^1].GetProperty("id").GetString()!), ("limit", limit.ToString(CultureInfo.InvariantCulture))];
        }
    }
}
