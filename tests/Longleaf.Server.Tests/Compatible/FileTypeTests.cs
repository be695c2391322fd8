using System.Net;
using System.Text;
using Longleaf.Tests;

namespace Longleaf.Server.Tests.Compatible;

/// <summary>What a file is, its bytes decide; whether it is taken, its name.</summary>
public sealed class FileTypeTests(ServerFixture fixture)
{
    private const string Supported = "TXT, MD, CSV, JSON, DOCX, XLSX, PDF, EPUB, MOBI, BMP, PNG, JPG, JPEG, GIF";

    private HttpClient Http => fixture.Server.Http;

    [Theory]
    [InlineData("pdf", ".pdf", "report.txt", "pdf")]
    [InlineData("pdf", ".pdf", "report.md", "pdf")]
    [InlineData("pdf", ".pdf", "report.docx", "pdf")]
    [InlineData("docx", ".docx", "letter.txt", "docx")]
    [InlineData("docx", ".docx", "letter.PDF", "docx")]
    [InlineData("xlsx", ".xlsx", "sheet.csv", "xlsx")]
    [InlineData("epub", ".epub", "novel.mobi", "epub")]
    [InlineData("mobi", ".mobi", "novel.json", "mobi")]
    public async Task A_document_under_another_name_is_read_as_what_it_is(string folder, string extension, string name, string format)
    {
        // The first that is read under its own name: some of each folder are broken.
        foreach (var path in Directory.EnumerateFiles(TestData.Path("corpus", folder), "*" + extension, SearchOption.AllDirectories)
            .Where(path => new FileInfo(path).Length < 300_000).Order(StringComparer.Ordinal).Take(20))
        {
            var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            var own = await Http.UploadAndWaitAsync("own" + extension, bytes);
            if (own.GetProperty("status").GetString() == "processed")
            {
                var other = await Http.UploadAndWaitAsync(name, bytes);

                Assert.Equal((name, "processed"), (other.GetProperty("filename").GetString(), other.GetProperty("status").GetString()));
                Assert.Equal(format, other.GetProperty("longleaf").GetProperty("format").GetString());
                Assert.Equal(own.GetProperty("longleaf").ToString(), other.GetProperty("longleaf").ToString());
                return;
            }
        }

        Assert.Fail("None of the folder's files can be read.");
    }

    [Theory]
    [InlineData("a.pdf", "This file is named PDF but does not hold one: it is damaged or something else.")]
    [InlineData("a.docx", "This file is named DOCX but does not hold a Word document: it is damaged or something else.")]
    [InlineData("a.jpg", "This file is named as an image but does not hold one: it is damaged or something else.")]
    public async Task Text_under_the_name_of_something_else_is_an_error_that_says_so(string name, string reason)
    {
        var file = await Http.UploadAndWaitAsync(name, "The lighthouse at Skerryvore was finished in 1844."u8.ToArray());

        Assert.Equal(("error", reason), (file.GetProperty("status").GetString(), file.GetProperty("status_details").GetString()));
    }

    [Theory]
    [InlineData("report.exe")]
    [InlineData("report.pptx")]
    [InlineData("report.zip")]
    [InlineData("report.pdf.bak")]
    [InlineData("report")]
    [InlineData(".pdf ")]
    public async Task An_extension_that_is_not_supported_is_refused_at_upload_whatever_the_bytes_are(string name)
    {
        await using var server = await ServerProcess.StartAsync();
        foreach (var purposeFirst in (bool[])[true, false])
        {
            var (status, error) = await server.Http.UploadAsync(
                name, new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.7\n")), purposeFirst: purposeFirst);

            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal($"File format is not supported. Supported formats: {Supported}.", error.Message());
            Assert.Equal("invalid_parameter_error", error.GetProperty("error").GetProperty("code").GetString());
        }

        Assert.Equal(0, (await server.Http.SendAsync(HttpMethod.Get, "v1/files")).Body.GetProperty("data").GetArrayLength());
    }
}
