namespace Longleaf.Reading.Structured;

/// <summary>The types that a schema's <c>type</c> allows.</summary>
[Flags]
internal enum JsonTypes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>null.</summary>
    Null = 1,

    /// <summary>true and false.</summary>
    Boolean = 2,

    /// <summary>Whole numbers.</summary>
    Integer = 4,

    /// <summary>Numbers, whole ones among them.</summary>
    Number = 8,

    /// <summary>Strings.</summary>
    String = 16,

    /// <summary>Arrays.</summary>
    Array = 32,

    /// <summary>Objects.</summary>
    Object = 64,

    /// <summary>Everything: no <c>type</c> is given.</summary>
    All = Null | Boolean | Integer | Number | String | Array | Object,
}
