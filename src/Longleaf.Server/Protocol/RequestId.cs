namespace Longleaf.Server.Protocol;

/// <summary>The id of a request: a UUID, the same in the header of every response and in bodies.</summary>
internal static class RequestId
{
    public const string Header = "x-request-id";
    private static readonly object Key = new();

    public static Guid Of(HttpContext context) => (Guid)context.Items[Key]!;

    /// <summary>Gives every request its id before anything else sees it.</summary>
    public static IApplicationBuilder UseRequestId(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var id = Guid.NewGuid();
        context.Items[Key] = id;

        // When the response starts, not now: what handles exceptions clears the headers that were set before.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id.ToString();
            return Task.CompletedTask;
        });
        return next(context);
    });
}
