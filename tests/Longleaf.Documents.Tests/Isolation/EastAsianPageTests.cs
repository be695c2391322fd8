using Longleaf.Documents.Tests.Formats;

namespace Longleaf.Documents.Tests.Isolation;

/// <summary>Pages set from known text in the languages that are found by themselves, through the real reader and tools.</summary>
public sealed class EastAsianPageTests(ReaderFixture fixture) : IClassFixture<ReaderFixture>
{
    private const string Font = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";

    // The first articles of the Universal Declaration of Human Rights.
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["simplified"] =
            "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"
            + "人人有资格享有本宣言所载的一切权利和自由，不分种族、肤色、性别、语言、宗教、政治或其他见解、国籍或社会出身、财产、出生或其他身分等任何区别。"
            + "人人有权享有生命、自由和人身安全。任何人不得使为奴隶或奴役；一切形式的奴隶制度和奴隶买卖，均应予以禁止。",
        ["traditional"] =
            "人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心，並應以兄弟關係的精神相對待。"
            + "人人有資格享有本宣言所載的一切權利和自由，不分種族、膚色、性別、語言、宗教、政治或其他見解、國籍或社會出身、財產、出生或其他身分等任何區別。"
            + "人人有權享有生命、自由和人身安全。任何人不得使為奴隸或奴役；一切形式的奴隸制度和奴隸買賣，均應予以禁止。",
        ["japanese"] =
            "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。"
            + "すべて人は、人種、皮膚の色、性、言語、宗教、政治上その他の意見による差別をも受けることなく、この宣言に掲げるすべての権利と自由とを享有することができる。",
        ["korean"] =
            "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. 인간은 천부적으로 이성과 양심을 부여받았으며 서로 형제애의 정신으로 행동하여야 한다. "
            + "모든 사람은 인종, 피부색, 성, 언어, 종교, 정치적 또는 기타의 견해에 따른 어떠한 종류의 차별도 없이 이 선언에 규정된 모든 권리와 자유를 향유할 자격이 있다.",
    };

    [Theory]
    [InlineData("simplified", 150, 98.5)]
    [InlineData("simplified", 300, 98.5)]
    [InlineData("traditional", 200, 95)]
    [InlineData("japanese", 200, 95)]
    [InlineData("korean", 200, 95)]
    public async Task Prose_is_read_letter_by_letter(string language, int dotsPerInch, double floor)
    {
        using var page = TextPage.Prose(Font, Texts[language], 10.5, dotsPerInch);

        var read = (await fixture.Real.ReadAllAsync(fixture.Write(".png", PictureBuilder.Png(page)))).Text;

        var recall = TextPage.LettersFound(read, Texts[language]);
        Assert.True(recall >= floor, $"{recall:0.0} % of: {read}");
    }

    [Fact]
    public async Task Ideographs_beside_digits_are_read_as_ideographs()
    {
        var sentences = Texts["simplified"].Split('，', '。', '、', '；').Where(sentence => sentence.Length is > 1 and < 16).ToList();
        var rows = sentences.Select((sentence, row) => new[] { $"{row + 1}", sentence, $"{(row + 1) * 7919_31}", $"20{row + 10}-06-{row + 10}" }).ToList();
        using var page = TextPage.Table(Font, rows, 9, 150);

        var read = (await fixture.Real.ReadAllAsync(fixture.Write(".png", PictureBuilder.Png(page)))).Text;

        var recall = TextPage.LettersFound(read, string.Concat(rows.SelectMany(row => row)));
        Assert.True(recall >= 96, $"{recall:0.0} % of: {read}");
    }
}
