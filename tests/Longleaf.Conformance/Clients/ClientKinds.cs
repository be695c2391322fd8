namespace Longleaf.Conformance.Clients;

/// <summary>The groups of clients that scenarios name, and what they are called.</summary>
internal static class ClientKinds
{
    /// <summary>Those that speak the OpenAI-compatible protocol and can say anything in it.</summary>
    public static IReadOnlyList<ClientKind> Compatible { get; } =
        [ClientKind.DotNet, ClientKind.Node, ClientKind.Curl, ClientKind.Python, ClientKind.Java];

    /// <summary>And the typed one, where its types are open.</summary>
    public static IReadOnlyList<ClientKind> CompatibleAndTyped { get; } = [ClientKind.DotNetTyped, .. Compatible];

    /// <summary>Those that speak DashScope's own protocol.</summary>
    public static IReadOnlyList<ClientKind> Native { get; } = [ClientKind.Curl, ClientKind.DashScopePython, ClientKind.DashScopeJava];

    /// <summary>For what is not a client's to choose.</summary>
    public static IReadOnlyList<ClientKind> Socket { get; } = [ClientKind.Socket];

    /// <summary>For tables of requests where the client makes no difference: the one that adds least.</summary>
    public static IReadOnlyList<ClientKind> Curl { get; } = [ClientKind.Curl];

    /// <summary>As the report writes it.</summary>
    public static string NameOf(ClientKind kind) => kind switch
    {
        ClientKind.DotNetTyped => "OpenAI .NET, typed",
        ClientKind.DotNet => "OpenAI .NET, protocol",
        ClientKind.Node => "openai Node",
        ClientKind.Curl => "curl",
        ClientKind.Python => "openai Python, replayed",
        ClientKind.Java => "openai Java, replayed",
        ClientKind.DashScopePython => "dashscope Python, replayed",
        ClientKind.DashScopeJava => "dashscope Java, replayed",
        _ => "raw socket",
    };
}
