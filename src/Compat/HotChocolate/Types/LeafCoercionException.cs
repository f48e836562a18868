using System.Text.Json;
using HotChocolate.Language;

namespace HotChocolate.Types;

/// <summary>A value that is not one of a scalar's or enum's. What a scalar throws otherwise is turned into one with a general message.</summary>
public sealed class LeafCoercionException : GraphQLException
{
    /// <summary>A refusal in the scalar's own words.</summary>
    public LeafCoercionException(string message, ITypeSystemMember type) : base(message) => Type = type;

    /// <summary>A refusal with code and further data.</summary>
    public LeafCoercionException(IError error, ITypeSystemMember type) : base(error) => Type = type;

    /// <summary>The type that refused.</summary>
    public ITypeSystemMember Type { get; }

    internal static LeafCoercionException Literal(ITypeDefinition type, IValueNode literal) =>
        new($"{type.Name} cannot coerce the given literal of type `{literal.Kind}` to a runtime value.", type);

    internal static LeafCoercionException Value(ITypeDefinition type, JsonElement value) =>
        new($"{type.Name} cannot coerce the given value JSON element of type `{value.ValueKind}` to a runtime value.", type);

    internal static LeafCoercionException Output(ITypeDefinition type, object value) => new(
        ErrorBuilder.New()
            .SetMessage($"The runtime value `{value}` of the {(type is ScalarType ? "scalar" : "enum")} `{type.Name}` has an invalid format.")
            .SetCode("EXEC_INVALID_LEAF_VALUE").Build(),
        type);
}
