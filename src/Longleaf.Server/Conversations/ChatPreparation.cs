using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;
using Longleaf.Reading;
using Longleaf.Server.Protocol;
using Longleaf.Server.Protocol.Errors;

namespace Longleaf.Server.Conversations;

/// <summary>From a request to a conversation that can be answered: the limits of one request, and its documents opened.</summary>
internal sealed class ChatPreparation(IFileStore files, IRequestDocuments given, FileWait wait)
{
    /// <summary>
    /// Checks and opens what the messages name:
    /// 1. what the messages mean; 2. limits on their text; 3. the files, each its owner's and processed;
    /// 4. tokens in all; 5. documents opened.
    /// </summary>
    /// <param name="principal">Whose request it is.</param>
    /// <param name="request">The request.</param>
    /// <param name="waiting">Told of each file that is waited for, again and again.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Outcome<PreparedChat>> PrepareAsync(
        Principal principal, ChatRequest request, Func<StoredFile, Task> waiting, CancellationToken cancellationToken)
    {
        // 1.
        if (MessagePlan.Of(request.Messages).Failed(out var error, out var plan))
        {
            return error;
        }

        if (request.Format is AnswerFormat.Json && !plan.CountedTexts.Any(text => text.Text.Contains("json", StringComparison.OrdinalIgnoreCase)))
        {
            return ApiErrors.JsonWordMissing;
        }

        // 2.
        if (PromptTokens.Of(plan, request.Messages.Count).Failed(out var textError, out var messageTokens))
        {
            return textError;
        }

        // 3.
        var fileTokens = 0L;
        foreach (var reference in plan.Documents.OfType<DocumentReference.File>())
        {
            var file = await files.UseAsync(principal, reference.Id, cancellationToken);
            if (file is not { Purpose: FilePurpose.FileExtract })
            {
                return ApiErrors.InvalidFile(reference.Id);
            }

            if (file.Status == FileStatus.Processing && request.Reading.WaitForFiles)
            {
                file = await wait.UntilParsedAsync(principal, file, waiting, cancellationToken);
                if (file is null)
                {
                    return ApiErrors.FileGone(reference.Id);
                }
            }

            if (FileErrors.NotReadable(file) is { } notReadable)
            {
                return notReadable;
            }

            fileTokens += file.Tokens ?? 0;
        }

        // 4.
        var promptTokens = fileTokens + messageTokens.Total;
        if (promptTokens > PromptTokens.Max)
        {
            return ApiErrors.TooManyTokens;
        }

        // 5.
        return await OpenAsync(principal, request, plan, promptTokens, cancellationToken);
    }

    private async Task<Outcome<PreparedChat>> OpenAsync(
        Principal principal, ChatRequest request, MessagePlan plan, long promptTokens, CancellationToken cancellationToken)
    {
        var open = new List<OpenDocument>(plan.Documents.Count);
        PreparedChat? prepared = null;
        try
        {
            var ids = plan.Documents.OfType<DocumentReference.File>().Select(reference => reference.Id).ToList();
            var opened = await files.OpenDocumentsAsync(principal, ids, cancellationToken);
            open.AddRange(opened.OfType<OpenDocument>());
            if (opened.ToList().FindIndex(document => document is null) is >= 0 and var missing)
            {
                return ApiErrors.FileGone(ids[missing]);
            }

            var byId = open.ToDictionary(document => document.Document.Id, document => document.Document, StringComparer.Ordinal);
            var documents = new List<ReadableDocument>(plan.Documents.Count);
            foreach (var reference in plan.Documents)
            {
                if (reference is DocumentReference.File file)
                {
                    documents.Add(byId[file.Id]);
                    continue;
                }

                if ((await OpenGivenAsync(principal, reference, cancellationToken)).Failed(out var error, out var document))
                {
                    return error;
                }

                open.Add(document);
                documents.Add(document.Document);
                promptTokens += reference is DocumentReference.Inline ? document.Document.Segment.Tokens : 0;
                if (promptTokens > PromptTokens.Max)
                {
                    return ApiErrors.TooManyTokens;
                }
            }

            prepared = new PreparedChat(ConversationOf(request, plan, documents), promptTokens, open);
            return prepared;
        }
        finally
        {
            if (prepared is null)
            {
                open.ForEach(document => document.Dispose());
            }
        }
    }

    private async Task<Outcome<OpenDocument>> OpenGivenAsync(
        Principal principal, DocumentReference reference, CancellationToken cancellationToken)
    {
        if (reference is DocumentReference.Given text)
        {
            return await given.OpenTextAsync(principal, text.Number, text.Text, cancellationToken) is { } document
                ? document
                : ApiErrors.Overloaded;
        }

        var file = (DocumentReference.Inline)reference;
        return await given.OpenFileAsync(principal, file.Number, file.Name, file.Content, cancellationToken) switch
        {
            RequestFileOutcome.Opened opened => opened.Document,
            RequestFileOutcome.Unreadable unreadable => FileErrors.Unreadable(file.Name, unreadable.Failure),
            _ => ApiErrors.Overloaded,
        };
    }

    private static Conversation ConversationOf(ChatRequest request, MessagePlan plan, IReadOnlyList<ReadableDocument> documents)
    {
        var conversation = new Conversation
        {
            Role = plan.Role,
            Documents = documents,
            Turns = plan.Turns,
            Mode = request.Reading.Mode,
            PlanOnly = request.Reading.PlanOnly,
        };
        return request.Reading.MaxReadTokens is { } tokens ? conversation with { MaxReadTokens = tokens } : conversation;
    }
}
