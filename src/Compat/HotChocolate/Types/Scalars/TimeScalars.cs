using System.Globalization;
using System.Text.Json;
using System.Xml;
using HotChocolate.Features;
using HotChocolate.Language;
using HotChocolate.Text.Json;

namespace HotChocolate.Types;

/// <summary>The scalar <c>DateTime</c>: RFC 3339 text with an offset, to 100 ns.</summary>
public sealed class DateTimeType : ScalarType<DateTimeOffset, StringValueNode>
{
    private static readonly string[] Formats =
        ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];

    /// <summary>The scalar as HotChocolate defines it.</summary>
    public DateTimeType() : base("DateTime", BindingBehavior.Implicit)
    {
        Description = "The `DateTime` scalar type represents a date and time with time zone offset information.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/date-time.html";
    }

    /// <inheritdoc/>
    protected override DateTimeOffset OnCoerceInputLiteral(StringValueNode valueLiteral) => Parse(valueLiteral.Value);

    /// <inheritdoc/>
    protected override DateTimeOffset OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => Parse(inputValue.GetString()!);

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(DateTimeOffset runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(Format(runtimeValue));

    /// <inheritdoc/>
    protected override StringValueNode OnValueToLiteral(DateTimeOffset runtimeValue) => new(Format(runtimeValue));

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Format(DateTimeOffset value) =>
        value.ToString(value.Offset == TimeSpan.Zero ? Formats[2] : Formats[3], CultureInfo.InvariantCulture);
}

/// <summary>The scalar <c>LocalDate</c>.</summary>
internal sealed class LocalDateType : ScalarType<DateOnly, StringValueNode>
{
    private const string Format = "yyyy-MM-dd";

    public LocalDateType() : base("LocalDate", BindingBehavior.Implicit)
    {
        Description = "The `LocalDate` scalar type represents a date without time or time zone information.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/local-date.html";
    }

    protected override DateOnly OnCoerceInputLiteral(StringValueNode valueLiteral) => DateOnly.ParseExact(valueLiteral.Value, Format);

    protected override DateOnly OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) =>
        DateOnly.ParseExact(inputValue.GetString()!, Format);

    protected override void OnCoerceOutputValue(DateOnly runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(runtimeValue.ToString(Format));

    protected override StringValueNode OnValueToLiteral(DateOnly runtimeValue) => new(runtimeValue.ToString(Format));
}

/// <summary>The scalar <c>LocalTime</c>.</summary>
internal sealed class LocalTimeType : ScalarType<TimeOnly, StringValueNode>
{
    private const string Format = "HH:mm:ss.FFFFFFF";

    public LocalTimeType() : base("LocalTime", BindingBehavior.Implicit)
    {
        Description = "The `LocalTime` scalar type represents a time of day without date or time zone information.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/local-time.html";
    }

    protected override TimeOnly OnCoerceInputLiteral(StringValueNode valueLiteral) => TimeOnly.ParseExact(valueLiteral.Value, Format);

    protected override TimeOnly OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) =>
        TimeOnly.ParseExact(inputValue.GetString()!, Format);

    protected override void OnCoerceOutputValue(TimeOnly runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(runtimeValue.ToString(Format));

    protected override StringValueNode OnValueToLiteral(TimeOnly runtimeValue) => new(runtimeValue.ToString(Format));
}

/// <summary>The scalar <c>Duration</c>, ISO 8601.</summary>
internal sealed class DurationType : ScalarType<TimeSpan, StringValueNode>
{
    public DurationType() : base("Duration", BindingBehavior.Implicit)
    {
        Description = "The `Duration` scalar type represents a duration of time.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/duration.html";
    }

    protected override TimeSpan OnCoerceInputLiteral(StringValueNode valueLiteral) => XmlConvert.ToTimeSpan(valueLiteral.Value);

    protected override TimeSpan OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) =>
        XmlConvert.ToTimeSpan(inputValue.GetString()!);

    protected override void OnCoerceOutputValue(TimeSpan runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(XmlConvert.ToString(runtimeValue));

    protected override StringValueNode OnValueToLiteral(TimeSpan runtimeValue) => new(XmlConvert.ToString(runtimeValue));
}
