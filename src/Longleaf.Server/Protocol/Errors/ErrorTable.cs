using System.Reflection;
using System.Text;

namespace Longleaf.Server.Protocol.Errors;

/// <summary>The page that lists the errors, made of <see cref="ApiErrors"/>.</summary>
internal static class ErrorTable
{
    /// <summary>Each error, with placeholders where a request decides, and when it is seen.</summary>
    public static IEnumerable<(ApiError Error, string When)> Rows() => typeof(ApiErrors)
        .GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Select(member => (Error: Example(member), member.GetCustomAttribute<SeenWhenAttribute>()?.When))
        .Where(row => row.Error is not null)
        .Select(row => (row.Error!, row.When ?? throw new InvalidOperationException($"It is not said when \"{row.Error!.Message}\" is seen.")))
        .OrderBy(row => row.Item1.Status)
        .ThenBy(row => row.Item1.Code, StringComparer.Ordinal)
        .ThenBy(row => row.Item1.Message, StringComparer.Ordinal);

    /// <summary>The page, as Markdown.</summary>
    public static string Page()
    {
        var page = new StringBuilder("""
            # Errors

            Every error that a client may see, made by `longleaf errors` of the one table that both protocols answer from. `<…>` is what the request decides.
            OpenAI-compatible: `{"error":{"message","type","param","code"},"request_id"}`, and `id` where the model's layer says it.
            Native: `{"code","message","request_id"}`. The request's id stands in the header `x-request-id` too. In a stream that has begun, an error is
            the last event: `data: {"error":{…}}`, or `event:error`.

            | HTTP | code | type | param | message | native code | native message | when |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (var (error, when) in Rows())
        {
            var native = error.NativeMessage == error.Message ? "" : Code(error.NativeMessage);
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {error.Status} | {Code(error.Code)} | {Code(error.Type)} | {Code(error.Param)} ");
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {Code(error.Message)} | {Code(error.NativeCode)} | {native} | {when} |\n");
        }

        return page.ToString();
    }

    private static ApiError? Example(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetValue(null) as ApiError,
        MethodInfo { IsSpecialName: false } method => method.Invoke(null, [.. method.GetParameters().Select(Placeholder)]) as ApiError,
        _ => null,
    };

    // Numbers have no placeholder: they stand as zeros that the page shows as <n>.
    private static object Placeholder(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? $"<{parameter.Name}>"
        : parameter.ParameterType == typeof(long) ? PlaceholderNumber
        : (object)(int)PlaceholderNumber;

    private const long PlaceholderNumber = 1_111_222;

    private static string Code(string? text) => text is null
        ? ""
        : "``" + text.Replace("1111222", "<n>", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal) + "``";
}
