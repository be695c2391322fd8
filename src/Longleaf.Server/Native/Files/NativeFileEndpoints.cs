using System.Globalization;
using Longleaf.Platform.Files;
using Longleaf.Server.Description;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;
using Longleaf.Server.Uploads;
using Microsoft.OpenApi;

namespace Longleaf.Server.Native.Files;

/// <summary><c>/files</c> of the native protocol: upload, list, retrieve, delete (contract 4.2).</summary>
/// <remarks>A file without a purpose is taken for a document, if it may be one: better than the original, where no chat can use it.</remarks>
internal sealed class NativeFileEndpoints(IFileStore files, FormFileIntake intake)
{
    private const string Tag = "DashScope-native files";
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;

    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("/files", (HttpContext http, NativeFileEndpoints native) => native.UploadAsync(http))
            .Describe(Tag, "Upload files", "Each is taken, or stands in `failed_uploads` with the reason. Without a purpose a file is a document.")
            .Form(
                ("files", OperationDescriptions.List(OperationDescriptions.Bytes("A document, or a batch's requests.")), true),
                ("descriptions", OperationDescriptions.List(OperationDescriptions.Text("A word on each file, before the files.")), false),
                ("purpose", OperationDescriptions.Text("`file-extract` or `batch`, before the files."), false))
            .AnswersNatively<NativeUploadAnswer>(400);
        group.MapGet("/files", (HttpContext http, NativeFileEndpoints native) => native.ListAsync(http))
            .Describe(Tag, "List files", "A page of them, newest first, and how many there are.")
            .Query("page_no", JsonSchemaType.Integer, "From 1.")
            .Query("page_size", JsonSchemaType.Integer, "1 to 100; 10 if it is not given.")
            .AnswersNatively<NativeFileListAnswer>(400);
        group.MapGet("/files/{id}", (HttpContext http, string id, NativeFileEndpoints native) => native.RetrieveAsync(http, id))
            .Describe(Tag, "Retrieve a file", "What is known of it.")
            .AnswersNatively<NativeFileAnswer>(404);
        group.MapDelete("/files/{id}", (HttpContext http, string id, NativeFileEndpoints native) => native.DeleteAsync(http, id))
            .Describe(Tag, "Delete a file", "Chats that run with it finish.")
            .AnswersNatively<NativeDoneAnswer>(404);
    }

    private async Task<IResult> UploadAsync(HttpContext http)
    {
        if (NativeUploadForm.Of(http.Request) is not { } form)
        {
            return new ErrorResult(ApiErrors.FileMissing);
        }

        var (uploaded, failed) = (new List<UploadedFileBody>(), new List<FailedUploadBody>());
        SenderStream? sender = null;
        try
        {
            while (await form.NextFileAsync(http.RequestAborted) is { } part)
            {
                sender = new SenderStream(part.Content);
                if ((await TakeAsync(http, form, part with { Content = sender }, uploaded.Count + failed.Count)).Failed(out var error, out var file))
                {
                    if (error == ApiErrors.BodyInvalid)
                    {
                        return new ErrorResult(error);
                    }

                    failed.Add(new FailedUploadBody(part.FileName, error.NativeCode, error.NativeMessage));
                }
                else
                {
                    uploaded.Add(new UploadedFileBody(part.FileName, file.Id));
                }

                sender = null;
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException && sender is null or { Failed: true })
        {
            // Files that came before are kept, and stand in the list.
            return new ErrorResult(ApiErrors.BodyInvalid);
        }

        return uploaded.Count + failed.Count == 0
            ? new ErrorResult(ApiErrors.FileMissing)
            : JsonAnswer.Of(
                new NativeUploadAnswer(new NativeUploadBody(uploaded, failed), RequestId.Of(http).ToString()), ProtocolJson.Wire.NativeUploadAnswer);
    }

    private async Task<Outcome<StoredFile>> TakeAsync(HttpContext http, NativeUploadForm form, UploadPart part, int number)
    {
        var early = form.Purpose is null ? null : PurposeOf(form);
        var refusal = part.FileName.Length > FileName.MaxLength ? ApiErrors.FileNameTooLong
            : form.Purpose is null ? null
            : UploadRules.Refusal(early, part.FileName);
        return refusal is not null ? refusal : await intake.TakeAsync(
            http.Principal(), part, declaredBytes: null, UploadRules.MaxBytes(early, part.FileName), JudgeAsync, () => form.DescriptionOf(number), http.RequestAborted);

        async Task<(FilePurpose? Purpose, ApiError? Refusal)> JudgeAsync(CancellationToken cancellationToken)
        {
            await form.ReadFieldsAsync(cancellationToken);
            var purpose = PurposeOf(form);
            return (purpose, UploadRules.Refusal(purpose, part.FileName));
        }
    }

    private static FilePurpose? PurposeOf(NativeUploadForm form) =>
        string.IsNullOrEmpty(form.Purpose) ? FilePurpose.FileExtract : PurposeNames.Parse(form.Purpose);

    private async Task<IResult> ListAsync(HttpContext http)
    {
        if (!Number(http.Request.Query, "page_no", 1, int.MaxValue / MaxPageSize, 1, out var number, out var error)
            || !Number(http.Request.Query, "page_size", 1, MaxPageSize, DefaultPageSize, out var size, out error))
        {
            return new ErrorResult(error!);
        }

        var query = new FileQuery { Skip = (number - 1) * size, Limit = size };
        var page = await files.ListAsync(http.Principal(), query, http.RequestAborted);
        var total = await files.CountAsync(http.Principal(), query, http.RequestAborted);
        var baseUrl = BaseUrl(http.Request);
        return JsonAnswer.Of(
            new NativeFileListAnswer(
                new NativeFileListBody(total, [.. page.Files.Select(file => NativeFileBody.Of(file, baseUrl))], size, number),
                RequestId.Of(http).ToString()),
            ProtocolJson.Wire.NativeFileListAnswer);
    }

    private async Task<IResult> RetrieveAsync(HttpContext http, string id) =>
        await files.FindAsync(http.Principal(), id, http.RequestAborted) is { } file
            ? JsonAnswer.Of(
                new NativeFileAnswer(NativeFileBody.WithPurpose(file, BaseUrl(http.Request)), RequestId.Of(http).ToString()),
                ProtocolJson.Wire.NativeFileAnswer)
            : new ErrorResult(ApiErrors.FileNotFound);

    private async Task<IResult> DeleteAsync(HttpContext http, string id) =>
        await files.DeleteAsync(http.Principal(), id, http.RequestAborted)
            ? JsonAnswer.Of(new NativeDoneAnswer(RequestId.Of(http).ToString()), ProtocolJson.Wire.NativeDoneAnswer)
            : new ErrorResult(ApiErrors.FileNotFound);

    private static string BaseUrl(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static bool Number(IQueryCollection query, string name, int least, int most, int otherwise, out int number, out ApiError? error)
    {
        (number, error) = (otherwise, null);
        var text = query[name].ToString();
        if (text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most))
        {
            return true;
        }

        error = ApiErrors.QueryRange(name, least, most);
        return false;
    }
}
