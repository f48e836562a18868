using System.Text;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Tests.Serialization;

public sealed class DecimalTextTests
{
    public static TheoryData<decimal, string> Texts => new()
    {
        { 100.3400m, "100.34" },
        { 23.000m, "23" },
        { 0.00000001m, "0.00000001" },
        { -1.50m, "-1.5" },
        { 100m, "100" },
        { 0.000m, "0" },
        { -0.0m, "0" },
        { decimal.MaxValue, "79228162514264337593543950335" },
        { decimal.MinValue, "-79228162514264337593543950335" },
        { 0.0000000000000000000000000001m, "0.0000000000000000000000000001" },
        { -7.9228162514264337593543950335m, "-7.9228162514264337593543950335" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_decimal_is_plain_digits_without_trailing_zeros(decimal value, string text) => Assert.Equal(text, DecimalText.Format(value));

    [Theory, MemberData(nameof(Texts))]
    public void The_text_as_bytes_is_the_same_text(decimal value, string text)
    {
        var utf8 = new byte[DecimalText.MaxLength];

        Assert.Equal(text, Encoding.UTF8.GetString(utf8, 0, DecimalText.Format(value, utf8)));
    }

    [Theory, MemberData(nameof(Texts))]
    public void The_text_of_a_decimal_is_read_as_that_decimal(decimal value, string text) => Assert.Equal(value, DecimalText.Parse(text));

    [Theory]
    [InlineData("+1.5", 1.5)]
    [InlineData("007", 7)]
    [InlineData("1.50", 1.5)]
    [InlineData("-0", 0)]
    [InlineData("1.0000000000000000000000000000000000", 1)]
    public void Zeros_that_say_nothing_may_be_written(string text, double value) => Assert.Equal((decimal)value, DecimalText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData("NaN")]
    [InlineData("--1")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("7922816251426433759354395033.55")]
    public void What_is_no_number_or_would_be_rounded_is_refused(string text)
    {
        Assert.False(DecimalText.TryParse(text, out _));
        Assert.Throws<FormatException>(() => DecimalText.Parse(text));
    }

    [Fact]
    public void No_text_is_no_number() => Assert.False(DecimalText.TryParse(null, out _));
}
