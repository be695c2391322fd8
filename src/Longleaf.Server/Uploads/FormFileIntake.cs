using Longleaf.Platform;
using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;
using Microsoft.Extensions.Options;

namespace Longleaf.Server.Uploads;

/// <summary>Stores one file of a form, whose purpose may stand after it; every refusal in the contract's words.</summary>
internal sealed class FormFileIntake(IFileStore files, IOptions<PlatformOptions> limits)
{
    /// <summary>Stores it.</summary>
    /// <param name="principal">Whose it becomes.</param>
    /// <param name="part">The file.</param>
    /// <param name="declaredBytes">How many bytes will surely come, if that is known.</param>
    /// <param name="maxBytes">The most bytes to take.</param>
    /// <param name="judge">Reads the form on, and tells what the file is for or why it is not taken.</param>
    /// <param name="description">What its owner writes of it; asked after the purpose.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IOException">The sender broke off, or storage failed. Nothing is kept.</exception>
    public async Task<Outcome<StoredFile>> TakeAsync(
        Principal principal,
        UploadPart part,
        long? declaredBytes,
        long maxBytes,
        Func<CancellationToken, Task<(FilePurpose? Purpose, ApiError? Refusal)>> judge,
        Func<string?> description,
        CancellationToken cancellationToken)
    {
        ApiError? refusal = null;
        var upload = new FileUpload(part.FileName, PurposeAsync, part.Content, declaredBytes, maxBytes) { FindDescription = description };
        return await files.UploadAsync(principal, upload, cancellationToken) switch
        {
            UploadOutcome.Accepted accepted => accepted.File,
            UploadOutcome.TooLarge => ApiErrors.BodyTooLarge,
            UploadOutcome.TooManyFiles => ApiErrors.OutOfNumber(limits.Value.MaxFilesPerAccount),
            UploadOutcome.QuotaExceeded => ApiErrors.OutOfSpace(limits.Value.MaxBytesPerAccount),
            UploadOutcome.StorageFull => ApiErrors.StorageFull,
            _ => refusal ?? ApiErrors.PurposeInvalid,
        };

        async Task<FilePurpose?> PurposeAsync(CancellationToken stop)
        {
            try
            {
                (var purpose, refusal) = await judge(stop);
                return refusal is null ? purpose : null;
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                // What follows the file cannot be read; the file itself was stored well.
                refusal = ApiErrors.BodyInvalid;
                return null;
            }
        }
    }
}
