using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf.Annotations;

/// <summary>A field of a form: what it is and its value, from its own dictionary and those above it (ISO 32000-1, 12.7.3).</summary>
internal sealed class FormField(PdfObjects objects, DictionaryToken dictionary)
{
    private const int MostDepth = 16;

    private const int PasswordFlag = 1 << 13;
    private const int PushButtonFlag = 1 << 16;

    public const string Checked = "☒";
    public const string Unchecked = "☐";

    public string? Type => Name("FT");

    /// <summary>What it reads as: its text, the options chosen, or whether it is ticked; <see langword="null"/> if it shows nothing.</summary>
    public string? Value() => Type switch
    {
        "Tx" => (Flags & PasswordFlag) != 0 ? null : Text(Find("V")),
        "Ch" => Chosen(),
        "Btn" => (Flags & PushButtonFlag) != 0 ? null : IsTicked ? Checked : Unchecked,
        _ => null,
    };

    /// <summary>What it is called for people, else for programs.</summary>
    public string? Label() => PdfObjects.AsText(Find("TU")) is { Length: > 0 } label ? label : PdfObjects.AsText(Find("T"));

    private int Flags => Find("Ff") is NumericToken number && number.Data is >= 0 and < int.MaxValue ? (int)number.Data : 0;

    // A widget says which of its appearances is shown; without, the value names it.
    private bool IsTicked => (objects.Name(dictionary, "AS") ?? (objects.Value(dictionary, "AP") is null ? Name("V") : null)) is { } state && state != "Off";

    private string? Chosen()
    {
        var value = Find("V");
        var options = Find("Opt") as ArrayToken;
        return value is ArrayToken several
            ? string.Join(", ", several.Data.Take(1000).Select(one => Shown(PdfObjects.AsText(objects.Resolve(one)), options)).Where(one => !string.IsNullOrWhiteSpace(one)))
            : Shown(PdfObjects.AsText(value), options);
    }

    // Options are texts, or pairs of what is sent and what is shown.
    private string? Shown(string? value, ArrayToken? options)
    {
        foreach (var option in options?.Data.Take(10_000) ?? [])
        {
            if (value is not null && objects.Resolve(option) is ArrayToken { Data: [var sent, var shown, ..] } && PdfObjects.AsText(objects.Resolve(sent)) == value)
            {
                return PdfObjects.AsText(objects.Resolve(shown)) ?? value;
            }
        }

        return value;
    }

    private string? Text(IToken? token) => token is StreamToken stream ? PdfObjects.DecodeText(objects.Decode(stream).Span) : PdfObjects.AsText(token);

    private string? Name(string key) => (Find(key) as NameToken)?.Data;

    private IToken? Find(string key)
    {
        var at = dictionary;
        for (var depth = 0; at is not null && depth < MostDepth; depth++)
        {
            if (objects.Value(at, key) is { } value)
            {
                return value;
            }

            at = objects.Dictionary(at, "Parent");
        }

        return null;
    }
}
