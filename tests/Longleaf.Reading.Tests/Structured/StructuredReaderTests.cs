using Longleaf.Reading.Structured;
using Longleaf.Reading.Tests.Extractive;
using static Longleaf.Reading.Tests.Structured.Filling;

namespace Longleaf.Reading.Tests.Structured;

public class StructuredReaderTests
{
    private const string Text = """{"type":"string"}""";
    private const string Number = """{"type":"number"}""";
    private const string Integer = """{"type":"integer"}""";
    private const string Boolean = """{"type":"boolean"}""";
    private const string Date = """{"type":"string","format":"date"}""";
    private const string TextOrNull = """{"type":["string","null"]}""";

    [Fact]
    public async Task Each_of_two_manuals_gives_a_record_with_numbers_as_numbers()
    {
        var schema = Object(("machines", Array(Object(("brand", Text), ("capacity", Number), ("noise", Number)))));
        Assert.Equal(
            """{"machines":[{"brand":"AquaLine","capacity":7,"noise":68},{"brand":"AquaLine","capacity":9,"noise":72}]}""",
            await JsonAsync("Return the brand, capacity and noise of each as JSON", schema, Manuals.Seven, Manuals.Nine));
    }

    [Fact]
    public async Task A_sum_that_stands_alone_is_no_line_item()
    {
        var document = MarkdownBlocks.Document("estimate.pdf", """
            # Estimate

            Insured name: Gabriel Diaz

            GRAND TOTAL 5,738
            """);
        var line = Object(("description", TextOrNull), ("quantity", """{"type":["number","null"]}"""), ("amount", """{"type":["number","null"]}"""));
        Assert.Equal("""{"items":[]}""", await JsonAsync("List the line items", Object(("items", Array(line))), document));
    }

    [Fact]
    public async Task Without_a_schema_the_keys_named_make_an_object_for_each_document() =>
        Assert.Equal(
            """{"items":[{"document":"AquaLine 700.pdf","brand":"AquaLine","capacity":"7 kg"},{"document":"AquaLine 900.pdf","brand":"AquaLine","capacity":"9 kg"}]}""",
            await JsonAsync("Return the brand and capacity of each as JSON", null, Manuals.Seven, Manuals.Nine));

    [Fact]
    public async Task An_invoice_is_read_with_its_lines_and_without_its_sums_among_them()
    {
        var line = Object(("description", Text), ("quantity", Integer), ("unit_price", Number), ("amount", Number));
        var schema = Object(
            ("invoice_number", Text), ("invoice_date", Date), ("due_date", Date), ("customer", Object(("name", Text))), ("currency", """{"enum":["USD","EUR","GBP"]}"""),
            ("subtotal", Number), ("tax", Number), ("total", Number), ("paid", Boolean), ("line_items", Array(line)));
        Assert.Equal(
            """{"invoice_number":"INV-2024-0042","invoice_date":"2024-03-12","due_date":"2024-04-11","customer":{"name":"Meyer Ltd"},"currency":"EUR","subtotal":2501,"tax":475.19,"total":2976.19,"paid":false,"line_items":[{"description":"Hammer","quantity":2,"unit_price":1234.5,"amount":2469},{"description":"Nails, box of 500","quantity":10,"unit_price":3.2,"amount":32}]}""",
            await JsonAsync("Extract the invoice", schema, Forms.Invoice));
    }

    [Fact]
    public async Task A_name_in_the_question_chooses_the_document_and_its_habits_the_numbers()
    {
        var schema = Object(("number", Text), ("date", Date), ("buyer", Text), ("total", Number), ("currency", Text), ("items", Array(Object(("item", Text), ("price", Number)))));
        Assert.Equal(
            """{"number":"R-77","date":"2024-12-03","buyer":"Oak & Sons","total":3703.5,"currency":"EUR","items":[{"item":"Eichenbrett","price":1234.5}]}""",
            await JsonAsync("Extract the invoice of Schmidt AG", schema, Forms.Invoice, Forms.Rechnung));
    }

    [Fact]
    public async Task A_Chinese_contract_is_read_under_Chinese_names()
    {
        var schema = Object(
            ("合同编号", Text), ("买方", Text), ("卖方", Text), ("签订日期", Date), ("合计金额", Number), ("违约金比例", Number), ("保修期", """{"type":"string","format":"duration"}"""),
            ("货物", Array(Object(("品名", Text), ("数量", Integer), ("单价", Number)))));
        Assert.Equal(
            """{"合同编号":"HT-2024-018","买方":"北京远山科技有限公司","卖方":"上海明德机械有限公司","签订日期":"2024-03-12","合计金额":306002.5,"违约金比例":5,"保修期":"P24M","货物":[{"品名":"数控机床","数量":2,"单价":150000},{"品名":"配件包","数量":5,"单价":1200.5}]}""",
            await JsonAsync("提取合同信息", schema, Forms.Contract));
    }

