using System.Text.RegularExpressions;
using Longleaf.Reading.Planning;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Patterns of numbers with what belongs to them: bounds ("at least"), ranges, units, in English and Chinese.</summary>
internal static class Quantities
{
    private const string Digits = @"(?<![\p{L}\p{N}_.,]|[0-9][:：])(?![0-9]{1,2}[:：][0-9]{2}(?![0-9]))[-−–+±]?(?:[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?";
    private const string Words = @"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half)(?:(?:[ \-]|\s+and\s+)(?:a )?(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half))*)(?:\s?\([0-9][0-9,.]*\))?";
    private const string Ideographs = @"[零〇一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?(?:[（(][0-9]+[)）])?";
    private const string Bound = @"(?:(?:\b(?:at least|at most|no (?:more|less|fewer|later) than|not (?:more|less|later) than|not exceeding|more than|less than|fewer than|up to|about|around|approximately|approx\.?|nearly|almost|roughly|(?:a )?(?:minimum|maximum) of|over|under|within)\s+)|(?:不超过|不得超过|不少于|不得少于|不低于|不高于|至少|至多|最多|最少|最长|最高|最低|大约|大概|约为|约|近|超过|超|逾)\s?)?";
    private const string Scale = @"(?:\s?(?:hundred|thousand|million|billion|trillion|m|bn|k|百|千|万|亿|百万|千万|万亿))?";
    private const string To = @"\s?(?:-|–|—|~|～|to|至|到|and|±)\s?";
    private const string PerTime = @"(?:\s?(?:(?:per|a|an|each|every)\s(?:year|month|week|day|hour|night|minute|person|annum|unit|user|kg|km)|/\s?(?:year|month|week|day|hour|h|min|kg|km|person|yr|mo|年|月|天|日|小时|人)))?";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Dictionary<Dimension, string> Units = new()
    {
        [Dimension.Sound] = @"dB(?:\s?\(\s?[AC]\s?\)|A)?|decibels?|分贝",
        [Dimension.Mass] = @"kg|kilograms?|kilos?|mg|g|grams?|tonnes?|tons?|lbs?|pounds?|oz|ounces?|stone|公斤|千克|毫克|克|吨|斤|磅",
        [Dimension.Length] = @"km|kilomet(?:re|er)s?|cm|centimet(?:re|er)s?|mm|millimet(?:re|er)s?|m|met(?:re|er)s?|ft|feet|foot|inch(?:es)?|miles?|yards?|light.years?|nm|μm|公里|千米|厘米|毫米|米|英尺|英寸|英里|海里|里|丈|尺|寸",
        [Dimension.Area] = @"m2|m²|km2|km²|square (?:met(?:re|er)s?|kilomet(?:re|er)s?|miles?|feet|foot|yards?|inches)|hectares?|ha|acres?|sq\.? ?(?:m|km|ft|mi)|平方米|平方公里|平方千米|亩|公顷|㎡",
        [Dimension.Volume] = @"lit(?:re|er)s?|ml|millilit(?:re|er)s?|l|gallons?|pints?|cups?|m3|m³|cubic (?:met(?:re|er)s?|feet|centimet(?:re|er)s?)|barrels?|毫升|升|立方米|加仑|桶",
        [Dimension.Speed] = @"km/h|kmh|mph|m/s|rpm|r/min|kph|knots?|kilomet(?:re|er)s? (?:per|an) hour|miles (?:per|an) hour|revolutions per minute|转/分钟?|转每分钟?|公里/小时|千米/小时|公里每小时|米/秒|转",
        [Dimension.Temperature] = @"°\s?[CFK]|℃|℉|degrees?(?: (?:Celsius|Fahrenheit|C|F))?|摄氏度|华氏度|度",
        [Dimension.Power] = @"kWh|MWh|GWh|Wh|kW|MW|GW|W|kV|V|mAh|Ah|mA|A|kHz|MHz|GHz|Hz|hp|horsepower|(?:kilo)?watts?(?:[ -]hours?)?|volts?|amps?|千瓦时|千瓦|瓦|伏|安培?|马力|赫兹",
        [Dimension.Data] = @"[KMGTP]i?B|bytes?|bits?|[kMG]bps|[KMG]bit/s|megabytes?|gigabytes?|terabytes?|kilobytes?",
        [Dimension.Pressure] = @"[kMh]?Pa|bar|psi|mmHg|atm|兆帕|千帕|帕",
    };

