namespace Longleaf.Documents.Formats.Pdf.Content;

/// <summary>An affine map of the plane, as PDF writes it: <c>[a b c d e f]</c>.</summary>
internal readonly struct Matrix(double a, double b, double c, double d, double e, double f)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    public double A { get; } = a;

    public double B { get; } = b;

    public double C { get; } = c;

    public double D { get; } = d;

    public double E { get; } = e;

    public double F { get; } = f;

    /// <summary>This map and then another.</summary>
    public Matrix Then(in Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    /// <summary>A move by so much before this map.</summary>
    public Matrix After(double x, double y) => new(A, B, C, D, (x * A) + (y * C) + E, (x * B) + (y * D) + F);

    public (double X, double Y) Map(double x, double y) => ((x * A) + (y * C) + E, (x * B) + (y * D) + F);
}
