using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Longleaf.Documents.Formats.Mobi;
using Longleaf.Documents.Text;

namespace Longleaf.Documents.Tests.Formats;

public sealed class MobiTests
{
    // The MD5 of the raw markup by "mobitool -d" of libmobi 0.11.
    [Theory]
    [InlineData("childrens-literature.new.mobi", "065f1be48c4bdf7cebf5c43df2a9afad")]
    [InlineData("ebooks__calibre_0.9.0__lorem-ipsum.mobi", "dde484d2dee3228c624e56abb237e240")]
    [InlineData("georgia-cfi.new.mobi", "ff4baa6c7546d6e3320085fb63aa0bdd")]
    [InlineData("indexing-for-eds-and-auths-3f.old.mobi", "680ba5cd35242730e8194c87fc4f5a31")]
    [InlineData("kusamakura-japanese-vertical-writing.both.mobi", "a87fb3a82af18d76d76b3f41b3dc1855")]
    [InlineData("kusamakura-japanese-vertical-writing.old.mobi", "1ec9d3913b24f6b7489bd7893507e7f4")]
    [InlineData("moby-dick.new.mobi", "abba31e872be7d43c15f2d965e03122e")]
    [InlineData("regime-anticancer-arabic.new.mobi", "534cf4854c66008660850356b4775d66")]
    [InlineData("tests__demo.mobi", "8fdc5fa476c1f4ec2bf19d5d999b8a53")]
    [InlineData("tests__samples__sample-cp1252.mobi", "14118d6e0c526b307b94cec17d8d5395")]
    [InlineData("tests__samples__sample-dict-infl2.mobi", "b355c36f0d55450cedab86f0eefc2c82")]
    [InlineData("tests__samples__sample-multimedia.mobi", "3f5586c0d20cd93544b86b09b3cf7ddd")]
    [InlineData("tests__samples__sample-obfuscated-fonts.mobi", "20c60c1766bdc00ae49cfd0631bff2c4")]
    [InlineData("tests__samples__sample-unicode-huffdic.mobi", "7e18714ea6470149d2a56b71517286f4")]
    [InlineData("wasteland.both.mobi", "ecb5280dba7744e25f86b6ce66cde03b")]
    [InlineData("wasteland.old.mobi", "f887bfdf7b3d477278194040cccc008d")]
    public void The_raw_markup_is_what_libmobi_gives(string name, string digest)
    {
        var file = Corpus.Files("mobi").Single(file => Path.GetFileName(file.FullPath) == name);
        using var input = File.OpenRead(file.FullPath);

#pragma warning disable CA5351 // What libmobi's own tests compare by.
        Assert.Equal(digest, Convert.ToHexStringLower(MD5.HashData(MobiParser.ReadRawMarkup(input))));
#pragma warning restore CA5351
    }

