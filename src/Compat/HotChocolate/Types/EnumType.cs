using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Language;

namespace HotChocolate.Types;

internal sealed record EnumValue(string Name, string? Description, string? DeprecationReason, object RuntimeValue);

/// <summary>An enum, by its names in the schema.</summary>
internal abstract class EnumType(string name, string? description, Type runtimeType) : TypeDefinition(name, description, runtimeType), ILeafType
{
    public abstract IReadOnlyList<EnumValue> Values { get; }

    public abstract bool IsValidLiteral(IValueNode literal);
    public abstract object ParseLiteral(IValueNode literal);
    public abstract object ParseValue(JsonElement value);
    public abstract void Write(object value, ResultWriter writer);
    public abstract IValueNode ToLiteral(object value);
}

internal sealed class EnumType<T> : EnumType, ILeafType<T> where T : struct, Enum
{
    private readonly FrozenDictionary<string, object> _byName;
    private readonly FrozenDictionary<T, byte[]> _quoted;
    private readonly FrozenDictionary<T, string> _names;

    public EnumType(string name, string? description, IReadOnlyList<EnumValue> values) : base(name, description, typeof(T))
    {
        Values = values;
        _byName = values.ToFrozenDictionary(value => value.Name, value => value.RuntimeValue);
        _names = values.DistinctBy(value => value.RuntimeValue).ToFrozenDictionary(value => (T)value.RuntimeValue, value => value.Name);
        _quoted = _names.ToFrozenDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes($"\"{pair.Value}\""));
    }

    public override IReadOnlyList<EnumValue> Values { get; }

    public override bool IsValidLiteral(IValueNode literal) => literal is EnumValueNode name && _byName.ContainsKey(name.Value);

    public override object ParseLiteral(IValueNode literal) =>
        literal is EnumValueNode name && _byName.TryGetValue(name.Value, out var value) ? value : throw LeafCoercionException.Literal(this, literal);

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && _byName.TryGetValue(value.GetString()!, out var result)
            ? result
            : throw LeafCoercionException.Value(this, value);

    public override void Write(object value, ResultWriter writer)
    {
        if (value is not T typed) throw LeafCoercionException.Output(this, value);
        Write(typed, writer);
    }

    public void Write(T value, ResultWriter writer) =>
        writer.Raw(_quoted.TryGetValue(value, out var quoted) ? quoted : throw LeafCoercionException.Output(this, value));

    public override IValueNode ToLiteral(object value) => new EnumValueNode(_names[(T)value]);
}
