using System.IO.Compression;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Longleaf.Documents.Formats.Pdf;

/// <summary>Looks objects of a PDF up and decodes its streams, within bounds. What is missing or of another kind is <see langword="null"/>.</summary>
internal sealed class PdfObjects(IPdfTokenScanner scanner, ILookupFilterProvider filters)
{
    private const int MostHops = 8;

    // One content stream or font map: text of a whole book is a tenth of it.
    private const int MostBytes = 64 << 20;

    // Flate around LZW or run lengths may make sense; more is nobody's file.
    private const int MostPackings = 2;

    // PdfPig searches the whole file for a reference that its table does not have, each time it is asked.
    private readonly HashSet<long> _missing = [];

    public IToken? Resolve(IToken? token)
    {
        for (var hop = 0; token is IndirectReferenceToken reference; hop++)
        {
            if (hop == MostHops || _missing.Contains(reference.Data.ObjectNumber))
            {
                return null;
            }

            token = Get(reference.Data);
        }

        return token is NullToken ? null : token;
    }

    public IToken? Value(DictionaryToken? dictionary, string key) =>
        dictionary is not null && dictionary.Data.TryGetValue(key, out var token) ? Resolve(token) : null;

    public DictionaryToken? Dictionary(DictionaryToken? dictionary, string key) => AsDictionary(Value(dictionary, key));

    public ArrayToken? Array(DictionaryToken? dictionary, string key) => Value(dictionary, key) as ArrayToken;

    public string? Name(DictionaryToken? dictionary, string key) => (Value(dictionary, key) as NameToken)?.Data;

    public double? Number(DictionaryToken? dictionary, string key) => (Value(dictionary, key) as NumericToken)?.Data;

    public string? Text(DictionaryToken? dictionary, string key) => AsText(Value(dictionary, key));

    /// <summary>The numbers of an array; those that are none are 0.</summary>
    public double[]? Numbers(DictionaryToken? dictionary, string key)
    {
        if (Array(dictionary, key) is not { } array)
        {
            return null;
        }

        var numbers = new double[array.Data.Count];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = Resolve(array.Data[index]) is NumericToken number ? number.Data : 0;
        }

        return numbers;
    }

    public static DictionaryToken? AsDictionary(IToken? token) => token is StreamToken stream ? stream.StreamDictionary : token as DictionaryToken;

    public static string? AsText(IToken? token) => token switch
    {
        StringToken text => text.Data,
        HexToken hex => DecodeText(hex.Bytes),
        _ => null,
    };

    /// <summary>The bytes of a stream; empty if it cannot be decoded.</summary>
    public ReadOnlyMemory<byte> Decode(StreamToken stream)
    {
        var filter = Resolve(stream.StreamDictionary.Data.GetValueOrDefault("Filter"));
        if (filter is ArrayToken { Data.Count: 1 } array)
        {
            filter = Resolve(array.Data[0]);
        }

        if (filter is null)
        {
            return stream.Data;
        }

        CheckFilters(filter as ArrayToken);

        if (filter is NameToken { Data: "FlateDecode" or "Fl" } && !HasPredictor(stream.StreamDictionary))
        {
            return Inflate(stream.Data);
        }

        try
        {
            return stream.Decode(filters, scanner);
        }
#pragma warning disable CA1031 // PdfPig throws whatever its filters run into.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return default;
        }
    }

    // Each may make a thousand bytes of one: two bytes packed eight times over keep any reader busy for hours.
    private void CheckFilters(ArrayToken? filters)
    {
        if (filters is not null && filters.Data.Count(one => Resolve(one) is NameToken { Data: "RunLengthDecode" or "RL" or "LZWDecode" or "LZW" or "FlateDecode" or "Fl" }) > MostPackings)
        {
            throw new UnreadableException(
                DocumentFailureCode.TooLarge, $"This PDF cannot be parsed: a part of it is packed more than {MostPackings} times over. Print it to a new PDF.");
        }
    }

    private bool HasPredictor(DictionaryToken dictionary)
    {
        var parameters = Value(dictionary, "DecodeParms") ?? Value(dictionary, "DP");
        return parameters is ArrayToken || (parameters is DictionaryToken single && Number(single, "Predictor") is > 1);
    }

    // What comes before damage counts, as everywhere else.
    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> packed)
    {
        if (packed.Length < 2)
        {
            return default;
        }

        var bytes = new byte[Math.Clamp(packed.Length * 4L, 4096, MostBytes)];
        var count = 0;
        using var source = Source(packed[2..]);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                var read = inflater.Read(bytes, count, bytes.Length - count);
                if (read == 0)
                {
                    break;
                }

                count += read;
                if (count == bytes.Length)
                {
                    if (count >= MostBytes)
                    {
                        throw new UnreadableException(
                            DocumentFailureCode.TooLarge,
                            $"This PDF cannot be parsed: one of its pages expands to more than {MostBytes >> 20} MB.");
                    }

                    System.Array.Resize(ref bytes, Math.Min(count * 2, MostBytes));
                }
            }
        }
        catch (InvalidDataException)
        {
            // Cut off or damaged.
        }

        return bytes.AsMemory(0, count);
    }

    private static MemoryStream Source(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private IToken? Get(IndirectReference reference)
    {
        var token = default(IToken);
        try
        {
            token = scanner.Get(reference)?.Data;
        }
#pragma warning disable CA1031 // PdfPig throws whatever its parsing runs into.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            // As if it were not there.
        }

        if (token is null)
        {
            _missing.Add(reference.ObjectNumber);
        }

        return token;
    }

    public static string DecodeText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
        {
            return System.Text.Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        return bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE
            ? System.Text.Encoding.Unicode.GetString(bytes[2..])
            : System.Text.Encoding.Latin1.GetString(bytes);
    }
}
