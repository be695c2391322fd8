using System.Text.RegularExpressions;

namespace Longleaf.Reading.Extractive.Lookups;

/// <summary>Patterns of persons, places, addresses and codes, in English and Chinese.</summary>
internal static partial class Names
{
    /// <summary>Runs of capitalised words that may name somebody; Chinese names by their surnames, or with a title.</summary>
    [GeneratedRegex(
        @"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lady|Lord|President|King|Queen|Captain|Prince|Princess)\.? )?\b\p{Lu}[\p{Ll}'’]+(?:[- ](?:(?:de|da|van|von|der|la|du|bin|al|of|the) ){0,2}(?:\p{Lu}\.(?: ?\p{Lu}\.)*|\p{Lu}[\p{L}'’]+)){1,4}(?:,? (?:Jr|Sr)\.|\s[IVX]{1,4}\b)?|\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord|President|King|Queen|Captain|Prince|Princess|Professor|Pope|Emperor|General|Saint|St)\.? \p{Lu}[\p{L}'’]+(?:\s[IVX]{1,4}\b)?|\b\p{Lu}[\p{Ll}]{2,}\b"
        + @"|(?:欧阳|司马|诸葛|上官|夏侯|东方|皇甫|尉迟|公孙|慕容|司徒|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝邬安常乐于傅皮齐康伍余元顾孟黄穆萧尹姚邵汪祁毛禹狄米贝臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓洪崔龚程邢裴陆荣翁甄曲段侯全班秋宁仇白龙叶黎谭赖温闫文聂曾关包左石吉])(?:[\u4e00-\u9fff]{1,2})(?=先生|女士|小姐|教授|博士|经理|总经理|主任|总|[，。、；：,;:（(）)\s]|为|是|于|在|和|与|及|等|担任|任|说|表示|认为|的|$)|[\u4e00-\u9fff]{2,5}·[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})?",
        RegexOptions.CultureInvariant)]
    public static partial Regex Person();

    /// <summary>Runs of capitalised words behind a word of place; Chinese runs that end as places do.</summary>
    [GeneratedRegex(
        @"(?<=\b(?:in|at|near|from|to|into|of|outside|around|across|through|between|and|on|under|the) (?:the |northern |southern |eastern |western |central |north|south|east|west|downtown |upstate ){0,2})\p{Lu}[\p{L}'’\-]+(?:,? (?:(?:of|the|and|upon|de|la) )?\p{Lu}[\p{L}'’\-]+){0,4}|\b[0-9]{1,5} \p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+){0,2} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Way|Boulevard|Blvd)\b\.?"
        + @"|(?:[\u4e00-\u9fff]{2,6}?(?:省|自治区|市|县|区|州|国|镇|乡|村|岛|山|河|湖|港|街道|大街|路)(?:\s?[0-9]+\s?号)?){1,5}(?:[\u4e00-\u9fff0-9]{1,12}(?:号|楼|室|层|座|大厦|广场))?|(?<=位于|在|于|至|到|来自)[\u4e00-\u9fff]{2,10}(?:大学|学院|医院|学校|中学|公园|车站|机场|大楼|广场|地区|海峡|半岛|平原|盆地|半球|州)|(?<=位于|坐落于|来自|前往)[\u4e00-\u9fff]{2,8}",
        RegexOptions.CultureInvariant)]
    public static partial Regex Place();

    /// <summary>Telephone numbers of seven digits and more.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}_./-])\+?\(?[0-9](?:[ \-().]{0,2}[0-9]){6,15}(?:\s?(?:ext\.?|x|转)\s?[0-9]{1,5})?(?![\p{N}_-])", RegexOptions.CultureInvariant)]
    public static partial Regex Phone();

    /// <summary>E-mail addresses.</summary>
    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,6}", RegexOptions.CultureInvariant)]
    public static partial Regex Email();

    /// <summary>Web addresses.</summary>
    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>""'，。；）\])]+[^\s<>""'，。；）\]).,;:]|\b(?:[a-z0-9\-]{1,63}\.){1,4}(?:com|org|net|edu|gov|io|cn|de|uk|eu|info|app|dev)\b(?:/[^\s，。；）\])]*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Url();

    /// <summary>Codes: with digits, or of several parts.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![A-Za-z0-9_])|(?<![\p{L}\p{N}_])(?=[A-Za-z0-9_\-./#]*[0-9])[A-Za-z0-9#][A-Za-z0-9_\-./]{1,60}[A-Za-z0-9](?![A-Za-z0-9_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Code();

    /// <summary>Words that give a reason.</summary>
    [GeneratedRegex(@"\b(?:because|due to|owing to|thanks to|since|as a result|in order to|so that|so as to|caused by|therefore|reasons?|result(?:s|ed)? (?:in|from)|led to|stems? from)\b|因为|由于|因此|所以|以便|为了|导致|原因|之所以|致使|以免|从而|鉴于", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Reason();

    /// <summary>Words that say on what occasion: an answer to "when" without a date.</summary>
    [GeneratedRegex(@"\b(?:if|when(?:ever)?|after|before|until|upon|as soon as|during|every|once)\b|如果|当.{1,20}时|以后|之后|之前|以前|期间|每[年月日周天]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Occasion();

    /// <summary>Words that make a point in time of the length of time before them.</summary>
    [GeneratedRegex(@"^\s*(?:after|before|from|of|following|prior)\b|^(?:之|以)?[内后前]", RegexOptions.CultureInvariant)]
    public static partial Regex Offset();

    /// <summary>Words that say what something is.</summary>
    [GeneratedRegex(@"\b(?:is|are|was|were) (?:an?|the|one of)\b|\b(?:means?|refers? to|is defined as|stands for|is known as|denotes?|also called)\b|是指|指的是|是一[个种款项名位座]|即|又称|称为|定义为|系指|意为", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Definition();

    /// <summary>Words that tell how to do something.</summary>
    [GeneratedRegex(@"^(?:first|then|next|finally|to \w+|press|turn|open|close|click|select|remove|insert|push|pull|set|use|hold|choose|connect|switch|clean|fill|put|place|take|make sure|check|by \w+ing)\b|\bby \w+ing\b|\busing\b|\bstep [0-9]|通过|首先|然后|步骤|使用|按下?|点击|打开|利用|采用|以.{1,10}方式|方法", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Manner();
}
