using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Protocol;

/// <summary>A value, or the error a client gets instead of it.</summary>
internal readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? value, ApiError? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public ApiError? Error { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(ApiError error) => new(null, error);

    /// <summary>As the conversion, for a value of an interface's type, which C# does not convert.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    public bool Failed([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ApiError? error, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out T? value)
    {
        (error, value) = (Error, Value);
        return error is not null;
    }
}
