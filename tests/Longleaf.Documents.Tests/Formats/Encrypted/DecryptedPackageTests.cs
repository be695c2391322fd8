using CsCheck;
using Longleaf.Documents.Formats;
using Longleaf.Documents.Formats.Encrypted;

namespace Longleaf.Documents.Tests.Formats.Encrypted;

public sealed class DecryptedPackageTests
{
    private static string Sample(string name) => Corpus.Files("xlsx").Concat(Corpus.Files("docx")).First(file => file.FullPath.EndsWith("__" + name, StringComparison.Ordinal)).FullPath;

    [Theory]
    [InlineData("TestExcel_2040.xlsx", "| Kathiravan | 100 | M.S |")]
    [InlineData("protected_agile.docx", "Agile protected document")]
    public void Documents_with_the_password_that_everybody_has_are_read(string name, string expected) =>
        Assert.Contains(expected, Parsed.OfFile(Sample(name)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("agile_AES128_SHA384_CBC_pwd_password.xlsx")]
    [InlineData("agile_AES256_SHA512_CBC_pwd_password.xlsx")]
    [InlineData("agile_AES128_SHA1_CBC_pwd_password.xlsx")]
    [InlineData("standard_AES256_SHA1_ECB_pwd_password.xlsx")]
    [InlineData("standard_AES128_SHA1_ECB_pwd_password.xlsx")]
    public void Every_cipher_of_Office_is_known(string name)
    {
        using var file = File.OpenRead(Sample(name));
        using var package = DecryptedPackage.TryOpen(file, "password");

        Assert.NotNull(package);
        Assert.Equal(DocumentFormat.Xlsx, FormatDetector.Detect(package, "a.xlsx"));
    }

    [Theory]
    [InlineData("agile_AES256_SHA512_CBC_pwd_password.xlsx")]
    [InlineData("agile_DES_MD5_CBC_pwd_password.xlsx")]
    [InlineData("password_protected.xlsx")]
    public void Other_passwords_are_asked_for(string name) => Assert.Equal(DocumentFailureCode.PasswordProtected, Parsed.OfFile(Sample(name)).Failure);

    [Fact]
    public void A_damaged_one_fails_and_never_hangs()
    {
        var bytes = File.ReadAllBytes(Sample("TestExcel_2040.xlsx"));
        // The header, the tables of sectors and the directory are where a chain can be made to go wrong.
        Gen.Select(Gen.OneOf(Gen.Int[0, 2047], Gen.Int[0, bytes.Length - 1]), Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                var damaged = bytes.ToArray();
                foreach (var (place, value) in changes)
                {
                    damaged[place] = value;
                }

                BlockRules.Check(Parsed.Of("a.xlsx", damaged).Blocks);
            },
            iter: 100);
    }
}
