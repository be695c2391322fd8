namespace Longleaf.Reading.Tests.Extractive.Aggregation;

/// <summary>Made-up tables.</summary>
internal static class WrittenTables
{
    public static ReadableDocument Orders { get; } = ParsedFile.Of("orders.csv", """
        order_id,date,customer,city,product,quantity,total,currency,status
        1001,2026-02-27,Anna Keller,Berlin,Desk Lamp,2,79.80,EUR,shipped
        1002,2026-03-02,Bo Lindqvist,Stockholm,Laptop Pro,1,"1,299.00",EUR,shipped
        1003,2026-03-09,Chen Wei,Berlin,Office Chair,3,567.00,EUR,open
        1004,2026-03-15,Anna Keller,Berlin,Desk Lamp,1,39.90,EUR,cancelled
        1005,2026-03-31,Dana Fox,London,Laptop Pro,2,"2,598.00",EUR,shipped
        1006,2026-04-01,Anna Keller,Berlin,Laptop Pro,1,"1,299.00",EUR,open
        Total,,,,,10,"5,882.70",,
        """);

    public static ReadableDocument Staff { get; } = MarkdownBlocks.Document("staff.md", """
        # Staff of Harbour Ltd

        | Name | Department | Age | Salary (EUR) | Hired |
        | --- | --- | --- | --- | --- |
        | Anna Berg | Sales | 34 | 4,200 | 12 March 2019 |
        | Ben Cole | Sales | 41 | 5,100 | 3 May 2016 |
        | Carla Diaz | IT | 29 | 4,800 | 1 June 2021 |
        | Dev Patel | IT | 52 | 6,300 | 9 January 2010 |
        | Eva Ross | HR | 38 | n/a | 15 March 2020 |
        | Total | | | 20,400 | |
        """);

    public static ReadableDocument ChineseOrders { get; } = ParsedFile.Of("订单.csv", """
        订单号,日期,客户,部门,产品,数量,金额（元）
        D001,2026年2月26日,华星公司,销售部,打印机,3,"3,600.00"
        D002,2026年3月11日,东方贸易,采购部,显示器,4,"3,596.00"
        D003,2026年3月28日,华星公司,采购部,键盘,5,600.00
        D004,2026年4月4日,蓝海科技,销售部,打印机,2,"2,400.00"
        合计,,,,,14,"10,196.00"
        """);

    public static ReadableDocument Invoices { get; } = ParsedFile.Of("invoices.json", """
        {
          "company": "Harbour Ltd",
          "invoices": [
            { "id": 1, "vendor": "Acme", "amount": 120.5, "issued": "2025-03-04", "address": { "city": "Rome" } },
            { "id": 2, "vendor": "Borg", "amount": 80, "issued": "2025-07-19", "address": { "city": "Oslo" } },
            { "id": 3, "vendor": "Acme", "amount": 99.25, "issued": "2026-01-02", "address": { "city": "Oslo" } }
          ]
        }
        """);
}
