using System.Text.Json;
using HotChocolate.Features;
using HotChocolate.Language;
using HotChocolate.Text.Json;

namespace HotChocolate.Types;

/// <summary>The scalar <c>String</c>.</summary>
public sealed class StringType : ScalarType<string, StringValueNode>
{
    /// <summary>The one of the specification.</summary>
    public StringType() : base("String", BindingBehavior.Implicit) =>
        Description = "The `String` scalar type represents textual data, represented as UTF-8 character sequences. " +
            "The String type is most often used by GraphQL to represent free-form human-readable text.";

    /// <inheritdoc/>
    protected override string OnCoerceInputLiteral(StringValueNode valueLiteral) => valueLiteral.Value;

    /// <inheritdoc/>
    protected override string OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => inputValue.GetString()!;

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(string runtimeValue, ResultElement resultValue) => resultValue.SetStringValue(runtimeValue);

    /// <inheritdoc/>
    protected override StringValueNode OnValueToLiteral(string runtimeValue) => new(runtimeValue);
}

/// <summary>The scalar <c>ID</c>: written as a string, read from a string or a whole number.</summary>
public sealed class IdType : ScalarType<string, IValueNode>
{
    /// <summary>The one of the specification.</summary>
    public IdType() : base("ID") =>
        Description = "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. " +
            "The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. " +
            "When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.";

    /// <inheritdoc/>
    public override bool IsValueCompatible(IValueNode valueLiteral) => valueLiteral is StringValueNode or IntValueNode;

    private protected override bool IsValueCompatible(JsonValueKind kind) => kind is JsonValueKind.String or JsonValueKind.Number;

    /// <inheritdoc/>
    protected override string OnCoerceInputLiteral(IValueNode valueLiteral) => valueLiteral switch
    {
        StringValueNode text => text.Value,
        _ => ((IntValueNode)valueLiteral).Value,
    };

    /// <inheritdoc/>
    protected override string OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => inputValue.ValueKind switch
    {
        JsonValueKind.String => inputValue.GetString()!,
        _ => inputValue.GetInt64().ToString(),
    };

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(string runtimeValue, ResultElement resultValue) => resultValue.SetStringValue(runtimeValue);

    /// <inheritdoc/>
    protected override IValueNode OnValueToLiteral(string runtimeValue) => new StringValueNode(runtimeValue);
}

/// <summary>The scalar <c>UUID</c>.</summary>
public sealed class UuidType : ScalarType<Guid, StringValueNode>
{
    /// <summary>Written with hyphens, read in every format of <see cref="Guid"/>.</summary>
    public UuidType() : base("UUID", BindingBehavior.Implicit)
    {
        Description = "The `UUID` scalar type represents a Universally Unique Identifier (UUID) as defined by RFC 9562.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/uuid.html";
    }

    /// <inheritdoc/>
    protected override Guid OnCoerceInputLiteral(StringValueNode valueLiteral) => Guid.Parse(valueLiteral.Value);

    /// <inheritdoc/>
    protected override Guid OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) => Guid.Parse(inputValue.GetString()!);

    /// <inheritdoc/>
    protected override void OnCoerceOutputValue(Guid runtimeValue, ResultElement resultValue)
    {
        Span<char> text = stackalloc char[36];
        runtimeValue.TryFormat(text, out _);
        resultValue.SetStringValue(text);
    }

    /// <inheritdoc/>
    protected override StringValueNode OnValueToLiteral(Guid runtimeValue) => new(runtimeValue.ToString());
}

/// <summary>The scalar <c>URI</c>.</summary>
internal sealed class UriType : ScalarType<Uri, StringValueNode>
{
    public UriType() : base("URI", BindingBehavior.Implicit)
    {
        Description = "The `URI` scalar type represents a Uniform Resource Identifier (URI) as defined by RFC 3986.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/uri.html";
    }

    protected override Uri OnCoerceInputLiteral(StringValueNode valueLiteral) => new(valueLiteral.Value, UriKind.RelativeOrAbsolute);

    protected override Uri OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context) =>
        new(inputValue.GetString()!, UriKind.RelativeOrAbsolute);

    protected override void OnCoerceOutputValue(Uri runtimeValue, ResultElement resultValue) =>
        resultValue.SetStringValue(runtimeValue.IsAbsoluteUri ? runtimeValue.AbsoluteUri : runtimeValue.ToString());

    protected override StringValueNode OnValueToLiteral(Uri runtimeValue) => new(runtimeValue.ToString());
}
