using Longleaf.Evaluation.Needles;

namespace Longleaf.Evaluation.Tests.Needles;

public sealed class NeedlePlannerTests
{
    private const int Sample = 20;

    public static TheoryData<string, string> Wordings => new() { { "dev", "en" }, { "dev", "zh" }, { "test", "en" }, { "test", "zh" } };

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Each_value_is_stated_once_and_what_states_it_is_the_source(string name, string language)
    {
        var plan = Facts(name, language, seed: 1);

        var tasks = plan.Questions.GroupBy(question => question.Task).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(Enum.GetValues<NeedleTask>().Where(task => task <= NeedleTask.MultiQuery), task => Assert.Equal(Sample, tasks[task]));
        foreach (var question in plan.Questions)
        {
            Assert.DoesNotContain('{', question.Text);
            foreach (var value in question.Expected)
            {
                var stating = Assert.Single(plan.Sentences, sentence => NeedleJudge.Holds(sentence.Text, value));
                Assert.Contains(stating.Text, question.Source, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Single_needles_are_spread_over_all_depths()
    {
        double[] depths = [.. Facts("dev", "en", seed: 1).Questions.Where(question => question.Task == NeedleTask.Number).Select(question => question.Depth!.Value)];

        Assert.Equal(Enumerable.Range(0, 10).SelectMany(band => (int[])[band, band]), depths.Select(depth => (int)(depth * 10)));
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_seed_another()
    {
        static IEnumerable<string> Texts(int seed) => Facts("dev", "zh", seed).Sentences.Select(sentence => $"{sentence.Depth} {sentence.Text}");

        Assert.Equal(Texts(7), Texts(7));
        Assert.NotEqual(Texts(7), Texts(8));
    }

    [Fact]
    public void Similar_keys_are_in_the_way_of_the_one_that_is_asked_for()
    {
        foreach (var question in Facts("dev", "en", seed: 3).Questions.Where(question => question.Task == NeedleTask.MultiKey))
        {
            Assert.Equal(3, question.Foreign.Count);
            Assert.Empty(question.Foreign.Intersect(question.Expected));
        }
    }

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Chains_close_over_their_links(string name, string language)
    {
        var random = new Random(5);
        var plan = ChainPlanner.Plan(NeedleWordings.Open(name).Of(WordingKind.Chain, language), 10, new NeedleValues(random), random);

        Assert.Equal(10, plan.Questions.Count);
        Assert.Equal(50, plan.Sentences.Count);
        foreach (var question in plan.Questions)
        {
            Assert.Equal(5, question.Expected.Distinct().Count());

            // Who follows the links from the value, in the order of the text, finds these names and no others.
            var known = new HashSet<string>();
            foreach (var sentence in plan.Sentences.OrderBy(sentence => sentence.Depth))
            {
                string[] names = [.. plan.Questions.SelectMany(other => other.Expected).Where(one => NeedleJudge.Holds(sentence.Text, one))];
                if (question.Source.StartsWith(sentence.Text, StringComparison.Ordinal) || names.Any(known.Contains))
                {
                    known.UnionWith(names);
                }
            }

            Assert.Equal(question.Expected.Order(), known.Order());
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Lists_have_the_words_most_often_that_are_wanted(string language)
    {
        var text = language == "zh"
            ? string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)('\u4e00' + (i * 7919 % 8_000))))
            : string.Join(' ', Enumerable.Range(0, 20_000).Select(i => string.Concat($"{i * 7919}".Select(digit => (char)('a' + digit - '0'))).PadRight(5, 'k')));
        var random = new Random(2);
        var plan = new WordListPlanner(language, [("text", text)], new NeedleValues(random), random).Plan(NeedleWordings.Open("dev"), 2, 300_000);

        Assert.Equal(4, plan.Questions.Count);
        foreach (var (question, document) in plan.Questions.Zip(plan.Documents))
        {
            var counts = document.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !word.EndsWith('.')).GroupBy(word => word).Select(group => (group.Key, Count: group.Count())).OrderByDescending(group => group.Count).ToList();
            Assert.Equal(question.Expected.Order(), counts.Take(question.Expected.Count).Select(group => group.Key).Order());
            Assert.True(counts[question.Expected.Count - 1].Count > counts[question.Expected.Count].Count, "What is wanted is told apart from what comes next.");
            Assert.Contains(Path.GetFileNameWithoutExtension(document.Name), question.Text, StringComparison.Ordinal);
        }
    }

    private static NeedlePlan Facts(string name, string language, int seed)
    {
        var random = new Random(seed);
        return new FactPlanner(NeedleWordings.Open(name), language, new NeedleValues(random), random).Plan(Sample);
    }
}