    private static readonly Dictionary<Dimension, Regex> Measures = Units.ToDictionary(pair => pair.Key, pair => Measure(pair.Value));

    private static readonly Regex AnyMeasure = Measure(string.Join('|', Units.Values));

    /// <summary>A number and a unit of a dimension.</summary>
    public static Regex Of(Dimension dimension) => dimension == Dimension.Any ? AnyMeasure : Measures[dimension];

    /// <summary>Shares of a hundred; in Chinese with what they are a share of ("合同总额的 5%").</summary>
    public static Regex Percent { get; } = New(
        $@"(?:[\u4e00-\u9fff-[为是按以付应的即达占约]]{{2,8}}的\s?)?{Bound}{Digits}(?:{To}{Digits})?\s?(?:%|％|‰|per ?cent\b|percentage points?\b|个百分点)|百分之{Ideographs}|\b{Words}\s(?:per ?cent)\b|[一二三四五六七八九]成");

    /// <summary>Amounts of money.</summary>
    public static Regex Money { get; } = New(
        $@"{Bound}(?:(?:US|HK|NT|AU|CA|S|C|A|R)?[$€£¥￥₹₩]\s?[0-9][0-9,.]*[0-9]?{Scale}\b{PerTime}|\b(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|HKD|AUD|CAD|INR|人民币)\s?[¥￥$]?\s?[0-9][0-9,.]*[0-9]?{Scale}|人民币{Ideographs}元?整?"
        + $@"|(?:人民币\s?)?{Digits}{Scale}\s?(?:(?:US |Australian |Canadian |Hong Kong )?(?:dollars?|cents?|euros?|pounds?(?: sterling)?|yuan|yen|rupees?|francs?|rmb|usd|eur|gbp|cny|jpy|chf|shillings?|guineas?)\b|[€£$¥]|美元|欧元|英镑|日元|港元|港币|人民币|元|块钱?|两(?:白?银|黄金))(?:人民币|整)?{PerTime}"
        + $@"|\b{Words}\s(?:dollars?|euros?|pounds?|yuan|yen|rupees?|francs?|shillings?|guineas?|cents?)\b|{Ideographs}(?:美元|欧元|英镑|日元|港元|元|块钱|两(?:白?银|黄金)?|贯|文钱))");

    /// <summary>Lengths of time.</summary>
    public static Regex Duration { get; } = New(
        $@"{Bound}(?:{Digits}|\b{Words})(?:{To}(?:{Digits}|{Words}))?(?:[ \-\u00a0]?(?:\([0-9]+\)\s)?(?:(?:calendar|business|working|consecutive|full)\s)?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|mins?|secs?|hrs?|yrs?|decades?|centuries|century|fortnights?|nights?|h|min|s)\b)(?:(?:,| and|,? )\s?(?:{Digits}|\b{Words})\s(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|mins?)\b)?(?: old\b)?"
        + $@"|{Bound}(?:{Digits}|{Ideographs})(?:{To}(?:{Digits}|{Ideographs}))?\s?(?:个?小时|个半?月|个?工作日|个自然日|日历日|个?星期|周年|周岁|分钟|秒钟?|年半?(?![0-9一二三四五六七八九十]{{1,2}}月)|周|天|日(?!元)|岁|世纪)(?:以?[上下内])?");

    /// <summary>Bare numbers, in digits, English words or ideographs; with the measure word that follows one in Chinese.</summary>
    public static Regex Number { get; } = New(
        $@"{Bound}(?:\b(?:from|between)\s+{Digits}{Scale}\s+(?:to|and)\s+{Digits}{Scale}|{Digits}(?:\s?(?:–|—|~|～|至|到|\bto\b)\s?{Digits}|-{Digits})?{Scale}|\b{Words}\b|{Ideographs}(?=[个名位次种家台件张辆所只条项座本户票场万亿余多]))(?:余|多)?(?:个|名|位|人|次|种|家|台|件|张|辆|所|只|条|项|座|本|户|票|场)?");

    private static Regex Measure(string units) =>
        New($@"{Bound}(?:{Digits}|{Ideographs}|\b{Words})(?:{To}{Digits})?{Scale}\s?-?(?:{units})(?![A-Za-z0-9])(?:\s(?:{Digits})\s?(?:in|inch(?:es)?|oz|ounces?|cm|min(?:utes)?)\b)?(?:\s\([0-9][0-9.,]*\s?(?:{units})\))?");

    private static Regex New(string pattern) => new(pattern, Options);
}
