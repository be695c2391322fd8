using Longleaf.Reading;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>
/// What the messages of a chat mean (contract, <c>fileid://</c>): the role, the documents in order of appearance, the turns.
/// </summary>
internal sealed record MessagePlan
{
    /// <summary>The most files of one request.</summary>
    public const int MaxFiles = 100;

    private const string Scheme = "fileid://";

    public string? Role { get; private init; }

    /// <summary>Documents in order of appearance, each file once.</summary>
    public required IReadOnlyList<DocumentReference> Documents { get; init; }

    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>Texts that are counted as they stand: every message but those that refer to files.</summary>
    public required IReadOnlyList<CountedText> CountedTexts { get; init; }

    public required int SystemMessages { get; init; }

    public static Outcome<MessagePlan> Of(IReadOnlyList<ChatMessage> messages)
    {
        if (!messages.Any(message => message.Role == ChatRole.User))
        {
            return ApiErrors.NoUserMessage;
        }

        if (messages[^1].Role == ChatRole.Assistant || messages[^1] is { Role: ChatRole.User, Text: var question } && string.IsNullOrWhiteSpace(question))
        {
            return ApiErrors.WrongRole;
        }

        var builder = new Builder();
        for (var i = 0; i < messages.Count; i++)
        {
            if (builder.Add(messages[i], isFirst: i == 0) is { } error)
            {
                return error;
            }
        }

        return builder.Build();
    }

    private sealed class Builder
    {
        private readonly List<DocumentReference> _documents = [];
        private readonly HashSet<string> _fileIds = new(StringComparer.Ordinal);
        private readonly List<Turn> _turns = [];
        private readonly List<CountedText> _counted = [];

        // Consecutive user messages, joined only when the turn ends: joining them one by one would copy the turn once per message.
        private readonly List<string> _openTurn = [];
        private string? _role;
        private int _systemMessages;
        private int _texts;
        private int _inline;

        public ApiError? Add(ChatMessage message, bool isFirst)
        {
            if (message.Role == ChatRole.System)
            {
                EndUserTurn();
                _systemMessages++;
                return AddSystem(message.Text, isFirst);
            }

            if (message.Role == ChatRole.User)
            {
                _openTurn.Add(message.Text);
                _counted.Add(new CountedText(message.Text, UserTurn: _turns.Count));
                return AddFiles(message.Files);
            }

            EndUserTurn();
            _counted.Add(new CountedText(message.Text));
            _turns.Add(new Turn(TurnAuthor.Assistant, message.Text));
            return null;
        }

        public MessagePlan Build()
        {
            EndUserTurn();
            return new()
            {
                Role = _role,
                Documents = _documents,
                Turns = _turns,
                CountedTexts = _counted,
                SystemMessages = _systemMessages,
            };
        }

        private void EndUserTurn()
        {
            if (_openTurn.Count == 0)
            {
                return;
            }

            _turns.Add(new Turn(TurnAuthor.User, string.Join('\n', _openTurn)));
            _openTurn.Clear();
        }

        private ApiError? AddSystem(string text, bool isFirst)
        {
            var trimmed = text.Trim();
            if (trimmed.StartsWith(Scheme, StringComparison.Ordinal))
            {
                return AddReferences(trimmed);
            }

            _counted.Add(new CountedText(text, IsDocument: !isFirst));
            if (isFirst)
            {
                _role = text;
            }
            else if (trimmed.Length > 0)
            {
                _documents.Add(new DocumentReference.Given(++_texts, text));
            }

            return null;
        }

        private ApiError? AddFiles(IReadOnlyList<AttachedFile> files)
        {
            foreach (var file in files)
            {
                var error = file switch
                {
                    AttachedFile.Stored stored => AddFile(stored.Id),
                    AttachedFile.Inline inline => AddInline(inline),
                    _ => throw new InvalidOperationException("There is no other kind of attached file."),
                };
                if (error is not null)
                {
                    return error;
                }
            }

            return null;
        }

        private ApiError? AddInline(AttachedFile.Inline inline)
        {
            _documents.Add(new DocumentReference.Inline(++_inline, inline.Name, inline.Content));
            return _fileIds.Count + _inline > MaxFiles ? ApiErrors.FilesTooMany : null;
        }

        private ApiError? AddFile(string id)
        {
            if (id.Length == 0 || id.Any(char.IsWhiteSpace))
            {
                return ApiErrors.InvalidFile(id);
            }

            if (_fileIds.Add(id))
            {
                _documents.Add(new DocumentReference.File(id));
            }

            return _fileIds.Count + _inline > MaxFiles ? ApiErrors.FilesTooMany : null;
        }

        private ApiError? AddReferences(string list)
        {
            foreach (var reference in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!reference.StartsWith(Scheme, StringComparison.Ordinal))
                {
                    return ApiErrors.InvalidFile(reference);
                }

                if (AddFile(reference[Scheme.Length..]) is { } error)
                {
                    return error;
                }
            }

            return null;
        }
    }
}
