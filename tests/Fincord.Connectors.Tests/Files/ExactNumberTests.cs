using System.Globalization;
using System.Numerics;
using System.Text;
using Fincord.Connectors.Files;
using Fincord.Domain.Markets;
using FsCheck;
using FsCheck.Fluent;

namespace Fincord.Connectors.Tests.Files;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("0", 2, 0)]
    [InlineData("-0.000", 2, 0)]
    [InlineData("90.540000", 2, 9_054)]
    [InlineData("1e-05", 8, 1_000)]
    [InlineData("1.5E+3", 0, 1_500)]
    [InlineData("+.5", 1, 5)]
    [InlineData("5.", 0, 5)]
    [InlineData("000123.4500", 2, 12_345)]
    [InlineData("9223372036854775807", 0, long.MaxValue)]
    [InlineData("-9223372036854775808", 0, long.MinValue)]
    [InlineData("9.223372036854775807000000000000000000000000000000000000", 18, long.MaxValue)]
    [InlineData("0.0000000000000000000000000000000000000000000001e46", 0, 1)]
    public void A_number_is_a_count_to_the_last_digit(string text, int digits, long expected)
    {
        Assert.True(ExactNumber.TryParse(Encoding.ASCII.GetBytes(text), out var number));
        Assert.True(number.TryToCount(new(digits), out long count));
        Assert.Equal(expected, count);
    }

    [Theory]
    [InlineData("90.545", 2)]
    [InlineData("9223372036854775808", 0)]
    [InlineData("1e19", 0)]
    [InlineData("1e-19", 18)]
    [InlineData("1e999999999999", 0)]
    [InlineData("1e-999999999999", 18)]
    [InlineData("123456789012345678901234567890123456789012345678901234567890", 0)]
    public void A_number_that_is_no_count_of_the_scale_is_never_rounded_to_one(string text, int digits)
    {
        Assert.True(ExactNumber.TryParse(Encoding.ASCII.GetBytes(text), out var number));
        Assert.False(number.TryToCount(new(digits), out long _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    [InlineData("0x1")]
    [InlineData("Infinity")]
    [InlineData("１")]
    public void What_is_no_number_is_not_read(string text) => Assert.False(ExactNumber.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Counts_equal_those_of_integers_without_bounds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Cases.ToArbitrary(), number =>
    {
        var (digits, point, exponent, scale) = number;
        var text = $"{digits[..point]}.{digits[point..]}e{exponent}";
        var power = exponent - (digits.Length - point) + scale;
        var mantissa = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        var expected = power >= 0 ? mantissa * BigInteger.Pow(10, power) : BigInteger.DivRem(mantissa, BigInteger.Pow(10, -power), out var rest) is var quotient && rest.IsZero ? quotient : -1;

        var isCount = ExactNumber.TryParse(Encoding.ASCII.GetBytes(text), out var parsed) & parsed.TryToCount(new DecimalScale(scale), out long count);

        return isCount ? count == expected : expected < 0 || expected > long.MaxValue;
    }));

    private static Gen<(string Digits, int Point, int Exponent, int Scale)> Cases =>
        from length in Gen.Choose(1, 45)
        from digits in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant('0')), (3, Gen.Choose('0', '9').Select(digit => (char)digit))), length)
        from point in Gen.Choose(0, length)
        from exponent in Gen.Choose(-40, 40)
        from scale in Gen.Choose(0, 18)
        select (new string(digits), point, exponent, scale);
}
