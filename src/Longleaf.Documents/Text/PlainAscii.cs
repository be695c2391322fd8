using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Longleaf.Documents.Text;

/// <summary>
/// Finds the end of printable ASCII. By hand, as what <see cref="System.Buffers.SearchValues"/> uses is compiled when a reader first runs it, which
/// costs more than a small document.
/// </summary>
internal static class PlainAscii
{
    /// <summary>Where the first character stands that is not between a blank and a tilde; -1 if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="linesAllowed">Whether tabs and line feeds count as well.</param>
    public static int IndexOfOther(ReadOnlySpan<char> text, bool linesAllowed)
    {
        var index = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref var start = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
            for (; index <= text.Length - Vector128<ushort>.Count; index += Vector128<ushort>.Count)
            {
                var eight = Vector128.LoadUnsafe(ref start, (nuint)index);
                var others = Vector128.GreaterThan(eight - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' ')));
                if (linesAllowed && others != Vector128<ushort>.Zero)
                {
                    others &= ~(Vector128.Equals(eight, Vector128.Create((ushort)'\n')) | Vector128.Equals(eight, Vector128.Create((ushort)'\t')));
                }

                if (others != Vector128<ushort>.Zero)
                {
                    break;
                }
            }
        }

        for (; index < text.Length; index++)
        {
            if (text[index] is (< ' ' or > '~') and var unit && !(linesAllowed && unit is '\n' or '\t'))
            {
                return index;
            }
        }

        return -1;
    }
}
