using System.Text.Json;
using Fincord.Domain.Serialization;
using HotChocolate.Features;
using HotChocolate.Language;
using HotChocolate.Text.Json;

namespace Fincord.Api.GraphQL;

/// <summary>The scalar <c>Decimal</c>: an exact decimal number as a string, without trailing zeros.</summary>
public sealed class DecimalScalar : ScalarType<decimal, StringValueNode>
{
    /// <summary>The scalar of the schema.</summary>
    public DecimalScalar()
        : base("Decimal") => Description = "An exact decimal number, as a string without trailing zeros.";

    /// <inheritdoc/>
    protected override decimal OnCoerceInputLiteral(StringValueNode valueLiteral) => DecimalText.Parse(valueLiteral.Value);

    /// <inheritdoc/>
    protected override decimal OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => DecimalText.Parse(inputValue.GetString()!);

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(decimal runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(DecimalText.Format(runtimeValue));

    /// <inheritdoc/>
    protected override StringValueNode OnValueToLiteral(decimal runtimeValue) => new(DecimalText.Format(runtimeValue));
}
