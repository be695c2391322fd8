namespace Longleaf.Documents.Formats.Xlsx;

/// <summary>A cell that shows something.</summary>
/// <remarks>A class, as lists of structures of our own are compiled anew in every reader process, which costs more than it saves.</remarks>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Text">What it shows, as a clean line; not empty.</param>
/// <param name="IsText">Whether that is a text, and not a number, date, truth value or error.</param>
/// <param name="LastColumn">The last column that it stands over, if it is merged sideways; else 0.</param>
internal sealed record SheetCell(int Column, string Text, bool IsText, int LastColumn = 0);
