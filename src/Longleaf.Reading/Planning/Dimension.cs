namespace Longleaf.Reading.Planning;

/// <summary>What a measure measures: "how loud" does not ask for kilograms.</summary>
internal enum Dimension
{
    /// <summary>Not known, or any.</summary>
    Any,

    /// <summary>Decibels.</summary>
    Sound,

    /// <summary>Grams, pounds, tons.</summary>
    Mass,

    /// <summary>Metres, feet, miles.</summary>
    Length,

    /// <summary>Square metres, hectares.</summary>
    Area,

    /// <summary>Litres, gallons, cubic metres.</summary>
    Volume,

    /// <summary>Kilometres an hour, turns a minute.</summary>
    Speed,

    /// <summary>Degrees.</summary>
    Temperature,

    /// <summary>Watts, volts, amperes, watt hours.</summary>
    Power,

    /// <summary>Bytes, bits a second.</summary>
    Data,

    /// <summary>Pascals, bars.</summary>
    Pressure,
}
