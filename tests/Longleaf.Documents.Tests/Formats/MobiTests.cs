using System.Security.Cryptography;
using Longleaf.Documents.Formats.Mobi;

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
}
