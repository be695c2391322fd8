namespace Longleaf.Conformance;

/// <summary>Two small documents of our own and what is in them.</summary>
internal static class Samples
{
    public const string FirstName = "skerryvore.md";
    public const string Question = "When was the light first lit?";
    public const string Answer = "1 February 1844";

    public const string First = """
        # Skerryvore

        Skerryvore is a lighthouse on a reef twelve miles off Tiree, built by Alan Stevenson.

        ## History

        Work on the rock began in 1838. The light was first lit on 1 February 1844.

        ## Tower

        The tower is 48 metres tall and made of granite.
        """;

    public const string SecondName = "bell-rock.txt";
    public const string LaterQuestion = "How tall is the tower of Bell Rock?";
    public const string LaterAnswer = "35.3 metres";

    public const string Second = """
        Bell Rock is the oldest sea-washed lighthouse that still stands.

        The tower of Bell Rock is 35.3 metres tall. Robert Stevenson built it between 1807 and 1810.
        """;
}
