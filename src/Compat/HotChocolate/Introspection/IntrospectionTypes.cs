using HotChocolate.Execution;
using HotChocolate.Schemas;
using HotChocolate.Types;

namespace HotChocolate.Introspection;

/// <summary>The introspection types of October 2021 (§4.5), with <c>isOneOf</c> of the edition after it, as object types over the schema itself.</summary>
internal static class IntrospectionTypes
{
    private static readonly StringType String = new();
    private static readonly BooleanType Boolean = new();
    private static readonly NonNullType Text = new(String);
    private static readonly NonNullType Flag = new(Boolean);

    private static readonly ObjectType Schema = Object("__Schema", typeof(Schema));
    private static readonly ObjectType Type = Object("__Type", typeof(IType));
    private static readonly ObjectType Field = Object("__Field", typeof(OutputField));
    private static readonly ObjectType InputValue = Object("__InputValue", typeof(InputValue));
    private static readonly ObjectType EnumValue = Object("__EnumValue", typeof(EnumValue));
    private static readonly ObjectType Directive = Object("__Directive", typeof(DirectiveType));
    private static readonly EnumType<TypeKind> Kind = Enum<TypeKind>("__TypeKind");
    private static readonly EnumType<DirectiveLocation> Location = Enum<DirectiveLocation>("__DirectiveLocation");

    /// <summary>The field <c>__typename</c>, which every composite type has.</summary>
    public static readonly OutputField TypeName = new() { Name = "__typename", Type = Text, Shape = ValueShape.Of(Text, null) };

    /// <summary>The field <c>__schema</c> of the query type.</summary>
    public static readonly OutputField SchemaField = Make("__schema", new NonNullType(Schema), (_, call) => call.Request.Schema);

    /// <summary>The field <c>__type</c> of the query type.</summary>
    public static readonly OutputField TypeField = Make("__type", Type, (_, call) => call.Request.Schema.FindType(call.Argument<string>(0)),
        new InputValue { Name = "name", Type = Text, RuntimeType = typeof(string) });

