using System.IO.Compression;
using System.Text;
using Longleaf.Documents;
using Longleaf.Tests;

namespace Longleaf.Reading.Tests.Extractive.Exact;

/// <summary>Novels with sentences hidden in them.</summary>
internal static class Haystack
{
    /// <summary>A document of about so many tokens, the sentences spread over it in order, one at a time behind some paragraph.</summary>
    /// <param name="chinese">Whether of the Chinese classics.</param>
    /// <param name="characters">How much of them, in UTF-16 units.</param>
    /// <param name="needles">The sentences.</param>
    public static ReadableDocument With(bool chinese, int characters, params IReadOnlyList<string> needles)
    {
        var paragraphs = Paragraphs(chinese, characters);
        var blocks = new List<Block>();
        var (next, random) = (0, new Random(5));
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var text = new StringBuilder(paragraphs[i]);
            while (next < needles.Count && i >= (next + 1L) * (paragraphs.Count - 1) / (needles.Count + 1))
            {
                // By turns behind a paragraph's last sentence and as a paragraph of its own.
                text.Append(random.Next(2) == 0 ? (chinese ? "" : " ") : "\n\n").Append(needles[next++]);
            }

            blocks.AddRange(text.ToString().Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(part => new Block { Kind = BlockKind.Paragraph, Text = part }));
        }

        return ReadableDocument.FromBlocks("file-fe-hay", chinese ? "小说.txt" : "novels.txt", new DocumentInfo { Format = DocumentFormat.PlainText }, blocks);
    }

    private static List<string> Paragraphs(bool chinese, int characters)
    {
        var paragraphs = new List<string>();
        foreach (var path in Directory.EnumerateFiles(TestData.Path("qa", chinese ? "haystack-zh" : "haystack-en"), "*.gz").Order(StringComparer.Ordinal))
        {
            using var unpacked = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            foreach (var paragraph in unpacked.ReadToEnd().ReplaceLineEndings("\n").Split(chinese ? "\n" : "\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                paragraphs.Add(paragraph);
                if ((characters -= paragraph.Length) <= 0)
                {
                    return paragraphs;
                }
            }
        }

        return paragraphs;
    }
}
