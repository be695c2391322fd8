using Longleaf.Platform.Files;
using Longleaf.Server.Description;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;
using Longleaf.Server.Uploads;
using Microsoft.OpenApi;

namespace Longleaf.Server.Compatible.Files;

/// <summary><c>/files</c>: upload, retrieve, list, delete, content (contract 1).</summary>
internal static class FileEndpoints
{
    private const string Tag = "Files";

    public static void MapFiles(this IEndpointRouteBuilder group)
    {
        group.MapPost("/files", UploadAsync)
            .Describe(Tag, "Upload a file", "Answered as soon as the file is kept; `status` is `processing` until it is parsed, then `processed`, or `error` with `status_details`.")
            .Form(
                ("file", OperationDescriptions.Bytes($"{UploadRules.SupportedFormats}: 150 MB, images 20 MB. For `batch` JSONL, 500 MB."), true),
                ("purpose", OperationDescriptions.Text("`file-extract` or `batch`"), true))
            .Answers<FileBody>(400, 503);
        group.MapGet("/files", ListAsync)
            .Describe(Tag, "List files", "Newest first. `has_more` says whether a page follows.")
            .Query("after", JsonSchemaType.String, "The id of the last file of the page before.")
            .Query("limit", JsonSchemaType.Integer, "1 to 2000, which is the default.")
            .Query("purpose", JsonSchemaType.String, "`file-extract` or `batch`.")
            .Query("create_after", JsonSchemaType.String, "yyyyMMddHHmmss, yyyy-MM-dd HH:mm:ss, yyyy-MM-dd or yyyyMMdd, in China's time.")
            .Query("create_before", JsonSchemaType.String, "As `create_after`.")
            .Query("order", JsonSchemaType.String, "`desc` or `asc`.")
            .Answers<FileListBody>(400);
        group.MapGet("/files/{id}", RetrieveAsync)
            .Describe(Tag, "Retrieve a file", "With the progress of its parsing, while that goes on.")
            .Answers<FileBody>(404);
        group.MapDelete("/files/{id}", DeleteAsync)
            .Describe(Tag, "Delete a file", "Chats that run with it finish.")
            .Answers<FileDeletedBody>(404);
        group.MapGet("/files/{id}/content", ContentAsync)
            .Describe(Tag, "Retrieve a file's content", "Of a document its text as Markdown, or its blocks with their places by `format=json`; of a batch file its bytes.")
            .Produces<string>(contentType: "text/markdown")
            .Produces<ErrorBody>(400)
            .Produces<ErrorBody>(401)
            .Produces<ErrorBody>(404);
    }

    private static async Task<IResult> UploadAsync(HttpContext http, FormFileIntake intake)
    {
        if (UploadForm.Of(http.Request) is not { } form)
        {
            return new ErrorResult(ApiErrors.FileMissing);
        }

        SenderStream? sender = null;
        try
        {
            if (await form.FindFileAsync(http.RequestAborted) is not { } part)
            {
                return new ErrorResult(ApiErrors.FileMissing);
            }

            if (part.FileName.Length > FileName.MaxLength)
            {
                return new ErrorResult(ApiErrors.FileNameTooLong);
            }

            if (form.Purpose is { } early && UploadRules.Refusal(early, part.FileName) is { } refusal)
            {
                return new ErrorResult(refusal);
            }

            sender = new SenderStream(part.Content);
            return await StoreAsync(http, intake, form, part.FileName, sender);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException && sender is null or { Failed: true })
        {
            return new ErrorResult(ApiErrors.BodyInvalid);
        }
    }

    private static async Task<IResult> StoreAsync(HttpContext http, FormFileIntake intake, UploadForm form, string fileName, SenderStream content)
    {
        var maxBytes = UploadRules.MaxBytes(form.Purpose, fileName);
        if (http.Request.ContentLength > maxBytes + UploadRules.FormOverheadBytes)
        {
            return new ErrorResult(ApiErrors.BodyTooLarge);
        }

        var outcome = await intake.TakeAsync(
            http.Principal(), new UploadPart(fileName, content), DeclaredBytes(http.Request), maxBytes, JudgeAsync, () => null, http.RequestAborted);
        return outcome.Failed(out var error, out var file) ? new ErrorResult(error) : JsonAnswer.Of(FileBody.Of(file), ProtocolJson.Wire.FileBody);

        async Task<(FilePurpose? Purpose, ApiError? Refusal)> JudgeAsync(CancellationToken cancellationToken)
        {
            await form.FinishAsync(cancellationToken);
            return (form.Purpose, form.HasAnotherFile ? ApiErrors.SeveralFiles : UploadRules.Refusal(form.Purpose, fileName));
        }
    }

    // What is surely of the file: the form around it has no more than its overhead.
    private static long? DeclaredBytes(HttpRequest request) =>
        request.ContentLength is { } length ? Math.Max(0, length - UploadRules.FormOverheadBytes) : null;

    private static async Task<IResult> ListAsync(HttpContext http, IFileStore files)
    {
        var (query, error) = FileListQuery.Parse(http.Request.Query);
        if (query is null)
        {
            return new ErrorResult(error!);
        }

        var page = await files.ListAsync(http.Principal(), query, http.RequestAborted);
        return JsonAnswer.Of(new FileListBody("list", [.. page.Files.Select(FileBody.Of)], page.HasMore), ProtocolJson.Wire.FileListBody);
    }

    private static async Task<IResult> RetrieveAsync(HttpContext http, string id, IFileStore files) =>
        await files.FindAsync(http.Principal(), id, http.RequestAborted) is { } file
            ? JsonAnswer.Of(FileBody.Of(file), ProtocolJson.Wire.FileBody)
            : new ErrorResult(ApiErrors.FileNotFound);

    private static async Task<IResult> DeleteAsync(HttpContext http, string id, IFileStore files) =>
        await files.DeleteAsync(http.Principal(), id, http.RequestAborted)
            ? JsonAnswer.Of(new FileDeletedBody(id, "file", true), ProtocolJson.Wire.FileDeletedBody)
            : new ErrorResult(ApiErrors.FileNotFound);

    private static async Task<IResult> ContentAsync(HttpContext http, string id, string? format, IFileStore files)
    {
        if (format is not (null or "" or "markdown" or "json"))
        {
            return new ErrorResult(ApiErrors.ContentFormatInvalid);
        }

        var file = await files.UseAsync(http.Principal(), id, http.RequestAborted);
        if (file is null)
        {
            return new ErrorResult(ApiErrors.FileNotFound);
        }

        if (FileErrors.NotReadable(file) is { } error)
        {
            return new ErrorResult(error with { IsModelLevel = false });
        }

        if (format == "json" && file.Purpose == FilePurpose.FileExtract)
        {
            return await files.OpenDocumentsAsync(http.Principal(), [id], http.RequestAborted) is [{ } document] ? new BlocksResult(document) : new ErrorResult(ApiErrors.FileNotFound);
        }

        var content = await files.OpenContentAsync(http.Principal(), id, http.RequestAborted);
        return content is null
            ? new ErrorResult(ApiErrors.FileNotFound)
            : Results.Stream(content, file.Purpose == FilePurpose.Batch ? "application/octet-stream" : "text/markdown; charset=utf-8");
    }
}
