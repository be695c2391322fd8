namespace Longleaf.Reading.Tests.Extractive;

/// <summary>Made-up documents of the kinds people ask about.</summary>
internal static class Manuals
{
    public static ReadableDocument Seven { get; } = MarkdownBlocks.Document("AquaLine 700.pdf", """
        [[p 1]]
        # AquaLine 700 washing machine

        This manual describes the AquaLine 700, a front-loading washing machine for households of up to four people.
        It explains how to install, use and care for the machine.

        ## Contents

        Technical data ........ 8
        Programmes ........ 9
        Warranty ........ 14

        [[p 4]]
        ## Installation

        Remove all four transport bolts before the first wash. Place the machine on a firm, level floor.
        Connect the inlet hose to the cold water tap only.

        [[p 8]]
        ## Technical data

        | Attribute | Value |
        | --- | --- |
        | Capacity | 7 kg |
        | Maximum spin speed | 1,200 rpm |
        | Noise (spinning) | 68 dB(A) at 1,200 rpm |
        | Water per cycle | 44 l |
        | Voltage | 230 V |
        | Colour | white |

        [[p 9]]
        ## Programmes

        | Programme | Temperature | Duration |
        | --- | --- | --- |
        | Cotton | 60 °C | 2 h 10 min |
        | Delicate | 30 °C | 48 minutes |
        | Quick | 20 °C | 15 minutes |

        [[p 14]]
        ## Warranty

        The warranty covers defects in material and workmanship for two years from the date of purchase.
        Keep the receipt as proof of purchase. The warranty is void if the machine is opened by anyone but an authorised service.
        It does not cover damage by frost or by use in a business.
        Send claims to service@aqualine.example or call +44 20 7946 0017.
        """);

    public static ReadableDocument Nine { get; } = MarkdownBlocks.Document("AquaLine 900.pdf", """
        [[p 1]]
        # AquaLine 900 washing machine

        This manual describes the AquaLine 900, a front-loading washing machine for large households.
        It explains how to install, use, connect and care for the machine.

        [[p 12]]
        ## Technical data

        | Attribute | Value |
        | --- | --- |
        | Capacity | 9 kg |
        | Maximum spin speed | 1,400 rpm |
        | Noise (spinning) | 72 dB(A) at 1,400 rpm |
        | Water per cycle | 49 l |
        | Voltage | 230 V |
        | Colour | white |
        | Wi-Fi | 2.4 GHz |

        [[p 11]]
        ## Programmes

        | Programme | Temperature | Duration |
        | --- | --- | --- |
        | Cotton | 60 °C | 2 h 25 min |
        | Delicate | 30 °C | 41 minutes |
        | Steam | 40 °C | 20 minutes |

        [[p 16]]
        ## Cleaning the filter

        Clean the filter once a month:

        1. Switch the machine off and pull the plug.
        2. Open the flap at the bottom right.
        3. Unscrew the filter and rinse it under warm water.
        4. Screw it back in until it clicks.

        [[p 20]]
        ## Home network

        The 900 connects to the home network over Wi-Fi. Press the network button for three seconds to pair it with the app.

        [[p 22]]
        ## Warranty

        The warranty covers defects in material and workmanship for five years from the date of purchase.
        Keep the receipt as proof of purchase.
        """);

    public static ReadableDocument Contract { get; } = MarkdownBlocks.Document("合同.docx", """
        # 设备采购合同

        本合同由甲方北京晨光科技有限公司与乙方上海远帆机械有限公司于2024年3月15日在北京签订，就乙方向甲方供应包装设备事宜约定如下。

        ## 第一条 标的

        乙方向甲方供应全自动包装机三台，型号 BZ-360，每台单价人民币 180,000 元。

        ## 第二条 总价与付款

        合同总额为人民币 540,000 元。甲方应在合同签订后 10 日内支付合同总额的 30% 作为预付款，余款在验收合格后 30 日内付清。

        ## 第三条 交货

        乙方应在收到预付款后 45 日内将设备运抵甲方位于北京市朝阳区酒仙桥路 10 号的工厂。

        ## 第五条 质量保证

        设备的质保期为 24 个月，自验收合格之日起计算。质保期内非人为损坏的，乙方应免费维修或更换。

        ## 第七条 提前终止

        甲方有权提前三十日书面通知乙方终止本合同，但应支付已完成部分的价款。

        ## 第八条 违约责任

        任何一方违反本合同的，违约金为合同总额的 5%，逾期每日另计 0.05%。

        ## 第九条 联系方式

        甲方联系人：李明华
        电话：010-8456 7788
        邮箱：liminghua@chenguang.example
        """);
}
