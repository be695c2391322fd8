using Longleaf.Client.Files;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Longleaf.Client;

/// <summary>The system message that names the files a question is about.</summary>
public static class FileReferences
{
    private const string Scheme = "fileid://";

    /// <summary>A message for the official chat client.</summary>
    /// <param name="fileIds">The files, in the order in which they are to be read.</param>
    public static SystemChatMessage Message(params IEnumerable<string> fileIds) => new(Text(fileIds));

    /// <summary>A message for the official chat client.</summary>
    /// <param name="files">The files, in the order in which they are to be read.</param>
    public static SystemChatMessage Message(params IEnumerable<LongleafFile> files) => Message(files.Select(file => file.Id));

    /// <summary>A message for an <see cref="IChatClient"/>.</summary>
    /// <param name="fileIds">The files, in the order in which they are to be read.</param>
    public static Microsoft.Extensions.AI.ChatMessage ChatMessage(params IEnumerable<string> fileIds) => new(ChatRole.System, Text(fileIds));

    private static string Text(IEnumerable<string> fileIds)
    {
        var text = string.Join(',', fileIds.Select(id => Scheme + id));
        return text.Length > 0 ? text : throw new ArgumentException("A message that names files needs one at least.", nameof(fileIds));
    }
}
