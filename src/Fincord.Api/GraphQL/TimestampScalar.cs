using System.Text.Json;
using Fincord.Domain.Markets;
using HotChocolate.Features;
using HotChocolate.Language;
using HotChocolate.Text.Json;

namespace Fincord.Api.GraphQL;

/// <summary>The scalar <c>Timestamp</c>: a moment in UTC, RFC 3339 with nine fraction digits.</summary>
public sealed class TimestampScalar : ScalarType<Timestamp, StringValueNode>
{
    /// <summary>The scalar of the schema.</summary>
    public TimestampScalar()
        : base("Timestamp") => Description = "A moment in UTC, RFC 3339 with nine fraction digits: 2026-01-02T15:04:05.123456789Z.";

    /// <inheritdoc/>
    protected override Timestamp OnCoerceInputLiteral(StringValueNode valueLiteral) => Timestamp.Parse(valueLiteral.Value);

    /// <inheritdoc/>
    protected override Timestamp OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => Timestamp.Parse(inputValue.GetString()!);

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(Timestamp runtimeValue, ResultElement resultValue) => resultValue.SetStringValue(runtimeValue.ToString());

    /// <inheritdoc/>
    protected override StringValueNode OnValueToLiteral(Timestamp runtimeValue) => new(runtimeValue.ToString());
}
