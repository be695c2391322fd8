namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Decrypting needs a library of the system, which the cage must not keep from the reader.</summary>
public sealed class EncryptedTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    [Fact]
    public async Task A_workbook_with_the_password_that_everybody_has_is_read_in_the_cage()
    {
        var file = Corpus.File("xlsx", "__TestExcel_2040.xlsx");

        Assert.Contains("| Kathiravan | 100 | M.S |", (await fixture.Real.ReadAllAsync(file)).Text, StringComparison.Ordinal);
    }
}
