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

        // 94 of 100 is what the statistics of UTF.Unknown reach over all labelled files.
        Assert.True(right >= labelled.Count * 0.92, $"{right} of {labelled.Count}");
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
