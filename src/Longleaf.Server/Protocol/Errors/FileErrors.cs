using Longleaf.Documents;
using Longleaf.Platform.Files;

namespace Longleaf.Server.Protocol.Errors;

/// <summary>From a file's state to the contract's error for it (contract, chat with an <c>error</c> file).</summary>
internal static class FileErrors
{
    /// <summary>Why a file cannot be read now; <see langword="null"/> if it can.</summary>
    public static ApiError? NotReadable(StoredFile file) => file.Status switch
    {
        FileStatus.Processed => null,
        FileStatus.Processing => ApiErrors.ParsingInProgress,
        _ => Unreadable(file.Id, file.Failure),
    };

    /// <summary>What a document that cannot be read is answered with.</summary>
    /// <param name="id">How the client knows it: its id, or the name of a file within the request.</param>
    /// <param name="failure">Why.</param>
    public static ApiError Unreadable(string id, DocumentFailure? failure) => failure?.Code switch
    {
        DocumentFailureCode.Blank => ApiErrors.FileBlank(id),
        DocumentFailureCode.TooManyPages => ApiErrors.FileTooManyPages(id),
        DocumentFailureCode.UnsupportedFormat => ApiErrors.FileFormat(id),
        _ => ApiErrors.FileParsing(id, failure?.Reason ?? "the file cannot be parsed."),
    };
}
