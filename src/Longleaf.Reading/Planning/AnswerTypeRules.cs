using System.Text.RegularExpressions;

namespace Longleaf.Reading.Planning;

/// <summary>Which wordings ask for what, in English and Chinese. The first that matches holds.</summary>
internal static class AnswerTypeRules
{
    private static readonly AnswerTypeRule[] Rules =
    [
        // Contact and codes: the noun decides, whatever the question word.
        Rule(@"\b(?:e-?mail)\b|邮箱|电子邮件|电邮", AnswerType.Email, "email", "mail", "address", "邮箱", "电子邮件"),
        Rule(@"\b(?:tele)?phone\b|\bfax\b|\bhot ?line\b|\bcall\b.*\bnumber\b|\b(?:what|which) number\b.{0,40}\b(?:call|dial|ring|reach|phone)\b|\b(?:call|dial|ring)\b.{0,40}\b(?:what|which) number\b|电话|手机号|联系方式|热线|传真", AnswerType.Phone, "phone", "telephone", "number", "call", "dial", "电话", "号码"),
        Rule(@"\bweb ?(?:site|page|address)\b|\burl\b|网址|网站|链接", AnswerType.Url, "website", "url", "address", "网址", "网站"),
        Rule(@"\b(?:serial|order|invoice|account|reference|model|part|contract|registration|tracking|case|id|identification|vat|tax|customer|policy)\s*(?:number|no\.?|code|id)\b|\b(?:uuid|guid|password|passcode|access code|pin|secret key|api key|isbn|doi|sku|iban)\b|\bwhat (?:is|was) the (?:id|code|key)\b|编号|单号|型号|代码|序列号|密码|口令|验证码", AnswerType.Identifier, "number", "编号"),

        // Reasons, ways, definitions.
        Rule(@"^\W*(?:and |so |but )?why\b|\bwhat (?:is|was|were|are) the (?:reasons?|causes?)\b|\bwhat caused\b|(?<![称誉视名认作成现换改定化]|称之|表现)为什么|为何|因何|原因|缘由|缘故", AnswerType.Reason, "reason", "cause", "原因"),
        Rule(@"\bhow (?:do|does|did|can|could|should|would|must|to)\b|\bwhat (?:are the )?steps\b|怎么(?:[^样回]|$)|如何|怎样|步骤|方法", AnswerType.Manner, "步骤", "方法"),

        Rule(@"^\W*who (?:is|was|are|were) (?-i:\p{Lu})[\p{L}.'’\-]+(?: (?-i:\p{Lu})[\p{L}.'’\-]*){0,4}\W*$|^[\u4e00-\u7683\u7685-\u9fff·]{2,8}是谁[？?]?$", AnswerType.Definition),

        // Measures.
        Rule(@"\bhow (?:loud|noisy|quiet)\b|\bnoise level\b|\bdecibels?\b|多少分贝|噪音|噪声", AnswerType.Measure, Dimension.Sound, "loud", "noisy", "quiet"),
        Rule(@"\bhow (?:heavy|light)\b|\bhow much (?:does|do|did) .{1,60} weigh\b|\bweights?\b|\bhow many (?:kilograms?|kilos|kg|pounds|grams|tons?)\b|多重|重量|多少(?:公斤|千克|斤|克|吨)", AnswerType.Measure, Dimension.Mass, "heavy", "light", "weigh", "weight", "重"),
        Rule(@"\bhow (?:tall|high|wide|deep|far|thick|broad|steep)\b|\b(?:height|width|depth|distance|diameter|thickness)\b|\bhow many (?:met(?:re|er)s?|kilomet(?:re|er)s?|miles|feet|inches)\b|\bhow long (?:is|are|was|were) the (?:\w+ ){0,3}(?:cable|cord|hose|bridge|river|wall|road|tunnel|tail|boat|ship|rope|line|track|wire|snake|fish|blade|coast|canal)\b|多高|多宽|多深|多远|多厚|高度|宽度|深度|距离|直径|身高|多少(?:米|公里|千米|厘米)|全长", AnswerType.Measure, Dimension.Length, "tall", "high", "wide", "deep", "far", "thick", "long", "高", "宽"),
        Rule(@"\bhow (?:fast|quick)\b|\bspeed\b|\brpm\b|多快|速度|转速|时速", AnswerType.Measure, Dimension.Speed, "fast", "quick"),
        Rule(@"\bhow (?:hot|cold|warm)\b|\btemperature\b|多热|多冷|温度|多少度", AnswerType.Measure, Dimension.Temperature, "hot", "cold", "warm"),
        Rule(@"\bhow much (?:power|energy|electricity|current)\b|\b(?:voltage|wattage|power consumption|rated power)\b|功率|电压|电流|耗电|能耗", AnswerType.Measure, Dimension.Power, "power", "energy", "electricity"),
        Rule(@"\bhow much (?:water|fuel|oil|liquid|milk|gas)\b|\bhow many (?:lit(?:re|er)s?|gallons)\b|\bvolume\b|多少(?:升|毫升|立方)|容积|用水", AnswerType.Measure, Dimension.Volume),
        Rule(@"\bhow (?:large|big) (?:is|are|was|were) the (?:\w+ ){0,2}(?:area|island|city|country|park|farm|room|site|lake|house|land|territory)\b|\bareas?\b.{0,30}(?:square)|面积|多少(?:平方|亩|公顷)", AnswerType.Measure, Dimension.Area, "large", "big", "area"),
        Rule(@"\bhow (?:much|many) (?:memory|storage|disk|ram|bytes|megabytes|gigabytes)\b|\b(?:file size|bandwidth|storage)\b|内存|存储|带宽", AnswerType.Measure, Dimension.Data),
        Rule(@"\bpressure\b|压力|气压", AnswerType.Measure, Dimension.Pressure),

        // Shares, money, time.
        Rule(@"\bpercent(?:age)?\b|\bwhat (?:share|proportion|fraction)\b|\b(?:interest|tax|growth|unemployment|inflation|success|error|vat|discount) rate\b|百分之|百分比|比例|占比|税率|利率|增长率|比率", AnswerType.Percent, "percent", "percentage", "share", "比例"),
        Rule(@"\bhow much (?:money|(?:does|do|did|is|are|was|were|will|would|must|should|can|has|have|had)\b.{0,80}\b(?:costs?|pay|paid|worth|charged?|price|earn|owed?|spent|spend|sell|sold|raised?|invested|donated|rent|fee|salary|fined?))\b|\b(?:price|costs?|fee|fees|salary|wages?|budget|revenue|deposit|rent|amount|penalty|fine|turnover|income|profit|(?:sub|grand )?total|premium|damages)\b|^\W*how much (?:is|are|was|were|will|does|do)\b|多少钱|总额|价款|款项|余款|预付款|价格|价钱|费用|金额|工资|月薪|薪酬|薪资|预算|成本|押金|保证金|罚款|违约金|总价|租金|房租|售价|单价|几元|多少(?:元|美元|万元|亿元|欧元)|营收|收入|利润|票房", AnswerType.Money, "much", "cost", "price", "pay", "钱", "金额"),
        Rule(@"\bhow long\b|\bhow many (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|working days)\b|\bduration\b|\b(?:notice|warranty|guarantee|trial|probation(?:ary)?|grace|payment|cooling.off|retention|validity) (?:period|term|time)\b|\bhow old\b|\bwhat age\b|多久|多长|几年(?:[^级]|$)|几天|几个月|几小时|几分钟|多少(?:年|天|个?月|小时|分钟|个工作日|日|周)|期限|时长|为期|有效期|保修期|试用期|多大年纪|几岁|多少岁|年龄", AnswerType.Duration, "long", "take", "last", "old", "time", "period", "duration", "时间", "期限", "时长", "多长", "久"),
        Rule(@"\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade|time)\b|\b(?:deadline|due date|birthday|date of birth|start date|end date|expiry|effective date)\b|\b(?:what|which) .{0,20}dated?\b|什么时候|何时|哪年|哪一年|哪一天|哪天|几月|几号|日期|什么时间|几点|时间是|哪个月|哪个世纪|何年|年份|生日|截止", AnswerType.Date, "when", "year", "date", "day", "month", "time", "年", "日期", "时间"),

        // Counts, then persons and places, lists last: "how many people" counts, "who are" does not.
        Rule(@"\bhow many\b|\b(?:number|count|total number) of\b|多少(?:个|名|位|人|次|种|家|台|件|张|辆|所|只|条|项|座|本|户|票|场)|几(?:个|名|位|人|次|种|家|台|件|张|辆|所|只|条|项|座|本|场)|人数|数量|人口|次数|总数|多少", AnswerType.Count, "many", "number", "数量"),
        Rule(@"\bwho(?:m|se)?\b|\bwhich (?:person|man|woman|player|actor|actress|author|president|king|queen|singer|scientist|artist|director|employee|party)\b|\bwhat (?:is|was) (?:the )?name of the (?:president|king|queen|author|director|founder|manager|captain|doctor|man|woman|girl|boy|person|wife|husband|son|daughter|mother|father)\b|\bwhat (?:is|was) (?:his|her) name\b|谁|哪位|何人|什么人|哪个人|叫什么名字|姓名|作者|负责人|联系人", AnswerType.Person, "who", "name", "人"),
        Rule(@"\bwhere\b|\b(?:what|which) (?:city|country|town|state|place|region|village|street|continent|county|province|river|island|location|building|room|address|part of)\b|\b(?:headquarters|address|location|venue)\b|哪里|哪儿|何地|何处|什么地方|哪个(?:国家|城市|省|地方|地区|县|市|洲)|哪国|哪座|地址|位于|地点|住址", AnswerType.Place, "where", "located", "address", "place", "地址", "地点"),
        Rule(@"^\W*(?:please )?(?:list|enumerate|name (?:all|the|some|three|two|four|five))\b|\bwhat are (?:the|all)\b|\bwhich (?:\w+ )?(?:are|were)\b|\bwhat (?:kinds?|types?|sorts?) of\b|哪些|列出|列举|有哪几|哪几", AnswerType.List),
        Rule(@"\bwhat (?:is|are|was) (?:an?|the) (?:meaning|definition) of\b|\bwhat does .{1,60} mean\b|\bdefine\b|^\W*what (?:is|are) (?:an? [\w\- ]{1,40}|[a-z][\w\-]{2,30})\?*$|^\W*who (?:is|was)\b|什么是|是什么意思|定义|含义|指什么|指的是", AnswerType.Definition, "mean", "meaning", "definition", "定义", "含义"),
        Rule(@"^\W*(?:and |but )?(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|should|may|must|am|might)\b|是否|吗[？?]?$|有没有|能不能|可不可以|是不是|能否|可否", AnswerType.YesNo),
    ];

    /// <summary>What a question asks for.</summary>
    public static AnswerTypeRule? Find(string question) => Array.Find(Rules, rule => rule.Pattern.IsMatch(question));

    private static AnswerTypeRule Rule(string pattern, AnswerType type, params string[] words) => Rule(pattern, type, Dimension.Any, words);

    // Interpreted: a wording is tried once a question. A question has at most 4,000 characters and no pattern nests repetitions.
    private static AnswerTypeRule Rule(string pattern, AnswerType type, Dimension dimension, params string[] words) =>
        new(new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), type, dimension, words);
}
