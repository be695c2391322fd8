using CsCheck;

namespace Longleaf.Documents.Tests.Formats;

/// <summary>Headings of plain text: what is one by custom, and what only looks like one.</summary>
public sealed class PlainTextHeadingTests
{
    private const string Prose = "The lamp was lit at dusk, and the keeper wrote it down.";

    [Theory]
    [InlineData("CHAPTER I", 3)]
    [InlineData("  Chapter 12.", 3)]
    [InlineData("CHAPTER II. Of my going to school and of my coming thence.", 3)]
    [InlineData("Chapter III--_The Hill of Humour_", 3)]
    [InlineData("PART ONE The Old Buccaneer", 2)]
    [InlineData("Part the Second", 2)]
    [InlineData("BOOK SEVENTH", 2)]
    [InlineData("Section 4: The lantern", 4)]
    [InlineData("Kapitel 3", 3)]
    [InlineData("ГЛАВА XII", 3)]
    [InlineData("第一章 总则", 3)]
    [InlineData("第一百二十回", 3)]
    [InlineData("# 水浒传 第二回", 3)]
    [InlineData("第3节：灯塔", 4)]
    [InlineData("卷二百零三·乐一", 2)]
    [InlineData("제1장 총칙", 3)]
    [InlineData("Preface", 3)]
    [InlineData("EPILOGUE.", 3)]
    [InlineData("后记", 3)]
    [InlineData("I.", 3)]
    [InlineData("1. Scope", 3)]
    [InlineData("THE FIRST DAY", 3)]
    public void A_line_that_is_a_heading_by_custom_is_one(string line, int level)
    {
        var parsed = Parsed.Of("a.txt", $"{Prose}\n\n{line}\n\n{Prose}");

        Assert.Equal([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph], parsed.Blocks.Select(block => block.Kind));
        Assert.Equal((level, line), (parsed.Blocks[1].Level, parsed.Blocks[1].Text));
        Assert.Equal([line.TrimStart('#', ' ')], parsed.Blocks[2].Location.Section);
    }

