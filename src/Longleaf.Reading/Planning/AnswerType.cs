namespace Longleaf.Reading.Planning;

/// <summary>What kind of thing a question asks for.</summary>
internal enum AnswerType
{
    /// <summary>Not known: the sentence is the answer.</summary>
    Any,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A number with a unit of measure.</summary>
    Measure,

    /// <summary>A share of a hundred.</summary>
    Percent,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A point in time.</summary>
    Date,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Somebody.</summary>
    Person,

    /// <summary>Somewhere.</summary>
    Place,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A code, key, serial or reference number.</summary>
    Identifier,

    /// <summary>Several things.</summary>
    List,

    /// <summary>A reason.</summary>
    Reason,

    /// <summary>A way to do something.</summary>
    Manner,

    /// <summary>What something is.</summary>
    Definition,

    /// <summary>Whether something is so.</summary>
    YesNo,
}
