using HotChocolate.Execution;
using HotChocolate.Resolvers;
using HotChocolate.Types;

namespace HotChocolate.Schemas;

/// <content>What an <see cref="ObjectType{T}"/> adds to a class.</content>
internal sealed partial class SchemaBuilder
{
    /// <summary>A field with a resolver of its own.</summary>
    private OutputField OwnField(ObjectType owner, FieldConfiguration said)
    {
        var name = said.Name ?? NamingConventions.Field(said.Member!);
        var resolve = said.Resolver ?? throw new SchemaException($"The field `{owner.Name}.{name}` has no resolver.");
        var result = said.ResultType is null ? null : new NullableType(said.ResultType, IsNullable: CanBeNull(said.ResultType), []);
        var type = said.Type is { } marker ? MarkedType(marker, Composite)
            : result is not null ? OutputType(result)
            : throw new SchemaException($"Unable to infer the type of the field `{owner.Name}.{name}`: say it with Type<T>().");
        return new()
        {
            Name = name,
            Description = said.Description,
            DeprecationReason = said.DeprecationReason,
            Type = type,
            Arguments = [.. said.Arguments.Select(argument => OwnArgument($"{owner.Name}.{name}", argument.Key, argument.Value))],
            Shape = ValueShape.Of(type, result is null ? null : OutputConversion(result, type, null)),
            Resolver = new AsyncResolver((parent, call, services) => resolve(new ResolverContext(parent, call, services)), needsScope: false),
            CostWeight = said.Cost ?? _configuration.Cost.WaitingCost,
            Rules = said.Rules,
            IsForEverybody = said.IsForEverybody,
        };
    }

    private InputValue OwnArgument(string field, string name, ArgumentConfiguration said)
    {
        var type = said.Type is { } marker ? MarkedType(marker, InputObject)
            : throw new SchemaException($"Unable to infer the type of the argument `{field}({name}:)`: say it with Type<T>().");
        return new()
        {
            Name = name,
            Description = said.Description,
            DeprecationReason = said.DeprecationReason,
            Type = type,
            RuntimeType = RuntimeTypeOf(type),
            DefaultValue = said.HasDefault ? DefaultLiteral(type, said.DefaultValue) : null,
        };
    }

    // An argument of a member, with what is said of it besides.
    private InputValue Described(InputValue argument, FieldConfiguration? field)
    {
        if (field is null || !field.Arguments.TryGetValue(argument.Name, out var said)) return argument;
        var type = said.Type is { } marker ? MarkedType(marker, InputObject) : argument.Type;
        return new()
        {
            Name = argument.Name,
            Description = said.Description ?? argument.Description,
            DeprecationReason = said.DeprecationReason ?? argument.DeprecationReason,
            Type = type,
            RuntimeType = argument.RuntimeType,
            Convert = argument.Convert,
            CostWeight = argument.CostWeight,
            DefaultValue = said.HasDefault ? DefaultLiteral(type, said.DefaultValue) : argument.DefaultValue,
        };
    }

    private static Type RuntimeTypeOf(IType type) => type.Nullable() switch
    {
        ListType list => RuntimeTypeOf(list.Item).MakeArrayType(),
        ILeafType leaf => leaf.RuntimeType,
        InputObjectType input => input.RuntimeType,
        _ => throw new SchemaException($"`{type}` is no input type."),
    };

    private static bool CanBeNull(Type type) => !type.IsValueType || System.Nullable.GetUnderlyingType(type) is not null;
}
