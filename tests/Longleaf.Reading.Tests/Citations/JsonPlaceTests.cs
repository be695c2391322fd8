using System.Globalization;
using System.Text;
using CsCheck;
using Longleaf.Documents;
using Longleaf.Reading.Citations;
using Longleaf.Reading.Planning;
using Longleaf.Reading.Tests.Extractive;

namespace Longleaf.Reading.Tests.Citations;

/// <summary>Where in a JSON document a quote stands.</summary>
public sealed class JsonPlaceTests
{
    [Fact]
    public void From_any_token_to_any_later_one_the_path_is_right() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((seed, one, other) =>
        {
            var written = new WrittenJson(seed);
            var starts = written.Tokens;
            var start = starts[one % starts.Count];
            List<WrittenJson.Token> later = [.. starts.Where(token => token.Place >= start.Place && !token.IsEnd)];
            if (later.Count == 0)
            {
                return;
            }

            var quote = later[other % later.Count];
            var (path, lines) = JsonPlace.Find(start.Path, written.Utf8.AsSpan(start.Place), quote.Place - start.Place);

            Assert.Equal(quote.Path, path);
            Assert.Equal(written.Utf8.AsSpan(start.Place, quote.Place - start.Place).Count((byte)'\n'), lines);
        });

    [Fact]
    public void A_quote_within_a_text_is_of_its_value()
    {
        const string Json = """{"a": {"note": "The keeper, it says, lit [the] lamp", "b": 1}}""";

        Assert.Equal("$.a.note", JsonPlace.Find("$", Encoding.UTF8.GetBytes(Json), Json.IndexOf("lamp", StringComparison.Ordinal)).Path);
    }

    [Theory]
    [InlineData("$.a.b…")]
    [InlineData("nothing")]
    public void A_path_that_was_cut_stays_as_it_is(string path) => Assert.Equal(path, JsonPlace.Find(path, "1, 2"u8, 3).Path);

    [Theory]
    [InlineData("$.data.users[3].name", 120, "a.json, data.users[3].name, line 120", "a.json，data.users[3].name，第 120 行")]
    [InlineData("$[7]['full name']", 1, @"a.json, \[7\]['full name']", @"a.json，\[7\]['full name']")]
    [InlineData("$.users[1]", 2, "a.json, users[1], line 2", "a.json，users[1]，第 2 行")]
    [InlineData("$", 4, "a.json, line 4", "a.json，第 4 行")]
    [InlineData("$", 1, "a.json", "a.json")]
    public void Labels_name_the_value(string path, int row, string english, string chinese)
    {
        var document = ReadableDocument.FromBlocks("id", "a.json", new DocumentInfo { Format = DocumentFormat.Json }, [new Block { Kind = BlockKind.Code, Text = "{}" }]);
        var location = new Location { Path = path, Row = row };

        Assert.Equal(english, SourceLabel.Of(document, location, AnswerLanguage.English));
        Assert.Equal(chinese, SourceLabel.Of(document, location, AnswerLanguage.Chinese));
    }

    [Fact]
    public void Labels_are_bounded() => Assert.InRange(SourceLabel.Place(new Location { Path = "$." + new string('x', 300) }, AnswerLanguage.English).Length, 10, 70);

    [Fact]
    public async Task An_answer_cites_the_value_and_not_the_block()
    {
        const string Json = """
            {"stations": [
              {"name": "Skerryvore", "finished": 1844},
              {"name": "Bell Rock", "finished": 1810}
            ]}
            """;
        var block = new Block { Kind = BlockKind.Code, Text = Json, Location = new Location { Path = "$", Row = 1 } };
        var document = ReadableDocument.FromBlocks("file-fe-a", "stations.json", new DocumentInfo { Format = DocumentFormat.Json }, [block]);

        var answer = await Asking.AskAsync([document], "When was Bell Rock finished?");

        Assert.Contains(answer.Citations, citation => citation.Location.Path!.StartsWith("$.stations[1]", StringComparison.Ordinal) && citation.Location.Row == 3);
        Assert.Contains("stations[1]", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>A JSON text of chance, with the path of each of its tokens as the reader of JSON says it.</summary>
    private sealed class WrittenJson
    {
        private static readonly string[] Names = ["a", "name", "of it", "天", "b_2", "", "say \\\"so\\\""];

        private readonly StringBuilder _text = new();
        private readonly Random _chance;

        public WrittenJson(int seed)
        {
            _chance = new Random(seed);
            Value("$", 0);
        }

        public List<Token> Tokens { get; } = [];

        public byte[] Utf8 => Encoding.UTF8.GetBytes(_text.ToString());

        private void Value(string path, int depth)
        {
            Mark(path);
            switch (depth < 4 ? _chance.Next(4) : _chance.Next(2))
            {
                case 0:
                    _text.Append(_chance.Next(2) == 0 ? "-12.5e3" : "null");
                    break;
                case 1:
                    _text.Append(_chance.Next(2) == 0 ? "\"text, with [signs]: {}\"" : "\"\\\\\"");
                    break;
                case 2:
                    Items('[', ']', path, depth, index => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), named: false);
                    break;
                default:
                    Items('{', '}', path, depth, _ => "", named: true);
                    break;
            }
        }

        private void Items(char open, char close, string path, int depth, Func<int, string> inner, bool named)
        {
            _text.Append(open);
            var count = _chance.Next(4);
            for (var index = 0; index < count; index++)
            {
                _text.Append(index > 0 ? "," : "").Append(_chance.Next(3) == 0 ? "\n  " : "");
                var itemPath = inner(index);
                if (named)
                {
                    var name = Names[_chance.Next(Names.Length)];
                    itemPath = path + (name is "a" or "name" or "b_2" ? "." + name : $"['{name}']");
                    Mark(itemPath);
                    _text.Append('"').Append(name).Append("\" : ");
                }

                Value(itemPath, depth + 1);
            }

            _text.Append(_chance.Next(3) == 0 ? "\n" : "");
            Mark(path, isEnd: true);
            _text.Append(close);
        }

        private void Mark(string path, bool isEnd = false) => Tokens.Add(new Token(Encoding.UTF8.GetByteCount(_text.ToString()), path, isEnd));

        public sealed record Token(int Place, string Path, bool IsEnd);
    }
}
