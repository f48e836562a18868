using System.Globalization;
using System.Numerics;
using System.Text.Json;
using HotChocolate.Features;
using HotChocolate.Language;
using HotChocolate.Text.Json;

namespace HotChocolate.Types;

/// <summary>The scalar <c>Boolean</c>.</summary>
public sealed class BooleanType : ScalarType<bool, BooleanValueNode>
{
    /// <summary>The one of the specification.</summary>
    public BooleanType() : base("Boolean", BindingBehavior.Implicit) =>
        Description = "The `Boolean` scalar type represents `true` or `false`.";

    /// <inheritdoc/>
    protected override bool OnCoerceInputLiteral(BooleanValueNode valueLiteral) => valueLiteral.Value;

    /// <inheritdoc/>
    protected override bool OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => inputValue.GetBoolean();

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(bool runtimeValue, ResultElement resultValue) => resultValue.SetBooleanValue(runtimeValue);

    /// <inheritdoc/>
    protected override BooleanValueNode OnValueToLiteral(bool runtimeValue) => new(runtimeValue);
}

/// <summary>The scalar <c>Int</c>: 32 bits, signed.</summary>
public sealed class IntType : ScalarType<int, IntValueNode>
{
    /// <summary>The one of the specification.</summary>
    public IntType() : base("Int", BindingBehavior.Implicit) =>
        Description = "The `Int` scalar type represents non-fractional signed whole numeric values. " +
            "Int can represent values between -(2^31) and 2^31 - 1.";

    /// <inheritdoc/>
    protected override int OnCoerceInputLiteral(IntValueNode valueLiteral) => valueLiteral.ToInt32();

    /// <inheritdoc/>
    protected override int OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => inputValue.GetInt32();

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(int runtimeValue, ResultElement resultValue) => resultValue.SetNumberValue(runtimeValue);

    /// <inheritdoc/>
    protected override IntValueNode OnValueToLiteral(int runtimeValue) => new(runtimeValue);
}

/// <summary>The scalar <c>Long</c>: 64 bits, signed.</summary>
public sealed class LongType : ScalarType<long, IntValueNode>
{
    /// <summary>The scalar as HotChocolate defines it.</summary>
    public LongType() : base("Long", BindingBehavior.Implicit)
    {
        Description = "The `Long` scalar type represents a signed 64-bit integer.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/long.html";
    }

    /// <inheritdoc/>
    protected override long OnCoerceInputLiteral(IntValueNode valueLiteral) => valueLiteral.ToInt64();

    /// <inheritdoc/>
    protected override long OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => inputValue.GetInt64();

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(long runtimeValue, ResultElement resultValue) => resultValue.SetNumberValue(runtimeValue);

    /// <inheritdoc/>
    protected override IntValueNode OnValueToLiteral(long runtimeValue) => new(runtimeValue);
}

/// <summary>The scalar <c>Float</c>: 64 bits, finite.</summary>
public sealed class FloatType : ScalarType<double, IFloatValueLiteral>
{
    /// <summary>The one of the specification.</summary>
    public FloatType() : base("Float", BindingBehavior.Implicit) =>
        Description = "The `Float` scalar type represents signed double-precision finite values as specified by IEEE 754.";

    /// <inheritdoc/>
    protected override double OnCoerceInputLiteral(IFloatValueLiteral valueLiteral) => Finite(valueLiteral.ToDouble());

    /// <inheritdoc/>
    protected override double OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => Finite(inputValue.GetDouble());

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(double runtimeValue, ResultElement resultValue)
    {
        if (!double.IsFinite(runtimeValue)) throw LeafCoercionException.Output(this, runtimeValue);
        resultValue.SetNumberValue(runtimeValue);
    }

    /// <inheritdoc/>
    protected override IFloatValueLiteral OnValueToLiteral(double runtimeValue) => new FloatValueNode(runtimeValue);

    private static double Finite(double value) => double.IsFinite(value) ? value : throw new OverflowException();
}

/// <summary>The scalar <c>Decimal</c>, a JSON number.</summary>
public sealed class DecimalType : ScalarType<decimal, IFloatValueLiteral>
{
    /// <summary>The scalar as HotChocolate defines it.</summary>
    public DecimalType() : base("Decimal", BindingBehavior.Implicit)
    {
        Description = "The `Decimal` scalar type represents a decimal floating-point number with high precision.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/decimal.html";
    }

    /// <inheritdoc/>
    protected override decimal OnCoerceInputLiteral(IFloatValueLiteral valueLiteral) => valueLiteral.ToDecimal();

    /// <inheritdoc/>
    protected override decimal OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => inputValue.GetDecimal();

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(decimal runtimeValue, ResultElement resultValue) => resultValue.SetNumberValue(runtimeValue);

    /// <inheritdoc/>
    protected override IFloatValueLiteral OnValueToLiteral(decimal runtimeValue) => new FloatValueNode(runtimeValue);
}

/// <summary>The integers of other widths, each a scalar of its own.</summary>
internal sealed class IntegerType<T> : ScalarType<T, IntValueNode>
    where T : struct, IBinaryInteger<T>
{
    public IntegerType(string name, string description, string page) : base(name, BindingBehavior.Implicit)
    {
        Description = description;
        SpecifiedBy = $"https://scalars.graphql.org/chillicream/{page}.html";
    }

    protected override T OnCoerceInputLiteral(IntValueNode valueLiteral) => T.Parse(valueLiteral.Value, CultureInfo.InvariantCulture);

    protected override T OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) =>
        T.Parse(inputValue.GetRawText(), CultureInfo.InvariantCulture);

    protected override void OnCoerceOutputValue(T runtimeValue, ResultElement resultValue)
    {
        if (T.IsNegative(runtimeValue)) resultValue.SetNumberValue(long.CreateChecked(runtimeValue));
        else resultValue.SetNumberValue(ulong.CreateChecked(runtimeValue));
    }

    protected override IntValueNode OnValueToLiteral(T runtimeValue) => new(runtimeValue.ToString()!);
}
