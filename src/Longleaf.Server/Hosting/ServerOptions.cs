using System.ComponentModel.DataAnnotations;

namespace Longleaf.Server.Hosting;

/// <summary>Settings of the HTTP server, section <c>Server</c>.</summary>
internal sealed class ServerOptions
{
    /// <summary>The longest an answer that is not streamed may take; what is written by then is returned. Default 300 s (contract 2.4).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>How long a client may take nothing of a streamed answer before it counts as gone. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StalledClientTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a streamed answer may be silent before a comment is sent, which clients ignore. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long requests under way may go on after SIGTERM. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Origins whose pages may call the API from a browser (<c>*</c> for all). Default none.</summary>
    public IReadOnlyList<string> CorsOrigins { get; set; } = [];
}