    [Theory]
    [InlineData("Chapter 3 of this book tells how the lamp was built.")]
    [InlineData("Part of the tower fell.")]
    [InlineData("Book 3, page 12")]
    [InlineData("chapter two")]
    [InlineData("Act natural")]
    [InlineData("第四回中既将薛家母子在荣府内寄居等事略已表明，此回则暂不能写矣。")]
    [InlineData("第一章紫微令姚崇作也：")]
    [InlineData("\"DEAR MISS ARMITAGE,")]
    [InlineData("JOHN HARRINGTON.\"")]
    [InlineData("R. L. S.")]
    [InlineData("'WOHIN?'")]
    [InlineData("BY")]
    [InlineData("THE END")]
    [InlineData("MAX_VALUE = TRUE")]
    [InlineData("<!DOCTYPE HTML>")]
    [InlineData("V")]
    [InlineData("12")]
    [InlineData("3. Bread")]
    [InlineData("1. Buy bread.")]
    [InlineData("1.5 kg")]
    [InlineData("-----")]
    public void A_line_that_only_looks_like_one_is_text(string line) =>
        Assert.All(Parsed.Of("a.txt", $"{Prose}\n\n{line}\n\n{Prose}").Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));

    [Fact]
    public void Chapters_are_found_in_text_without_empty_lines()
    {
        var parsed = Parsed.Of("a.txt", $"A Light\nCHAPTER I\nTHE ROCK\n{Prose}\n{Prose}\nCHAPTER II.\n{Prose}");

        Assert.Equal(["A Light", "CHAPTER I\nTHE ROCK", $"{Prose}\n{Prose}", "CHAPTER II.", Prose], parsed.Blocks.Select(block => block.Text));
        Assert.Equal([[], [], ["CHAPTER I THE ROCK"], [], ["CHAPTER II."]], parsed.Blocks.Select(block => block.Location.Section));
    }

    [Fact]
    public void A_line_of_broken_prose_is_no_chapter()
    {
        var text = "All this, and how the builders came to the rock, has been told in\nChapter II\nand need not be told again.";

        Assert.Equal(text, Assert.Single(Parsed.Of("a.txt", text).Blocks).Text);
    }

    [Fact]
    public void A_chapter_takes_the_title_on_the_next_line_and_stands_in_its_part()
    {
        var parsed = Parsed.Of("a.txt", $"PART II\n\nCHAPTER V\n\nOut on the Rock\n\n{Prose}\n\nCHAPTER VI\n\n{Prose}");

        Assert.Equal("CHAPTER V\n\nOut on the Rock", parsed.Blocks[1].Text);
        Assert.Equal([["PART II", "CHAPTER V Out on the Rock"], ["PART II", "CHAPTER VI"]], parsed.Blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Location.Section));
    }

    [Theory]
    [InlineData("CONTENTS\n\nCHAPTER I. The Rock\n\nCHAPTER II. The Tower\n\nCHAPTER III. The Lamp\n\n")]
    [InlineData("I\n\nII\n\nIII\n\n")]
    [InlineData("1. Bread\n\n2. Milk\n\n3. Oil\n\n")]
    [InlineData("TO MY MOTHER\n\nTHIS STORY\n\nOF THE SEA\n\n")]
    public void Tables_of_contents_lists_and_dedications_are_no_headings(string lines) =>
        Assert.All(Parsed.Of("a.txt", $"{lines}{Prose}").Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));

    [Fact]
    public void Numbers_count_on_through_parts_or_anew_in_each()
    {
        string[] lines = ["PART I", "I", "II", "PART II", "III", "PART III", "I", "II"];
        var parsed = Parsed.Of("a.txt", string.Join("\n\n", lines.SelectMany(line => (string[])[line, Prose])));

        Assert.Equal(lines, parsed.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => block.Text));
    }

    [Fact]
    public void Capitals_say_nothing_where_all_is_in_capitals() =>
        Assert.All(Parsed.Of("a.txt", "THE FIRST DAY\n\nALL WAS QUIET ON THE ROCK.\n\nTHE SECOND DAY\n\nALL WAS QUIET AGAIN.").Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));

    [Theory]
    [InlineData("The Lamp\n========\nIt burns oil.", 1)]
    [InlineData("========\nThe Lamp\n========\n\nIt burns oil.", 1)]
    [InlineData("The Lamp\n--------\n\nIt burns oil.", 2)]
    [InlineData("灯塔的历史\n==========\n灯塔建于1844年。", 1)]
    public void Underlined_titles_are_headings(string text, int level)
    {
        var parsed = Parsed.Of("a.txt", text);

        Assert.Equal(text, parsed.Text);
        var heading = Assert.Single(parsed.Blocks, block => block.Kind == BlockKind.Heading);
        Assert.Equal(level, heading.Level);
        Assert.Equal([heading.Text], parsed.Blocks[^1].Location.Section);
    }

    [Theory]
    [InlineData("name | born\n-----------\nAda | 1815")]
    [InlineData("It burns oil.\n-------------\nAnd wax.")]
    [InlineData("Short\n----------------------------------------------------------------\nAnd more.")]
    public void Rules_of_tables_and_between_texts_underline_nothing(string text) =>
        Assert.All(Parsed.Of("a.txt", text).Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));

    [Fact]
    public void Whatever_is_a_heading_the_text_stays_as_it_is()
    {
        var line = Gen.OneOf("CHAPTER I", "CHAPTER II", "The Rock", "THE ROCK", "I", "II", "1. Scope", "1.1 Terms", "====", "--------", "", "", Prose, "第一章", "Preface", "a\tb");
        line.Array[1, 40].Select(lines => string.Join('\n', lines)).Sample(text =>
        {
            var parsed = Parsed.Of("a.txt", text);
            var expected = string.Join("\n\n", text.Split("\n\n").Select(paragraph => paragraph.Trim('\n')).Where(paragraph => paragraph.Length > 0));
            Assert.Equal(expected, parsed.Text);
            BlockRules.Check(parsed.Blocks);
        });
    }

    [Fact]
    public void A_chapter_longer_than_a_block_does_not_hide_the_next()
    {
        var parsed = Parsed.Of("a.txt", $"CHAPTER I\n{string.Concat(Enumerable.Repeat(Prose + "\n", 3000))}CHAPTER II\n{Prose}");

        Assert.Equal(["CHAPTER I", "CHAPTER II"], parsed.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => block.Text));
        BlockRules.Check(parsed.Blocks);
    }
}
