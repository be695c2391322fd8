namespace Longleaf.Conformance.Clients;

/// <summary>Who runs a scenario.</summary>
public enum ClientKind
{
    /// <summary>The official .NET package, through its typed models.</summary>
    DotNetTyped,

    /// <summary>The official .NET package, through its protocol methods.</summary>
    DotNet,

    /// <summary>npm's <c>openai</c>.</summary>
    Node,

    /// <summary>curl, as the documentation calls it.</summary>
    Curl,

    /// <summary>What openai-python sends, byte for byte.</summary>
    Python,

    /// <summary>What openai-java sends, byte for byte.</summary>
    Java,

    /// <summary>What dashscope's Python package sends, byte for byte.</summary>
    DashScopePython,

    /// <summary>What dashscope's Java package sends, byte for byte.</summary>
    DashScopeJava,

    /// <summary>Bytes of the scenario's own over a socket.</summary>
    Socket,
}
