using Longleaf.Server.Protocol.Errors;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Protocol;

public sealed class ErrorTableTests
{
    [Fact]
    public async Task The_page_of_errors_is_what_the_command_prints()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(TestData.Project, "docs", "errors.md"), TestContext.Current.CancellationToken);
        Assert.True(page == ErrorTable.Page(), "docs/errors.md is not of this table: write it anew with `./longleaf errors > docs/errors.md`.");
    }

    [Fact]
    public void Every_error_has_a_sentence_and_a_status_and_says_when_it_is_seen() => Assert.All(ErrorTable.Rows(), row =>
    {
        Assert.InRange(row.Error.Status, 400, 599);
        Assert.NotEmpty(row.Error.Message);
        Assert.NotEmpty(row.Error.NativeCode);
        Assert.NotEmpty(row.When);
    });
}
