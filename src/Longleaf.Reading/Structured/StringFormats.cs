using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>Checks strings against their format.</summary>
internal static partial class StringFormats
{
    private static readonly Dictionary<string, StringFormat> ByName = new(StringComparer.Ordinal)
    {
        ["date"] = StringFormat.Date,
        ["date-time"] = StringFormat.DateTime,
        ["time"] = StringFormat.Time,
        ["duration"] = StringFormat.Duration,
        ["email"] = StringFormat.Email,
        ["hostname"] = StringFormat.Hostname,
        ["ipv4"] = StringFormat.IPv4,
        ["ipv6"] = StringFormat.IPv6,
        ["uuid"] = StringFormat.Uuid,
        ["uri"] = StringFormat.Uri,
    };

    /// <summary>The names that are known, as one text.</summary>
    public static string Known { get; } = string.Join(", ", ByName.Keys);

    /// <summary>The format of a name; <see cref="StringFormat.None"/> if it is not known.</summary>
    public static StringFormat Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The name of a format.</summary>
    public static string Name(StringFormat format) => ByName.First(pair => pair.Value == format).Key;

    /// <summary>Whether a text is of a format.</summary>
    public static bool Matches(string text, StringFormat format) => format switch
    {
        StringFormat.Date => IsDate(text),
        StringFormat.DateTime => text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]),
        StringFormat.Time => IsTime(text),
        StringFormat.Duration => Duration().IsMatch(text),
        StringFormat.Email => IsEmail(text),
        StringFormat.Hostname => IsHostname(text),
        StringFormat.IPv4 => IsIPv4(text),
        StringFormat.IPv6 => IsIPv6(text),
        StringFormat.Uuid => Uuid().IsMatch(text),
        StringFormat.Uri => IsUri(text),
        _ => true,
    };

    private static bool IsDate(string text) =>
        FullDate().IsMatch(text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTime(string text)
    {
        var match = FullTime().Match(text);
        if (!match.Success)
        {
            return false;
        }

        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Part("hour"), Part("minute"), Part("second"));
        var (offsetHour, offsetMinute) = (Part("oh"), Part("om"));
        if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59)
        {
            return false;
        }

        // A leap second is the last of a day in UTC.
        var offset = (match.Groups["sign"].Value == "-" ? -1 : 1) * ((offsetHour * 60) + offsetMinute);
        return second < 60 || ((((hour * 60) + minute - offset) % 1440) + 1440) % 1440 == 1439;
    }

    private static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || !(LocalPart().IsMatch(text[..at]) || QuotedLocalPart().IsMatch(text[..at])))
        {
            return false;
        }

        var domain = text[(at + 1)..];
        if (domain is not ['[', .. var literal, ']'])
        {
            return IsHostname(domain);
        }

        return literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? IsIPv6(literal[5..]) : IsIPv4(literal);
    }

    private static bool IsHostname(string text) => text.Length is > 0 and <= 253 && Hostname().IsMatch(text);

    private static bool IsIPv4(string text) => IPv4().IsMatch(text);

    private static bool IsIPv6(string text) =>
        text.Length is > 1 and <= 45 && IPv6Characters().IsMatch(text) && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
        && (!text.Contains('.', StringComparison.Ordinal) || IsIPv4(text[(text.LastIndexOf(':') + 1)..]));

    private static bool IsUri(string text)
    {
        if (!UriCharacters().IsMatch(text))
        {
            return false;
        }

        var authority = Authority().Match(text);
        if (!authority.Success)
        {
            return true;
        }

        var (host, port) = (authority.Groups["host"].Value, authority.Groups["port"].Value);
        return port.All(char.IsAsciiDigit) && (host is not ['[', .. var literal, ']'] ? !host.AsSpan().ContainsAny('[', ']') : IsIPv6(literal) || FutureAddress().IsMatch(literal));
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"^(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\.[0-9]+)?(?:[zZ]|(?<sign>[+\-])(?<oh>[0-9]{2}):(?<om>[0-9]{2}))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex FullTime();

    [GeneratedRegex(@"^P(?:[0-9]+W|(?=.)(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)?(?:T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?)\z")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+)*\z")]
    private static partial Regex LocalPart();

    [GeneratedRegex(@"^""(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*""\z")]
    private static partial Regex QuotedLocalPart();

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?)*\z")]
    private static partial Regex Hostname();

    [GeneratedRegex(@"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!\z)|\z)){4}\z")]
    private static partial Regex IPv4();

    [GeneratedRegex(@"^[0-9A-Fa-f:.]+\z")]
    private static partial Regex IPv6Characters();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]*:(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=\[\]]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?\z")]
    private static partial Regex UriCharacters();

    [GeneratedRegex(@"^[^:]+://(?:[^/?#@]*@)?(?<host>\[[^\]]*\]|[^:/?#]*)(?::(?<port>[^/?#]*))?(?=[/?#]|\z)")]
    private static partial Regex Authority();

    [GeneratedRegex(@"^v[0-9A-Fa-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+\z")]
    private static partial Regex FutureAddress();
}
