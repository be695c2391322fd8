using Longleaf.Reading.Tests.Extractive;

namespace Longleaf.Reading.Tests.Structured;

/// <summary>Made-up documents of the kinds that people have fields read from.</summary>
internal static class Forms
{
    public static ReadableDocument Invoice { get; } = MarkdownBlocks.Document("scan-17.pdf", """
        # Invoice

        Acme Tools GmbH
        12 Mill Road, Bristol
        VAT ID: GB123456789

        Invoice No: INV-2024-0042    Date: 12 March 2024
        Due date: 11/04/2024
        Bill to: Meyer Ltd
        PO Number: 7781

        | Description | Qty | Unit price | Amount |
        | --- | --- | --- | --- |
        | Hammer | 2 | €1,234.50 | €2,469.00 |
        | Nails, box of 500 | 10 | €3.20 | €32.00 |
        | Subtotal | | | €2,501.00 |
        | VAT 19% | | | €475.19 |
        | Total | | | €2,976.19 |

        Payment within 30 days. This invoice has not been paid.
        """);

    public static ReadableDocument Rechnung { get; } = MarkdownBlocks.Document("rechnung.pdf", """
        # Rechnung / Invoice

        Seller: Schmidt AG
        Buyer: Oak & Sons
        Invoice number: R-77
        Invoice date: 03.12.2024

        | Item | Quantity | Price | Total |
        | --- | --- | --- | --- |
        | Eichenbrett | 3 | 1.234,50 € | 3.703,50 € |

        Grand total: 3.703,50 €
        """);

    public static ReadableDocument Contract { get; } = MarkdownBlocks.Document("合同.docx", """
        # 采购合同

        合同编号：HT-2024-018
        甲方（买方）：北京远山科技有限公司
        乙方（卖方）：上海明德机械有限公司
        签订日期：2024年3月12日

        第一条 标的

        | 品名 | 数量 | 单价 | 金额 |
        | --- | --- | --- | --- |
        | 数控机床 | 2 | 150,000.00 | 300,000.00 |
        | 配件包 | 5 | 1,200.50 | 6,002.50 |
        | 合计 | | | 306,002.50 |

        第八条 违约责任

        违约金为合同总额的5%，逾期每日另计0.05%。本合同不含运输保险。保修期为24个月。
        """);

    public static ReadableDocument Staff { get; } = MarkdownBlocks.Document("staff.docx", """
        # Staff

        ## Anna Schmidt

        Role: Engineer
        Age: 34
        Email: anna@example.org
        Skills: C#, SQL, Rust

        ## Bob Lee

        Role: Manager
        Age: 51
        Email: bob.lee@example.org
        Skills: Planning, Budgets
        """);

    public static ReadableDocument Orders { get; } = MarkdownBlocks.Document("orders.csv", """
        | Order ID | Customer | Date | Total | Status |
        | --- | --- | --- | --- | --- |
        | 1041 | Meyer Ltd | 2024-03-01 | 120.00 | paid |
        | 1042 | Oak & Sons | 2024-03-05 | 75.50 | open |
        | 1043 | Meyer Ltd | 2024-03-09 | 310.25 | paid |
        """);

    public static ReadableDocument Resume { get; } = MarkdownBlocks.Document("简历.docx", """
        # 个人简历

        姓名：王小明
        性别：男
        年龄：三十二岁
        出生日期：1992年5月8日
        手机：13800138000
        邮箱：xiaoming@example.cn
        技能：Java、Python、数据库设计

        工作经历

        - 2015年至2019年，华东软件公司，开发工程师
        - 2019年至今，远山科技，技术经理
        """);

    public static ReadableDocument Agreement { get; } = MarkdownBlocks.Document("agreement.pdf", """
        # Service Agreement

        This Agreement is made on 5 January 2023 between Northwind Traders Inc. and Contoso Ltd.
        The initial term is two years. The monthly fee is $4,500 and is payable in advance.
        Either party may terminate this Agreement with 60 days' written notice.
        The governing law is the law of England and Wales. The agreement does not renew automatically.

        ## Deliverables

        The supplier provides:

        - Network monitoring
        - Monthly reports
        - On-site support
        """);

    public static ReadableDocument Phones { get; } = MarkdownBlocks.Document("phones.xlsx", """
        | Feature | Nova X | Nova Y | Nova Z |
        | --- | --- | --- | --- |
        | Weight | 180 g | 201 g | 165 g |
        | Battery | 4,000 mAh | 5,000 mAh | 3,500 mAh |
        | Wireless charging | yes | yes | no |
        """);

    public static ReadableDocument Budget { get; } = MarkdownBlocks.Document("budget.xlsx", """
        | MONTHLY INCOME |  |
        | --- | --- |
        | Item | Amount |
        | Salary | $2,500.00 |
        | Other | $250.00 |
        | MONTHLY EXPENSES |  |
        | Item | Amount |
        | Rent | $800.00 |
        | Gas | $50.00 |
        """);

    public static ReadableDocument People { get; } = MarkdownBlocks.Document("people.txt", """
        Name: Ada, Age: 36

        Name: Alan, Age: 41

        Name: Grace, Age: 85
        """);

    public static ReadableDocument Booking { get; } = MarkdownBlocks.Document("booking.pdf", """
        # Booking order

        ## Agency

        Name: Premier Entertainment Group Contact: Michael Chen Billing Contact: accounting@premier.example Payment Terms: Net 30

        ## Customer

        Name: Universal Distribution Category: Film Customer ID: CUST-98765

        | Start Date | End Date | # Shows | Gross Amount |
        | --- | --- | --- | --- |
        | 12/20/24 | 12/31/24 | 48 | $12,500.00 |

        #### GRAND TOTAL 13,738
        """);

    public static ReadableDocument Estimates { get; } = MarkdownBlocks.Document("estimates.pdf", """
        ## Auto repair

        | Insured name | Gabriel Diaz | Year | 2022 |
        | --- | --- | --- | --- |
        | Claim # | SF-1008 | Make | Jeep |

        # Auto repair

        | Insured name | Bruce Wayne | Year | 2025 |
        | --- | --- | --- | --- |
        | Claim # | 999 | Make | Batman |
        """);

    public static ReadableDocument Outline { get; } = MarkdownBlocks.Document("plan.md", """
        # Plan

        ## Kitchen

        Cost: 1,200 EUR

        ### Tiles

        Cost: 300 EUR

        ### Lights

        Cost: 150 EUR

        ## Garden

        Cost: 900 EUR
        """);
}
