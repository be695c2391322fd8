using System.Text;

namespace Longleaf.Documents.Formats.Docx;

/// <summary>Mathematical characters as LaTeX names them.</summary>
internal static class MathSymbols
{
    private const string Names =
        "α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho"
        + " σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega"
        + " ± pm ∓ mp × times ÷ div ⋅ cdot ∗ ast ∘ circ ∙ bullet ⊕ oplus ⊗ otimes ≤ leq ≥ geq ≠ neq ≈ approx ≅ cong ≡ equiv ∼ sim ≃ simeq ∝ propto ≪ ll ≫ gg"
        + " ∞ infty ∂ partial ∇ nabla ∀ forall ∃ exists ∄ nexists ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap ∅ emptyset ∖ setminus"
        + " ∧ land ∨ lor ¬ neg ⊢ vdash ⊨ models ⊥ perp ∥ parallel ∠ angle → to ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto"
        + " ↑ uparrow ↓ downarrow … ldots ⋯ cdots ⋮ vdots ⋱ ddots ℏ hbar ℓ ell ℜ Re ℑ Im ℵ aleph ∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup"
        + " ⋂ bigcap ⋁ bigvee ⋀ bigwedge √ surd ⟨ langle ⟩ rangle ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor ‖ Vert † dagger ∴ therefore ∵ because";

    private static readonly Dictionary<char, string> ByCharacter = Read();

    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf",
        "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh", "sup", "tan", "tanh",
    };

    // Combining marks and signs over a letter.
    private static readonly Dictionary<char, string> Accents = new()
    {
        ['\u0300'] = "grave",
        ['\u0301'] = "acute",
        ['\u0302'] = "hat",
        ['\u0303'] = "tilde",
        ['\u0304'] = "bar",
        ['\u0305'] = "overline",
        ['\u0306'] = "breve",
        ['\u0307'] = "dot",
        ['\u0308'] = "ddot",
        ['\u030C'] = "check",
        ['\u20D7'] = "vec",
        ['\u20D6'] = "overleftarrow",
        ['\u0332'] = "underline",
        ['¯'] = "bar",
        ['^'] = "hat",
        ['~'] = "tilde",
        ['→'] = "vec",
        ['⏞'] = "overbrace",
        ['⏟'] = "underbrace",
    };

    /// <summary>Appends text with its characters as commands.</summary>
    public static void Append(StringBuilder output, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Append(output, PlainLetter(rune.Value) is { } plain ? new Rune(plain) : rune);
        }
    }

    /// <summary>The command for an operator or bracket, itself if there is none.</summary>
    public static string Command(string sign) => sign.Length == 1 && ByCharacter.TryGetValue(sign[0], out var name) ? "\\" + name : sign is "{" or "}" ? "\\" + sign : sign;

    /// <summary>The name of a function as a command, if LaTeX knows it.</summary>
    public static string Function(string name) => Functions.Contains(name) ? "\\" + name : name;

    /// <summary>The command for a sign above or below.</summary>
    public static string Accent(string sign, string otherwise) => sign.Length == 1 && Accents.TryGetValue(sign[0], out var name) ? name : otherwise;

    private static void Append(StringBuilder output, Rune rune)
    {
        if (rune.IsBmp && ByCharacter.TryGetValue((char)rune.Value, out var name))
        {
            if (output.Length > 0 && output[^1] is not (' ' or '{' or '('))
            {
                output.Append(' ');
            }

            output.Append('\\').Append(name).Append(' ');
        }
        else if (rune.Value is '{' or '}' or '%' or '#' or '&')
        {
            output.Append('\\').Append(rune);
        }
        else
        {
            output.Append(rune);
        }
    }

    // Italic, bold, script letters of the block of mathematical letters are how a letter looks.
    private static char? PlainLetter(int code) => code switch
    {
        >= 0x1D400 and <= 0x1D6A3 when (code - 0x1D400) % 52 is var place => (char)(place < 26 ? 'A' + place : 'a' + place - 26),
        >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((code - 0x1D7CE) % 10)),
        0x210E => 'h',
        _ => null,
    };

    private static Dictionary<char, string> Read()
    {
        var names = Names.Split(' ');
        var result = new Dictionary<char, string>(names.Length / 2);
        for (var index = 0; index < names.Length; index += 2)
        {
            result[names[index][0]] = names[index + 1];
        }

        return result;
    }
}
