namespace Longleaf.Bench.Answers;

/// <summary>How answers to questions with a known answer came out.</summary>
internal sealed class AnswerScore
{
    private int _questions;
    private int _toldRight;
    private int _toldWrong;
    private int _nearRight;
    private int _nearWrong;
    private int _bold;
    private int _boldRight;
    private int _others;
    private int _othersTold;
    private int _othersNear;

    /// <summary>The columns' names.</summary>
    public static string Header { get; } = $"{"questions",9}  {"told right/wrong",-16}  {"near right/wrong",-16}  {"refused",-7}  {"bold right/of",-13}  answer elsewhere: told/near/refused";

    /// <summary>Counts an answer to a question whose answer is in the documents.</summary>
    /// <param name="kind">How it was told.</param>
    /// <param name="holds">Whether the known answer is in it.</param>
    /// <param name="bold">Whether what is in bold holds the known answer; <see langword="null"/> if nothing is.</param>
    public void Add(AnswerKind kind, bool holds, bool? bold)
    {
        _questions++;
        _toldRight += kind == AnswerKind.Told && holds ? 1 : 0;
        _toldWrong += kind == AnswerKind.Told && !holds ? 1 : 0;
        _nearRight += kind == AnswerKind.Near && holds ? 1 : 0;
        _nearWrong += kind == AnswerKind.Near && !holds ? 1 : 0;
        _bold += kind == AnswerKind.Told && bold.HasValue ? 1 : 0;
        _boldRight += kind == AnswerKind.Told && bold == true ? 1 : 0;
    }

    /// <summary>Counts an answer to a question whose answer is not in the documents.</summary>
    public void AddElsewhere(AnswerKind kind)
    {
        _others++;
        _othersTold += kind == AnswerKind.Told ? 1 : 0;
        _othersNear += kind == AnswerKind.Near ? 1 : 0;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var refused = _questions - _toldRight - _toldWrong - _nearRight - _nearWrong;
        return $"{_questions,9:N0}  {Pair(_toldRight, _toldWrong, _questions),-16}  {Pair(_nearRight, _nearWrong, _questions),-16}  {Share(refused, _questions),-7}  {Share(_boldRight, _bold) + " of " + _bold,-13}  {Pair(_othersTold, _othersNear, _others)}/{Share(_others - _othersTold - _othersNear, _others)}";
    }

    private static string Pair(int one, int other, int of) => $"{Share(one, of)}/{Share(other, of)}";

    private static string Share(int count, int of) => of == 0 ? "-" : $"{(double)count / of:.000}";
}
