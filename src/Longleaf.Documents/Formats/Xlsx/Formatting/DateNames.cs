namespace Longleaf.Documents.Formats.Xlsx.Formatting;

/// <summary>Names of months and days in the languages that formats ask for by a prefix (<c>[$-407]</c>); English where they do not.</summary>
internal sealed record DateNames(string[] Months, string[] ShortMonths, string[] Days, string[] ShortDays)
{
    private static readonly DateNames English = Of(
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Sunday Monday Tuesday Wednesday Thursday Friday Saturday", "Sun Mon Tue Wed Thu Fri Sat");

    private static readonly DateNames Chinese = Of(
        "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月", "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        "星期日 星期一 星期二 星期三 星期四 星期五 星期六", "周日 周一 周二 周三 周四 周五 周六");

    private static readonly DateNames Japanese = Of(
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月", "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        "日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日", "日 月 火 水 木 金 土");

    private static readonly DateNames German = Of(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag", "So Mo Di Mi Do Fr Sa");

    private static readonly DateNames French = Of(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "dimanche lundi mardi mercredi jeudi vendredi samedi", "dim. lun. mar. mer. jeu. ven. sam.");

    private static readonly DateNames Spanish = Of(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "ene feb mar abr may jun jul ago sep oct nov dic",
        "domingo lunes martes miércoles jueves viernes sábado", "dom lun mar mié jue vie sáb");

    private static readonly DateNames Italian = Of(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "gen feb mar apr mag giu lug ago set ott nov dic",
        "domenica lunedì martedì mercoledì giovedì venerdì sabato", "dom lun mar mer gio ven sab");

    private static readonly DateNames Portuguese = Of(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "jan fev mar abr mai jun jul ago set out nov dez",
        "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado", "dom seg ter qua qui sex sáb");

    private static readonly DateNames Dutch = Of(
        "januari februari maart april mei juni juli augustus september oktober november december", "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag", "zo ma di wo do vr za");

    // The lower ten bits of a Windows language id are the language, the rest the country.
    public static DateNames In(int language) => (language & 0x3FF) switch
    {
        0x04 => Chinese,
        0x11 => Japanese,
        0x07 => German,
        0x0C => French,
        0x0A => Spanish,
        0x10 => Italian,
        0x16 => Portuguese,
        0x13 => Dutch,
        _ => English,
    };

    /// <summary>The names of days that <c>aaa</c> and <c>aaaa</c> stand for.</summary>
    public static DateNames EastAsian(int language) => (language & 0x3FF) == 0x11 ? Japanese : Chinese;

    private static DateNames Of(string months, string shortMonths, string days, string shortDays) =>
        new(months.Split(' '), shortMonths.Split(' '), days.Split(' '), shortDays.Split(' '));
}
