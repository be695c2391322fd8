namespace Longleaf.Reading.Structured;

/// <summary>The formats of strings that are checked.</summary>
internal enum StringFormat
{
    /// <summary>None, or one that is not checked.</summary>
    None,

    /// <summary>A full date of RFC 3339.</summary>
    Date,

    /// <summary>A date with a time of RFC 3339.</summary>
    DateTime,

    /// <summary>A time with an offset of RFC 3339.</summary>
    Time,

    /// <summary>A duration of ISO 8601.</summary>
    Duration,

    /// <summary>An e-mail address of RFC 5321.</summary>
    Email,

    /// <summary>A host name of RFC 1123.</summary>
    Hostname,

    /// <summary>An address of IP version 4.</summary>
    IPv4,

    /// <summary>An address of IP version 6.</summary>
    IPv6,

    /// <summary>A UUID of RFC 4122.</summary>
    Uuid,

    /// <summary>A URI of RFC 3986, absolute.</summary>
    Uri,
}
