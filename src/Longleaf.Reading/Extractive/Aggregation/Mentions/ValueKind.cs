using System.Buffers;
using System.Text.RegularExpressions;
using Longleaf.Reading.Extractive.Lookups;

namespace Longleaf.Reading.Extractive.Aggregation.Mentions;

/// <summary>Values that a text is looked through for.</summary>
internal enum ValueKind
{
    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Web addresses.</summary>
    Url,

    /// <summary>Telephone numbers.</summary>
    Phone,

    /// <summary>Days and months.</summary>
    Date,

    /// <summary>Amounts of money.</summary>
    Money,

    /// <summary>Shares of a hundred.</summary>
    Percent,

    /// <summary>Persons with more than one name, or with a title.</summary>
    Person,
}

/// <summary>What questions call kinds of values, and how they are told in a text.</summary>
internal static partial class ValueKinds
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("零一二三四五六七八九十百千万亿");

    /// <summary>The kind of a name; <see langword="null"/> for none.</summary>
    public static ValueKind? Named(string name)
    {
        var match = Names().Match(name.Trim());
        foreach (var kind in match.Success ? Enum.GetValues<ValueKind>() : [])
        {
            if (match.Groups[kind.ToString()].Success)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The pattern of a kind.</summary>
    public static Regex Pattern(ValueKind kind) => kind switch
    {
        ValueKind.Email => Lookups.Names.Email(),
        ValueKind.Url => Lookups.Names.Url(),
        ValueKind.Phone => Lookups.Names.Phone(),
        ValueKind.Date => Dates.PointInTime(),
        ValueKind.Money => Quantities.Money,
        ValueKind.Percent => Quantities.Percent,
        _ => Lookups.Names.Person(),
    };

    /// <summary>Whether a text may hold one: what cannot is not searched by patterns, which take long.</summary>
    public static bool MayHold(ReadOnlySpan<char> text, ValueKind kind) => kind switch
    {
        ValueKind.Email => text.Contains('@'),
        ValueKind.Url => text.Contains("://", StringComparison.Ordinal) || text.Contains('.'),
        ValueKind.Phone => text.ContainsAnyInRange('0', '9'),
        ValueKind.Person => true,
        _ => text.ContainsAnyInRange('0', '9') || text.ContainsAny(Numerals),
    };

    /// <summary>Whether what a pattern found is of the kind by itself.</summary>
    public static bool Is(string value, ValueKind kind) => kind switch
    {
        // Years, hours and weekdays are no dates.
        ValueKind.Date => DateLike().IsMatch(value) && !value.Contains(':', StringComparison.Ordinal),
        ValueKind.Phone => value.Count(char.IsAsciiDigit) is >= 7 and <= 15 && value.AsSpan().ContainsAny("+-() ") && !DateLike().IsMatch(value),
        ValueKind.Person => PersonLike().IsMatch(value) || value.Any(character => character >= 0x4e00),
        _ => true,
    };

    [GeneratedRegex("^(?:all )?(?:(?<Email>e-?mails?(?: addresses)?|mail addresses|邮箱(?:地址)?|电子邮[件箱](?:地址)?|邮件地址)|(?<Url>urls?|links?|web ?sites?|web addresses|网址|链接|网站)|(?<Phone>(?:tele)?phone(?: numbers)?|numbers to call|电话(?:号码)?|手机号码?|联系电话)|(?<Date>dates|日期)|(?<Money>amounts?(?: of money)?|sums(?: of money)?|prices|monetary amounts|money amounts|金额|款项|价格)|(?<Percent>percent(?:age)?s|shares|百分比|比例)|(?<Person>people|persons|names(?: of (?:people|persons))?|人名|人物|人员|姓名|人))$", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex(@"[0-9][^0-9]{1,3}[0-9]{1,2}[^0-9]{1,3}[0-9]|[0-9].{0,6}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*.{0,5}[0-9]|月.{1,3}[日号]|年.{1,3}月")]
    private static partial Regex DateLike();

    [GeneratedRegex(@"\p{Ll}[,]? .*\p{Lu}|\p{Lu}\. ?\p{Lu}|^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Captain|Sir|Lady|Lord|King|Queen|President)\b")]
    private static partial Regex PersonLike();
}
