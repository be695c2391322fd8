using Longleaf.Documents;
using Longleaf.Platform.Files;

namespace Longleaf.Server.Protocol;

/// <summary>From a file's state to the contract's error for it (contract, chat with an <c>error</c> file).</summary>
internal static class FileErrors
{
    /// <summary>Why a file cannot be read now; <see langword="null"/> if it can.</summary>
    public static ApiError? NotReadable(StoredFile file) => file.Status switch
    {
        FileStatus.Processed => null,
        FileStatus.Processing => ApiErrors.ParsingInProgress,
        _ => file.Failure?.Code switch
        {
            DocumentFailureCode.Blank => ApiErrors.FileBlank(file.Id),
            DocumentFailureCode.TooManyPages => ApiErrors.FileTooManyPages(file.Id),
            DocumentFailureCode.UnsupportedFormat => ApiErrors.FileFormat(file.Id),
            _ => ApiErrors.FileParsing(file.Id, file.Failure?.Reason ?? "the file cannot be parsed."),
        },
    };
}
