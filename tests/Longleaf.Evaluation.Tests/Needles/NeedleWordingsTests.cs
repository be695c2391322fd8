using System.Text;
using Longleaf.Evaluation.Needles;

namespace Longleaf.Evaluation.Tests.Needles;

public sealed class NeedleWordingsTests
{
    private const int SingleWordings = 20;

    [Theory]
    [InlineData("dev", "en")]
    [InlineData("dev", "zh")]
    [InlineData("test", "en")]
    [InlineData("test", "zh")]
    public void There_are_many_wordings_of_single_facts_and_several_of_everything_else(string name, string language)
    {
        var wordings = NeedleWordings.Open(name);

        var facts = wordings.Of(WordingKind.Fact, language);
        Assert.True(facts.Sum(group => group.Statements.Distinct().Count()) >= SingleWordings);
        Assert.True(facts.Sum(group => group.Questions.Distinct().Count()) >= SingleWordings);
        Assert.Equal(["number", "uuid", "word"], facts.Select(group => group.Value).Distinct().Order());
        foreach (var kind in Enum.GetValues<WordingKind>())
        {
            Assert.True(wordings.Of(kind, language).Sum(group => group.Questions.Count) >= 2, $"{kind}");
        }
    }

    [Fact]
    public void What_figures_are_made_with_is_not_what_rules_are_written_against()
    {
        static IEnumerable<string> Statements(string name) => NeedleWordings.Open(name).Groups.Where(group => group.Kind == WordingKind.Fact).SelectMany(group => group.Statements);
        static IEnumerable<string> Keys(string name) => NeedleWordings.Open(name).Groups.Where(group => group.Kind is WordingKind.Fact or WordingKind.Collection).Select(group => string.Join('|', group.Keys.SelectMany(part => part)));

        Assert.Empty(Statements("dev").Intersect(Statements("test")));
        Assert.Empty(Keys("dev").Intersect(Keys("test")));
    }

    [Theory]
    [InlineData("[]", "0 groups")]
    [InlineData("{}", "cannot be read")]
    [InlineData("not json", "cannot be read")]
    [InlineData("""[{"kind":"fact","language":"fr","questions":["{key}?"]}]""", "language")]
    [InlineData("""[{"kind":"fact","language":"en","keys":[["a"]],"statements":["{key} has {value}."]}]""", "no questions")]
    [InlineData("""[{"kind":"fact","language":"en","keys":[["a"]],"statements":["{key} has it."],"questions":["{key}?"]}]""", "lacks {key} or {value}")]
    [InlineData("""[{"kind":"fact","language":"en","keys":[[]],"statements":["{key} {value}."],"questions":["{key}?"]}]""", "needs keys")]
    [InlineData("""[{"kind":"fact","language":"en","value":"word","keys":[["a"]],"statements":["{key} {value}."],"questions":["{key}?"]}]""", "values")]
    [InlineData("""[{"kind":"fact","language":"en","colour":"red","questions":["?"]}]""", "cannot be read")]
    [InlineData("""[{"kind":"pair","language":"en","questions":["what?"]}]""", "lacks {key}")]
    public void A_file_that_is_none_is_refused_with_what_is_wrong(string json, string problem)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        var refusal = Assert.Throws<EvaluationException>(() => NeedleWordings.Read(stream, "mine.json"));

        Assert.Contains("mine.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }
}
