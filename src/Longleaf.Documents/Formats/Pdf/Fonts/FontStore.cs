using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf.Fonts;

/// <summary>
/// The fonts of a document, each read once. Most are told by their dictionaries: parsing the programs of all fonts took half of the time of
/// a small PDF. Where dictionaries do not say what codes read as, PdfPig reads the font.
/// </summary>
internal sealed class FontStore(PdfObjects objects, IResourceStore library)
{
    private readonly Dictionary<long, PdfFont?> _byReference = [];
    private readonly Dictionary<object, PdfFont?> _direct = new(ReferenceEqualityComparer.Instance);

    public PdfFont? Get(IToken token)
    {
        if (token is IndirectReferenceToken reference)
        {
            if (!_byReference.TryGetValue(reference.Data.ObjectNumber, out var font))
            {
                font = Read(token);
                _byReference.Add(reference.Data.ObjectNumber, font);
            }

            return font;
        }

        if (!_direct.TryGetValue(token, out var direct))
        {
            direct = Read(token);
            _direct.Add(token, direct);
        }

        return direct;
    }

    private PdfFont? Read(IToken token)
    {
        if (PdfObjects.AsDictionary(objects.Resolve(token)) is not { } dictionary)
        {
            return null;
        }

        try
        {
            PdfFont? font = objects.Name(dictionary, "Subtype") switch
            {
                "Type0" => ReadComposite(dictionary),
                "Type3" => ReadDrawn(dictionary),
                _ => ReadSimple(dictionary, token),
            };
            return font ?? ReadLibrary(token);
        }
#pragma warning disable CA1031 // A font that cannot be read costs its own text.
        catch (Exception exception) when (exception is not (OutOfMemoryException or UnreadableException))
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private SimpleFont? ReadSimple(DictionaryToken dictionary, IToken token)
    {
        var widths = objects.Numbers(dictionary, "Widths");
        var descriptor = objects.Dictionary(dictionary, "FontDescriptor");
        if (widths is null || descriptor is null || objects.Number(dictionary, "FirstChar") is not { } first)
        {
            return null;
        }

        var map = ReadMap(dictionary);
        return new SimpleFont(map, ReadEncoding(dictionary), new Lazy<PdfFont?>(() => ReadLibrary(token)))
        {
            First = (int)Math.Clamp(first, 0, 255),
            Widths = widths,
            MissingWidth = objects.Number(descriptor, "MissingWidth") ?? 0,
            IsBold = IsBold(dictionary, descriptor),
        };
    }

    // Letters that are drawings: all that is known are names and maps.
    private SimpleFont ReadDrawn(DictionaryToken dictionary)
    {
        var matrix = objects.Numbers(dictionary, "FontMatrix");
        var (unit, height) = matrix is [var a, _, _, var d, ..] ? (Math.Abs(a), Math.Abs(d)) : (0.001, 0.001);
        var widths = objects.Numbers(dictionary, "Widths") ?? [];
        var box = objects.Numbers(dictionary, "FontBBox") is [_, var bottom, _, var top, ..] ? Math.Abs(top - bottom) * height : 0;
        var scale = box is > 0.01 and < 10 ? box : widths.Length > 0 ? 2 * unit * widths.Average() : 1;
        return new SimpleFont(ReadMap(dictionary), ReadEncoding(dictionary), null)
        {
            First = (int)Math.Clamp(objects.Number(dictionary, "FirstChar") ?? 0, 0, 255),
            Widths = widths,
            Unit = unit,
            Scale = scale is > 0 and < 100 ? scale : 1,
        };
    }

    private CompositeFont? ReadComposite(DictionaryToken dictionary)
    {
        var encoding = objects.Name(dictionary, "Encoding");
        var descendants = objects.Value(dictionary, "DescendantFonts");
        var descendant = PdfObjects.AsDictionary(descendants is ArrayToken { Data.Count: > 0 } array ? objects.Resolve(array.Data[0]) : descendants);
        if (encoding is not ("Identity-H" or "Identity-V") || descendant is null || ReadMap(dictionary) is not { IsEmpty: false } map)
        {
            return null;
        }

        return new CompositeFont(map, new CidWidths(objects, descendant))
        {
            IsBold = IsBold(dictionary, objects.Dictionary(descendant, "FontDescriptor")),
            IsVertical = encoding == "Identity-V",
        };
    }

    private LibraryFont? ReadLibrary(IToken token)
    {
        var font = default(IFont?);
        try
        {
            if (token is IndirectReferenceToken reference)
            {
                font = library.GetFontDirectly(reference);
            }
            else
            {
                var name = NameToken.Create("LonglFont");
                var fonts = new DictionaryToken(new Dictionary<NameToken, IToken> { [name] = token });
                library.LoadResourceDictionary(new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Font] = fonts }));
                font = library.GetFont(name);
                library.UnloadResourceDictionary();
            }
        }
#pragma warning disable CA1031 // PdfPig throws whatever a font makes it run into.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }

        return font is null ? null : new LibraryFont(font) { IsVertical = font.IsVertical, IsBold = font.Details?.IsBold == true };
    }

    private ToUnicodeMap? ReadMap(DictionaryToken font) => objects.Value(font, "ToUnicode") switch
    {
        StreamToken stream => ToUnicodeMap.Parse(objects.Decode(stream).Span),
        NameToken { Data: "Identity-H" or "Identity-V" } => ToUnicodeMap.Identity,
        _ => null,
    };

    // Only what the dictionary says: other codes are the font program's matter.
    private string?[] ReadEncoding(DictionaryToken font)
    {
        var encoding = objects.Value(font, "Encoding");
        if (encoding is NameToken name && GlyphEncodings.ByName(name.Data) is { } named)
        {
            return named;
        }

        var dictionary = PdfObjects.AsDictionary(encoding);
        var table = GlyphEncodings.ByName(objects.Name(dictionary, "BaseEncoding")) ?? GlyphEncodings.OfSymbols(objects.Name(font, "BaseFont")) ?? new string?[256];
        var code = 0;
        foreach (var entry in objects.Array(dictionary, "Differences")?.Data ?? [])
        {
            switch (objects.Resolve(entry))
            {
                case NumericToken number:
                    code = (int)Math.Clamp(number.Data, 0, 255);
                    break;
                case NameToken glyph when code < table.Length:
                    table[code++] = GlyphEncodings.OfName(glyph.Data);
                    break;
            }
        }

        return table;
    }

    private bool IsBold(DictionaryToken font, DictionaryToken? descriptor)
    {
        const int ForceBold = 1 << 18;
        var name = objects.Name(font, "BaseFont") ?? "";
        return name.Contains("Bold", StringComparison.OrdinalIgnoreCase) || name.Contains("Black", StringComparison.Ordinal) || name.Contains("Heavy", StringComparison.Ordinal)
            || objects.Number(descriptor, "FontWeight") is >= 600
            || (objects.Number(descriptor, "Flags") is >= ForceBold and < int.MaxValue and var flags && ((int)flags & ForceBold) != 0);
    }
}