    static IntrospectionTypes()
    {
        var includeDeprecated = new InputValue
        {
            Name = "includeDeprecated",
            Type = Boolean,
            RuntimeType = typeof(bool),
            DefaultValue = Language.BooleanValueNode.False,
        };
        var type = new NonNullType(Type);
        var inputs = new NonNullType(List(InputValue));
        Schema.SetFields(
        [
            Make<Schema>("description", String, _ => null),
            Make<Schema>("types", new NonNullType(List(Type)), schema => schema.Types),
            Make<Schema>("queryType", type, schema => schema.Query),
            Make<Schema>("mutationType", Type, schema => schema.Mutation),
            Make<Schema>("subscriptionType", Type, schema => schema.Subscription),
            Make<Schema>("directives", new NonNullType(List(Directive)), schema => schema.Directives),
        ]);
        Type.SetFields(
        [
            Make<IType>("kind", new NonNullType(Kind), value => value.Kind()),
            Make<IType>("name", String, value => (value as ITypeDefinition)?.Name),
            Make<IType>("description", String, value => (value as ITypeDefinition)?.Description),
            Make("fields", List(Field), (value, call) =>
                (value as ComplexType)?.Fields.Where(field => Shown(call, field.DeprecationReason)), includeDeprecated),
            Make<IType>("interfaces", List(Type), value => (value as ComplexType)?.Interfaces),
            Make("possibleTypes", List(Type), (value, call) =>
                value is InterfaceType or UnionType ? Schemas.Schema.PossibleTypes((ITypeDefinition)value) : null),
            Make("enumValues", List(EnumValue), (value, call) =>
                (value as EnumType)?.Values.Where(item => Shown(call, item.DeprecationReason)), includeDeprecated),
            Make("inputFields", List(InputValue), (value, call) =>
                (value as InputObjectType)?.Fields.Where(field => Shown(call, field.DeprecationReason)), includeDeprecated),
            Make<IType>("ofType", Type, value => value is ListType list ? list.Item : (value as NonNullType)?.Inner),
            Make<IType>("specifiedByURL", String, value => (value as ScalarType)?.SpecifiedBy),
            Make<IType>("isOneOf", Boolean, value => (value as InputObjectType)?.IsOneOf),
        ]);
        Field.SetFields(
        [
            Make<OutputField>("name", Text, field => field.Name),
            Make<OutputField>("description", String, field => field.Description),
            Make("args", inputs, (field, call) => ((OutputField)field!).Arguments.Where(argument =>
                Shown(call, argument.DeprecationReason)), includeDeprecated),
            Make<OutputField>("type", type, field => field.Type),
            Make<OutputField>("isDeprecated", Flag, field => field.DeprecationReason is not null),
            Make<OutputField>("deprecationReason", String, field => field.DeprecationReason),
        ]);
        InputValue.SetFields(
        [
            Make<InputValue>("name", Text, value => value.Name),
            Make<InputValue>("description", String, value => value.Description),
            Make<InputValue>("type", type, value => value.Type),
            Make<InputValue>("defaultValue", String, value => value.DefaultValue?.ToString()),
            Make<InputValue>("isDeprecated", Flag, value => value.DeprecationReason is not null),
            Make<InputValue>("deprecationReason", String, value => value.DeprecationReason),
        ]);
        EnumValue.SetFields(
        [
            Make<EnumValue>("name", Text, value => value.Name),
            Make<EnumValue>("description", String, value => value.Description),
            Make<EnumValue>("isDeprecated", Flag, value => value.DeprecationReason is not null),
            Make<EnumValue>("deprecationReason", String, value => value.DeprecationReason),
        ]);
        Directive.SetFields(
        [
            Make<DirectiveType>("name", Text, directive => directive.Name),
            Make<DirectiveType>("description", String, directive => directive.Description),
            Make<DirectiveType>("isRepeatable", Flag, _ => false),
            Make<DirectiveType>("locations", new NonNullType(List(Location)), directive => directive.Locations),
            Make("args", inputs, (directive, call) =>
                ((DirectiveType)directive!).Arguments.Where(argument => Shown(call, argument.DeprecationReason)), includeDeprecated),
        ]);
    }

    /// <summary>Adds the types to those of a schema.</summary>
    public static void AddTo(Dictionary<string, ITypeDefinition> types)
    {
        ReadOnlySpan<ITypeDefinition> all = [Schema, Type, Field, InputValue, EnumValue, Directive, Kind, Location];
        foreach (var type in all) types.Add(type.Name, type);
    }

    private static bool Shown(FieldCall call, string? deprecation) => deprecation is null || call.Argument<bool>(0);

    private static ListType List(ITypeDefinition item) => new(new NonNullType(item));

    private static ObjectType Object(string name, Type runtimeType) => new(name, null, runtimeType);

    private static EnumType<T> Enum<T>(string name) where T : struct, Enum =>
        new(name, null, [.. System.Enum.GetValues<T>().Select(value => new EnumValue(ScreamingCase(value.ToString()), null, null, value))]);

    /// <summary>The name of a kind or location: <c>FieldDefinition</c> becomes <c>FIELD_DEFINITION</c>.</summary>
    public static string ScreamingCase(string name) =>
        string.Concat(name.Select((character, index) =>
            index > 0 && char.IsUpper(character) ? "_" + character : char.ToUpperInvariant(character).ToString()));

    private static OutputField Make<T>(string name, IType type, Func<T, object?> get) => Make(name, type, (parent, _) => get((T)parent!));

    private static OutputField Make(string name, IType type, Func<object?, FieldCall, object?> get, params InputValue[] arguments) => new()
    {
        Name = name,
        Type = type,
        Arguments = arguments,
        Shape = ValueShape.Of(type, null),
        Resolver = new SyncResolver<object?>((parent, call, _) => get(parent, call), usesCall: true),
    };
}
