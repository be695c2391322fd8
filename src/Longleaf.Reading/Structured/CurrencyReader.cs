using System.Text.RegularExpressions;

namespace Longleaf.Reading.Structured;

/// <summary>Reads currencies by their codes, signs and names, and tells their codes of ISO 4217.</summary>
internal static partial class CurrencyReader
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["欧元"] = "EUR",
        ["US$"] = "USD",
        ["$"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["美元"] = "USD",
        ["£"] = "GBP",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["英镑"] = "GBP",
        ["RMB"] = "CNY",
        ["yuan"] = "CNY",
        ["人民币"] = "CNY",
        ["元"] = "CNY",
        ["￥"] = "CNY",
        ["¥"] = "CNY",
        ["yen"] = "JPY",
        ["日元"] = "JPY",
        ["HK$"] = "HKD",
        ["港元"] = "HKD",
        ["港币"] = "HKD",
        ["₹"] = "INR",
        ["rupees"] = "INR",
        ["₩"] = "KRW",
        ["A$"] = "AUD",
        ["C$"] = "CAD",
        ["francs"] = "CHF",
    };

    /// <summary>The currencies of a text in order.</summary>
    public static IEnumerable<ReadValue> Read(string text) =>
        Currency().Matches(text).Select(match => new ReadValue(JsonValue.Of(Codes.GetValueOrDefault(match.Value, match.Value.ToUpperInvariant())), match.Index..(match.Index + match.Length)));

    /// <summary>The code of the first currency of a text; <see langword="null"/> if it has none.</summary>
    public static string? Code(string text) => Read(text).FirstOrDefault()?.Value.Text;

    [GeneratedRegex(@"(?<![A-Za-z])(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|HKD|AUD|CAD|INR|SEK|NOK|DKK|PLN|CZK|KRW|SGD|NZD|MXN|BRL|ZAR|TRY)(?![A-Za-z])|(?:US|HK|A|C)?\$|[€£¥￥₹₩]|(?<!\p{L})(?:euros?|dollars?|pounds?|yuan|yen|rupees|francs)(?!\p{L})|人民币|美元|欧元|英镑|日元|港元|港币|元")]
    private static partial Regex Currency();
}