    [Fact]
    public async Task A_Chinese_contract_is_read_under_English_names() =>
        Assert.Equal(
            """{"contract_number":"HT-2024-018","buyer":"北京远山科技有限公司","signing_date":"2024-03-12","total_amount":306002.5}""",
            await JsonAsync("The contract as JSON", Object(("contract_number", Text), ("buyer", Text), ("signing_date", Date), ("total_amount", Number)), Forms.Contract));

    [Fact]
    public async Task Sections_are_records_and_their_headings_names()
    {
        var schema = Object(("employees", Array(Object(("name", Text), ("role", Text), ("age", Integer), ("email", """{"type":"string","format":"email"}"""), ("skills", Array(Text))))));
        Assert.Equal(
            """{"employees":[{"name":"Anna Schmidt","role":"Engineer","age":34,"email":"anna@example.org","skills":["C#","SQL","Rust"]},{"name":"Bob Lee","role":"Manager","age":51,"email":"bob.lee@example.org","skills":["Planning","Budgets"]}]}""",
            await JsonAsync("List all staff", schema, Forms.Staff));
    }

    [Fact]
    public async Task An_id_in_the_question_chooses_the_row() =>
        Assert.Equal(
            """{"order_id":1042,"customer":"Oak & Sons","total":75.5,"status":"open"}""",
            await JsonAsync("Give order 1042 as JSON", Object(("order_id", Integer), ("customer", Text), ("total", Number), ("status", """{"enum":["paid","open"]}""")), Forms.Orders));

    [Fact]
    public async Task A_name_in_the_question_chooses_the_rows() =>
        Assert.Equal(
            """{"orders":[{"id":1041,"date":"2024-03-01","total":120},{"id":1043,"date":"2024-03-09","total":310.25}]}""",
            await JsonAsync("All orders of Meyer Ltd", Object(("orders", Array(Object(("id", Integer), ("date", Date), ("total", Number))))), Forms.Orders));

    [Fact]
    public async Task The_whole_answer_may_be_an_array() =>
        Assert.Equal("""[{"customer":"Meyer Ltd"},{"customer":"Oak & Sons"},{"customer":"Meyer Ltd"}]""", await JsonAsync("every order", Array(Object(("customer", Text))), Forms.Orders));

    [Fact]
    public async Task A_Chinese_resume_is_read_under_English_names()
    {
        var schema = Object(
            ("name", Text), ("gender", """{"enum":["男","女"]}"""), ("age", Integer), ("birth_date", Date), ("phone", """{"type":"string","pattern":"^1[0-9]{10}$"}"""), ("email", Text), ("skills", Array(Text)), ("experience", Array(Text)));
        Assert.Equal(
            """{"name":"王小明","gender":"男","age":32,"birth_date":"1992-05-08","phone":"13800138000","email":"xiaoming@example.cn","skills":["Java","Python","数据库设计"],"experience":["2015年至2019年，华东软件公司，开发工程师","2019年至今，远山科技，技术经理"]}""",
            await JsonAsync("提取简历", schema, Forms.Resume));
    }

    [Fact]
    public async Task Sentences_are_read_for_what_no_label_says()
    {
        var schema = Object(
            ("date", Date), ("initial_term", """{"type":"string","format":"duration"}"""), ("monthly_fee", Number), ("currency", Text), ("notice_period_days", """{"type":"integer","description":"days of notice to terminate"}"""),
            ("governing_law", Text), ("renews_automatically", Boolean), ("deliverables", Array(Text)), ("insurance", TextOrNull));
        Assert.Equal(
            """{"date":"2023-01-05","initial_term":"P2Y","monthly_fee":4500,"currency":"USD","notice_period_days":60,"governing_law":"the law of England and Wales","renews_automatically":false,"deliverables":["Network monitoring","Monthly reports","On-site support"],"insurance":null}""",
            await JsonAsync("Extract the agreement", schema, Forms.Agreement));
    }

    [Fact]
    public async Task Columns_are_records_where_the_rows_are_the_fields()
    {
        var schema = Object(("phones", Array(Object(("name", Text), ("weight", Number), ("battery", Integer), ("wireless_charging", Boolean)))));
        Assert.Equal(
            """{"phones":[{"name":"Nova X","weight":180,"battery":4000,"wireless_charging":true},{"name":"Nova Y","weight":201,"battery":5000,"wireless_charging":true},{"name":"Nova Z","weight":165,"battery":3500,"wireless_charging":false}]}""",
            await JsonAsync("Compare the phones", schema, Forms.Phones));
    }

