using System.Text;
using CsCheck;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Tests.Formats;

public sealed class PlainTextTests
{
    [Fact]
    public void Paragraphs_are_what_stands_between_empty_lines()
    {
        var parsed = Parsed.Of("a.txt", "One\r\nline  two\r\n\r\n \t\r\n  Three\r\rFour\f\nFive");

        Assert.Equal(["One\nline  two", "  Three", "Four", "Five"], parsed.Blocks.Select(block => block.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0")]
    [InlineData("\uFEFF")]
    public void What_holds_no_text_is_blank(string text) => Assert.Equal(DocumentFailureCode.Blank, Parsed.Of("a.txt", text).Failure);

    [Fact]
    public void A_line_without_end_is_cut_between_code_points_and_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Repeat("x\U0001F600é", 70_000));

        var parsed = Parsed.Of("a.txt", text);

        BlockRules.Check(parsed.Blocks);
        Assert.True(parsed.Blocks.Count > 3);
        Assert.Equal(text, parsed.Text);
    }

    [Fact]
    public void Words_survive_any_text()
    {
        var unit = Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u4E00', '\u4FFF'], Gen.OneOf('\n', '\r', '\t', 'é', '\u0301'));
        unit.Array[1, 300].Select(units => "a" + new string(units)).Sample(text =>
        {
            var parsed = Parsed.Of("a.txt", text);
            BlockRules.Check(parsed.Blocks);
            Assert.Equal(Words(Nfc.Normalize(text)), Words(parsed.Text));
        });
    }

    [Fact]
    public void Bytes_of_any_kind_are_text_or_a_failure()
    {
        Gen.Byte.Array[0, 2000].Sample(bytes => BlockRules.Check(Parsed.Of("a.txt", bytes).Blocks));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public void Unicode_is_known_without_its_mark(string charset)
    {
        const string Text = "The quick brown fox jumps over the lazy dog. Größe, naïve café.\nSecond line, with 12 numbers.";
        var encoding = charset switch
        {
            "utf-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            "utf-16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            "utf-32" => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
            _ => (Encoding)new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };

        Assert.Equal(Text, Parsed.Of("a.txt", encoding.GetBytes(Text)).Text);
    }

    [Fact]
    public void The_charsets_of_labelled_files_are_found()
    {
        var labelled = Corpus.Files("txt").Where(file => file.Truth.StartsWith("encoding ", StringComparison.Ordinal)).ToList();
        var right = labelled.Count(file =>
        {
            var label = file.Truth["encoding ".Length..];
            var bytes = File.ReadAllBytes(file.FullPath);
            return Parsed.Of("a.txt", bytes) is { Failure: null } parsed && Decode(label, bytes) is { } expected
                ? Words(Longleaf.Documents.Text.CleanText.Of(expected)) == Words(parsed.Text)
                : Decode(label, bytes) is null;
        });

        Assert.True(right >= labelled.Count * 0.98, $"{right} of {labelled.Count}");
    }

    // Sentences of our own, which no model was made from.
    [Theory]
    [InlineData("windows-1250", "Příliš žluťoučký kůň skákal přes plot a potom šel domů, protože už bylo pozdě.")]
    [InlineData("iso-8859-2", "Zażółć gęślą jaźń, a potem pójdź na śniadanie do szkoły, gdzie świeci słońce.")]
    [InlineData("ibm852", "A tűzoltók későn értek oda, mert az út a hegyen át nagyon rossz volt, és esett az eső.")]
    [InlineData("windows-1251", "Вчера вечером мы долго говорили о том, как лучше чинить старый маяк.")]
    [InlineData("koi8-r", "Вчера вечером мы долго говорили о том, как лучше чинить старый маяк.")]
    [InlineData("iso-8859-5", "Вчера вечером мы долго говорили о том, как лучше чинить старый маяк.")]
    [InlineData("ibm866", "Вчера вечером мы долго говорили о том, как лучше чинить старый маяк.")]
    [InlineData("ibm855", "Вчера вечером мы долго говорили о том, как лучше чинить старый маяк.")]
    [InlineData("x-mac-cyrillic", "Вчера вечером мы долго говорили о том, как лучше чинить старый маяк.")]
    [InlineData("windows-1253", "Χθες το βράδυ μιλήσαμε πολλή ώρα για το πώς θα επισκευάσουμε τον παλιό φάρο.")]
    [InlineData("windows-1254", "Dün akşam eski deniz fenerini nasıl onaracağımızı uzun uzun konuştuk, çünkü ışığı sönmüş.")]
    [InlineData("windows-1255", "אתמול בערב דיברנו הרבה זמן על איך לתקן את המגדלור הישן שעל הצוק.")]
    [InlineData("windows-1256", "تحدثنا مساء أمس طويلا عن كيفية إصلاح المنارة القديمة على الصخرة.")]
    [InlineData("windows-1257", "Vakar vakare ilgai kalbėjomės apie tai, kaip pataisyti seną švyturį, nes šviesa užgeso.")]
    [InlineData("windows-1252", "Gestern Abend sprachen wir über die Größe des Leuchtturms; »schön«, sagte der Wärter.")]
    [InlineData("windows-1252", "He paid £5 for a naïve “café” sketch, and left.")]
    [InlineData("windows-874", "เมื่อวานเย็นเราคุยกันนานเรื่องการซ่อมประภาคารเก่าบนหน้าผา")]
    [InlineData("gb18030", "昨天晚上我们谈了很久，怎样才能修好那座旧灯塔。")]
    [InlineData("big5", "昨天晚上我們談了很久，怎樣才能修好那座舊燈塔。")]
    [InlineData("shift_jis", "昨日の夜、古い灯台をどうやって直すか長いこと話し合った。")]
    [InlineData("euc-jp", "昨日の夜、古い灯台をどうやって直すか長いこと話し合った。")]
    [InlineData("euc-kr", "어제 저녁 우리는 낡은 등대를 어떻게 고칠지 오래 이야기했다.")]
    [InlineData("johab", "어제 저녁 우리는 낡은 등대를 어떻게 고칠지 오래 이야기했다.")]
    public void A_sentence_tells_its_charset(string charset, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.Equal(text, Parsed.Of("a.txt", Encoding.GetEncoding(charset).GetBytes(text)).Text);
    }

    [Fact]
    public void The_charset_is_told_by_what_is_not_ASCII_wherever_it_stands()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = string.Concat(Enumerable.Repeat("plain line of ascii\n", 40_000)) + "Вчера вечером мы долго говорили о том, как лучше чинить старый маяк.";

        Assert.Equal(text, Parsed.Of("a.txt", Encoding.GetEncoding("koi8-r").GetBytes(text)).Text);
    }

    private static string? Decode(string label, byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = label.ToUpperInvariant() switch
        {
            "MACCYRILLIC" => "x-mac-cyrillic",
            "CP949" => "ks_c_5601-1987",
            "CP932" => "shift_jis",
            "TIS-620" => "windows-874",
            "JOHAB" => "johab",
            "UTF-8-SIG" => "utf-8",
            "UTF-16LE" => "utf-16",
            "UTF-32LE" => "utf-32",
            var upper => upper.StartsWith("ISO-8859-", StringComparison.Ordinal) || upper.StartsWith("WINDOWS-", StringComparison.Ordinal)
                ? string.Join('-', label.Split('-').TakeWhile(part => part.Any(char.IsAsciiDigit) || part.Equals("iso", StringComparison.OrdinalIgnoreCase)
                    || part.Equals("windows", StringComparison.OrdinalIgnoreCase)))
                : label,
        };
        try
        {
            return Encoding.GetEncoding(name).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
