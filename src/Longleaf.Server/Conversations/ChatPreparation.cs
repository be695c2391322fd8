using Longleaf.Platform.Accounts;
using Longleaf.Platform.Files;
using Longleaf.Reading;
using Longleaf.Server.Protocol;

namespace Longleaf.Server.Conversations;

/// <summary>From a request to a conversation that can be answered: the limits of one request, and its documents opened.</summary>
internal sealed class ChatPreparation(IFileStore files, ITextDocuments texts)
{
    /// <summary>
    /// Checks and opens what the messages name:
    /// 1. what the messages mean; 2. limits on their text; 3. the files, each its owner's and processed;
    /// 4. tokens in all; 5. documents opened.
    /// </summary>
    public async Task<Outcome<PreparedChat>> PrepareAsync(Principal principal, ChatRequest request, CancellationToken cancellationToken)
    {
        // 1.
        if (MessagePlan.Of(request.Messages).Failed(out var error, out var plan))
        {
            return error;
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
        return await OpenAsync(principal, plan, promptTokens, cancellationToken);
    }

    private async Task<Outcome<PreparedChat>> OpenAsync(
        Principal principal, MessagePlan plan, long promptTokens, CancellationToken cancellationToken)
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
                if (reference is DocumentReference.Given given)
                {
                    if (await texts.OpenAsync(principal, given.Number, given.Text, cancellationToken) is not { } text)
                    {
                        return ApiErrors.Overloaded;
                    }

                    open.Add(text);
                    documents.Add(text.Document);
                }
                else
                {
                    documents.Add(byId[((DocumentReference.File)reference).Id]);
                }
            }

            prepared = new PreparedChat(
                new Conversation { Role = plan.Role, Documents = documents, Turns = plan.Turns }, promptTokens, open);
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
}