    [Theory]
    [InlineData(1, "<p>plain</p>")]
    [InlineData(2, "<p>plain</p>")]
    public void Text_is_unpacked(int compression, string text) =>
        Assert.Equal("plain", Parsed.Of("a.mobi", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(compression, 1), Encoding.UTF8.GetBytes(text))).Text);

    [Fact]
    public void Characters_and_entries_at_the_ends_of_records_are_left_out()
    {
        // Bit 0: the rest of a character; bit 1: an entry of three bytes with its size.
        byte[] first = [.. "<p>caf"u8, 0xC3, .. "xx"u8, 0x83, 0x00];
        byte[] second = [0xA9, .. "</p>"u8, 0x81, 0x00];
        var bytes = MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(1, 2, flags: 3), first, second);

        Assert.NotNull(Parsed.Of("a.mobi", bytes).Text);
        Assert.Equal("café", Parsed.Of("a.mobi", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(1, 2, flags: 2),
            [.. "<p>caf"u8, 0xC3, .. "xx"u8, 0x83], [0xA9, .. "</p>"u8, 0x81])).Text);
    }

    [Fact]
    public void Windows_1252_is_decoded() =>
        Assert.Equal("“café”", Parsed.Of("a.mobi", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(1, 1, 1252), [0x93, .. "caf"u8, 0xE9, 0x94])).Text);

    [Fact]
    public void A_dictionary_of_phrases_is_followed()
    {
        // Byte 255 is phrase 0, 254 phrase 1, and so on.
        var phrases = MobiBuilder.CdicRecord(("ma"u8.ToArray(), true), ([255, 255], false), ("!"u8.ToArray(), true));
        var bytes = MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(17480, 1, huff: 2, huffCount: 2), [254, 253], MobiBuilder.HuffRecord(), phrases);

        Assert.Equal("mama!", Parsed.Of("a.mobi", bytes).Text);
    }

    [Theory]
    [InlineData(8, new byte[] { 254 }, new byte[] { 255, 254 })]
    [InlineData(8, new byte[] { 200 }, new byte[] { 255 })]
    [InlineData(0, new byte[] { 255 }, new byte[] { 255 })]
    public void A_dictionary_that_refers_to_itself_or_to_nothing_is_damage(byte codeLength, byte[] text, byte[] phrase)
    {
        var phrases = MobiBuilder.CdicRecord(("x"u8.ToArray(), true), (phrase, false));
        var bytes = MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(17480, 1, huff: 2, huffCount: 2), text, MobiBuilder.HuffRecord(codeLength), phrases);

        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.mobi", bytes).Failure);
    }

    [Fact]
    public void A_dictionary_that_doubles_itself_ends_at_a_limit()
    {
        (byte[], bool)[] phrases = [("xxxxxxxx"u8.ToArray(), true), .. Enumerable.Range(0, 30).Select(index => (new byte[] { (byte)(255 - index), (byte)(255 - index) }, false))];
        var bytes = MobiBuilder.Database(
            "BOOKMOBI", MobiBuilder.Header(17480, 1, huff: 2, huffCount: 2), [225], MobiBuilder.HuffRecord(), MobiBuilder.CdicRecord(phrases));

        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.mobi", bytes).Failure);
    }

    [Fact]
    public void DRM_is_told()
    {
        var parsed = Parsed.Of("a.azw", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(2, 1, encryption: 2), "x"u8.ToArray()));

        Assert.Equal(DocumentFailureCode.PasswordProtected, parsed.Failure);
        Assert.Contains("DRM", ((ReaderEvent.Failed)parsed.End).Failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, new byte[] { 0x80, 0x40 })]
    [InlineData(3, new byte[] { 0x40 })]
    public void What_cannot_be_unpacked_is_refused(int compression, byte[] text) =>
        Assert.True(Parsed.Of("a.mobi", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(compression, 1), text)).Failure
            is DocumentFailureCode.Malformed or DocumentFailureCode.UnsupportedFormat);

    [Fact]
    public void Records_that_are_not_there_are_damage()
    {
        var text = "<p>text</p>"u8.ToArray();

        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.mobi", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(1, 7), text)).Failure);
        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.mobi", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(1, 1), text)[..^(text.Length + 4)]).Failure);
        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.azw3", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(1, 1, version: 8, skeletons: 900), text)).Failure);
        Assert.Equal(DocumentFailureCode.Malformed, Parsed.Of("a.azw3", MobiBuilder.Database("BOOKMOBI", MobiBuilder.Header(1, 1, version: 8, skeletons: 1), text)).Failure);
    }

    [Fact]
    public void Plain_PalmDOC_is_text()
    {
        var header = MobiBuilder.Header(1, 1)[..16];

        Assert.Equal("One.\n\nTwo.", Parsed.Of("a.pdb", MobiBuilder.Database("TEXtREAd", header, "One.\n\nTwo."u8.ToArray())).Text);
    }

    [Fact]
    public void Real_books_read_as_their_sources()
    {
        var scores = Corpus.Files("mobi")
            .Select(file => (File: file, Truth: Corpus.TruthOf(file with { Truth = file.Truth.Split(' ')[0] }, ".txt")))
            .Where(entry => entry.Truth is not null)
            .Select(entry => (Score: TextScore.Of(Parsed.OfFile(entry.File.FullPath).Text, Nfc.Normalize(entry.Truth!)), Name: Path.GetFileName(entry.File.FullPath)))
            .ToList();

        Assert.True(scores.Count >= 9 && scores.All(entry => entry.Score is { Words: >= 99, Triples: >= 99 }), string.Join('\n', scores));
    }

    [Theory]
    [InlineData("tests__samples__sample-unicode-huffdic.mobi")]
    [InlineData("tests__samples__sample-obfuscated-fonts.mobi")]
    [InlineData("ebooks__calibre_0.9.0__lorem-ipsum.mobi")]
    [InlineData("wasteland.both.mobi")]
    public void Damaged_books_never_do_more_than_fail(string name)
    {
        var bytes = File.ReadAllBytes(Corpus.Files("mobi").Single(file => Path.GetFileName(file.FullPath) == name).FullPath);
        // The headers and lists of records are where damage does most.
        var place = Gen.OneOf(Gen.Int[0, 400], Gen.Int[400, Math.Min(4000, bytes.Length - 1)], Gen.Int[0, bytes.Length - 1]);
        Gen.Select(Gen.Select(place, Gen.Byte).Array[1, 12], Gen.Int[0, 3]).Sample(
            (changes, cut) =>
            {
                var damaged = cut == 0 ? bytes[..(bytes.Length / 2)] : bytes.ToArray();
                foreach (var (at, value) in changes)
                {
                    damaged[at % damaged.Length] = value;
                }

                BlockRules.Check(Parsed.Of("a.mobi", damaged).Blocks);
            },
            iter: 100);
    }

    [Fact]
    public void Random_bytes_behind_a_header_never_do_more_than_fail() =>
        Gen.Byte.Array[0, 2000].Sample(
            bytes =>
            {
                byte[] book = [.. new byte[60], .. "BOOKMOBI"u8, .. new byte[8], .. bytes];
                BlockRules.Check(Parsed.Of("a.mobi", book).Blocks);
            },
            iter: 500);
}
