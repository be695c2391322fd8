using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>What names of a content stream stand for: its own resources, then those of the page around it, as lenient readers have it.</summary>
internal sealed class Resources(PdfObjects objects, DictionaryToken? own, Resources? outer)
{
    /// <summary>What a name stands for, not looked up; <see langword="null"/> if there is nothing.</summary>
    public IToken? Find(string category, string name) =>
        objects.Dictionary(own, category) is { } dictionary && dictionary.Data.TryGetValue(name, out var token) ? token : outer?.Find(category, name);
}
