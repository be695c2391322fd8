using CsCheck;

namespace Longleaf.Reading.Tests;

public sealed class AnswerPiecesTests
{
    [Fact]
    public void Pieces_are_small_and_together_the_text() =>
        Gen.OneOf("word ", "字", "😀", " ", "\n", "averyveryveryverylongwordwithoutanyend", "🇩🇪").Array[0, 60].Select(string.Concat).Sample(text =>
        {
            var pieces = AnswerPieces.Cut(text).ToArray();
            Assert.Equal(text, string.Concat(pieces));
            Assert.All(pieces, piece =>
            {
                Assert.InRange(piece.Length, 1, 34);
                Assert.False(char.IsLowSurrogate(piece[0]));
                Assert.False(char.IsHighSurrogate(piece[^1]));
            });
        });
}