    [Fact]
    public async Task Of_several_tables_of_a_sheet_the_one_that_is_named_is_read() =>
        Assert.Equal(
            """{"expenses":[{"item":"Rent","amount":800},{"item":"Gas","amount":50}]}""",
            await JsonAsync("the budget", Object(("expenses", Array(Object(("item", Text), ("amount", Number))))), Forms.Budget));

    [Fact]
    public async Task A_key_that_comes_again_starts_a_record() =>
        Assert.Equal(
            """{"people":[{"name":"Ada","age":36},{"name":"Alan","age":41},{"name":"Grace","age":85}]}""",
            await JsonAsync("Who is there?", Object(("people", Array(Object(("name", Text), ("age", Integer))))), Forms.People));

    [Fact]
    public async Task Several_pairs_of_a_line_are_told_apart_and_sections_keep_theirs()
    {
        var schema = Object(
            ("agency", Object(("name", Text), ("contact", Text), ("payment_terms", Text))), ("customer", Object(("name", Text), ("category", Text), ("id", Text))),
            ("start_date", Date), ("shows", Integer), ("gross_amount", Number), ("grand_total", Number));
        Assert.Equal(
            """{"agency":{"name":"Premier Entertainment Group","contact":"Michael Chen","payment_terms":"Net 30"},"customer":{"name":"Universal Distribution","category":"Film","id":"CUST-98765"},"start_date":"2024-12-20","shows":48,"gross_amount":12500,"grand_total":13738}""",
            await JsonAsync("Extract the booking", schema, Forms.Booking));
    }

    [Fact]
    public async Task Forms_that_come_again_are_records() =>
        Assert.Equal(
            """{"estimates":[{"insured_name":"Gabriel Diaz","claim_number":"SF-1008","make":"Jeep","year":2022},{"insured_name":"Bruce Wayne","claim_number":"999","make":"Batman","year":2025}]}""",
            await JsonAsync("All estimates", Object(("estimates", Array(Object(("insured_name", Text), ("claim_number", Text), ("make", Text), ("year", Integer))))), Forms.Estimates));

    [Fact]
    public async Task A_name_in_the_question_is_looked_for_among_documents_without_a_schema_too() =>
        Assert.Equal("""{"invoice_number":"R-77","total":3703.5}""", await JsonAsync("Return invoice_number and total of Schmidt AG as JSON", null, Forms.Invoice, Forms.Rechnung));

    [Fact]
    public async Task A_schema_that_refers_to_itself_ends_where_nothing_more_is_found()
    {
        const string Schema = """{"type":"object","properties":{"tasks":{"type":"array","items":{"$ref":"#/$defs/task"}}},"required":["tasks"],"$defs":{"task":{"type":"object","properties":{"name":{"type":"string"},"cost":{"type":"number"},"parts":{"type":"array","items":{"$ref":"#/$defs/task"}}},"required":["name","cost","parts"]}}}""";
        Assert.Equal(
            """{"tasks":[{"name":"Kitchen","cost":1200,"parts":[{"name":"Tiles","cost":300,"parts":[]},{"name":"Lights","cost":150,"parts":[]}]},{"name":"Garden","cost":900,"parts":[]}]}""",
            await JsonAsync("The plan as JSON", Schema, Forms.Outline));
    }

    [Theory]
    [InlineData("""{"type":["string","null"]}""", """{"insurance":null}""")]
    [InlineData("""{"anyOf":[{"type":"null"},{"type":"string"}]}""", """{"insurance":null}""")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"insurer":{"type":"string"}},"required":["insurer"]}}""", """{"insurance":[]}""")]
    [InlineData("""{"const":"none"}""", """{"insurance":"none"}""")]
    public async Task What_is_not_found_is_null_or_empty_or_given(string schema, string json) => Assert.Equal(json, await JsonAsync("as JSON", Object(("insurance", schema)), Forms.Agreement));

    [Fact]
    public async Task What_is_not_found_and_not_required_is_left_out() =>
        Assert.Equal("""{"governing_law":"the law of England and Wales"}""", await JsonAsync("as JSON", """{"type":"object","properties":{"insurance":{"type":"string"},"governing_law":{"type":"string"}},"required":["governing_law"]}""", Forms.Agreement));

    [Theory]
    [InlineData("""{"type":"string"}""", "$.capital")]
    [InlineData("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""", "$.capital.city")]
    [InlineData("""{"type":"array","items":{"type":"string"},"minItems":1}""", "$.capital")]
    [InlineData("""{"type":"integer"}""", "$.capital")]
    public async Task What_is_not_found_and_demanded_is_an_error_that_names_the_field(string schema, string path)
    {
        var missing = Assert.IsType<StructuredAnswer.Missing>(await AskAsync("What is the capital of France? as JSON", Object(("capital", schema)), Manuals.Seven));
        Assert.Equal(path, missing.Path);
        Assert.Contains(path, missing.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_breaks_the_schema_is_not_taken() =>
        Assert.IsType<StructuredAnswer.Missing>(await AskAsync("as JSON", Object(("capacity", """{"type":"number","minimum":50}""")), Manuals.Seven));

    [Fact]
    public async Task Without_documents_nothing_is_found() =>
        Assert.Contains("no documents", Assert.IsType<StructuredAnswer.Missing>(await AskAsync("as JSON", Object(("a", Text)))).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("""Return JSON: {"title": "...", "monthly_fee": 0, "date": "YYYY-MM-DD", "deliverables": ["..."], "ceo": ""}""", """{"title":"Service Agreement","monthly_fee":4500,"date":"2023-01-05","deliverables":["Network monitoring","Monthly reports","On-site support"],"ceo":null}""")]
    [InlineData("Return JSON with keys title, governing_law and ceo.", """{"title":"Service Agreement","governing_law":"the law of England and Wales","ceo":null}""")]
    [InlineData("Give me the governing law as JSON", """{"governing_law":"the law of England and Wales"}""")]
    public async Task Keys_of_the_question_make_the_object(string question, string json) => Assert.Equal(json, await JsonAsync(question, null, Forms.Agreement));

    [Theory]
    [InlineData("以JSON格式返回姓名、年龄和邮箱", """{"姓名":"王小明","年龄":32,"邮箱":"xiaoming@example.cn"}""")]
    [InlineData("请输出JSON，字段包括：姓名、手机、籍贯", """{"姓名":"王小明","手机":"13800138000","籍贯":null}""")]
    [InlineData("提取姓名和性别，并以JSON输出", """{"姓名":"王小明","性别":"男"}""")]
    public async Task Chinese_keys_of_the_question_make_the_object(string question, string json) => Assert.Equal(json, await JsonAsync(question, null, Forms.Resume));

    [Fact]
    public async Task Without_keys_the_answer_in_words_is_the_object() =>
        Assert.Equal(
            """{"answer":"72 dB(A) at 1,400 rpm. (AquaLine 900.pdf, p. 12)","sources":["AquaLine 900.pdf, p. 12"]}""",
            await JsonAsync("How loud is the 900 when it spins? Answer in JSON.", null, Manuals.Seven, Manuals.Nine));

    [Fact]
    public async Task Each_field_is_cited_where_it_stands()
    {
        var found = Assert.IsType<StructuredAnswer.Found>(await AskAsync("staff", Object(("employees", Array(Object(("name", Text), ("age", Integer))))), Forms.Staff));
        Assert.Equal(
            [("$.employees[0].name", "Anna Schmidt"), ("$.employees[0].age", "34"), ("$.employees[1].name", "Bob Lee"), ("$.employees[1].age", "51")],
            found.Citations.Select(citation => (citation.Path, citation.Citation.Quote)));
        Assert.Equal(ReadingMode.ReadAll, found.Coverage.Mode);
        Assert.NotEmpty(found.Coverage.Why);
    }

    [Fact]
    public async Task A_plan_reads_nothing()
    {
        var conversation = new Conversation { Documents = [Forms.Staff], Turns = [new Turn(TurnAuthor.User, "as JSON")], PlanOnly = true };
        var planned = Assert.IsType<StructuredAnswer.Planned>(await new StructuredReader().AnswerAsync(conversation, Schemas.Parse(Object(("a", Text))), TestContext.Current.CancellationToken));
        Assert.Equal(0, planned.Coverage.Documents[0].PassagesRead);
    }

    [Fact]
    public async Task Hundreds_of_fields_over_long_documents_take_bounded_time()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 4000).Select(i => $"| Part {i} total | {i} | EUR {i}.50 |"));
        var lines = string.Join("\n\n", Enumerable.Range(0, 3000).Select(i => $"Total of part {i}: {i} EUR"));
        var document = MarkdownBlocks.Document("long.md", $"# Parts\n\n| Part | Count | Price |\n| --- | --- | --- |\n{rows}\n\n{lines}\n");
        var fields = Enumerable.Range(0, 300).Select(i => ($"total_currency_{i}", """{"type":["number","null"]}""")).Concat(Enumerable.Range(0, 60).Select(i => ($"list_{i}", """{"type":"array","items":{"type":"object","properties":{"count":{"type":"integer"},"x":{"type":["string","null"]}},"required":["count","x"]}}""")));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        _ = await AskAsync("as JSON", Object([.. fields]), document);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Reading_stops_when_it_is_cancelled()
    {
        var conversation = new Conversation { Documents = [Forms.Staff], Turns = [new Turn(TurnAuthor.User, "as JSON")] };
        var reading = new StructuredReader().AnswerAsync(conversation, Schemas.Parse(Object(("a", Text))), new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }
}
