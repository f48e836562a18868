using System.Text.Json;
using HotChocolate.Execution;
using HotChocolate.Features;
using HotChocolate.Language;
using HotChocolate.Text.Json;

namespace HotChocolate.Types;

/// <summary>A scalar. Own scalars derive from <see cref="ScalarType{TRuntime, TLiteral}"/>.</summary>
public abstract class ScalarType : ITypeDefinition, ILeafType
{
    private protected ScalarType(string name, BindingBehavior bind) => (Name, Bind) = (name, bind);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Description { get; protected init; }

    /// <summary>Where the scalar is specified, a URL; <c>@specifiedBy</c> in the schema.</summary>
    public string? SpecifiedBy { get; protected init; }

    /// <summary>Whether the scalar is taken for every member of its runtime type.</summary>
    public BindingBehavior Bind { get; }

    /// <summary>The CLR type of its values.</summary>
    public abstract Type RuntimeType { get; }

    /// <summary>The value of a literal; throws <see cref="LeafCoercionException"/>.</summary>
    public abstract object CoerceInputLiteral(IValueNode valueLiteral);

    /// <summary>The value of a variable; throws <see cref="LeafCoercionException"/>.</summary>
    public abstract object CoerceInputValue(JsonElement inputValue, IFeatureProvider context);

    /// <summary>Writes a value into the result; throws <see cref="LeafCoercionException"/>.</summary>
    public abstract void CoerceOutputValue(object runtimeValue, ResultElement resultValue);

    /// <summary>A value as a document would write it.</summary>
    public abstract IValueNode ValueToLiteral(object runtimeValue);

    /// <summary>Whether a literal has the right form; its content may still be refused.</summary>
    public abstract bool IsValueCompatible(IValueNode valueLiteral);

    bool ILeafType.IsValidLiteral(IValueNode literal) => IsValueCompatible(literal);

    object ILeafType.ParseLiteral(IValueNode literal) => CoerceInputLiteral(literal);

    object ILeafType.ParseValue(JsonElement value) => CoerceInputValue(value, NoFeatures.Instance);

    void ILeafType.Write(object value, ResultWriter writer) => CoerceOutputValue(value, new(writer));

    IValueNode ILeafType.ToLiteral(object value) => ValueToLiteral(value);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A scalar whose values are <typeparamref name="TRuntime"/> in the code and <typeparamref name="TLiteral"/> in documents.</summary>
/// <typeparam name="TRuntime">The CLR type of its values.</typeparam>
/// <typeparam name="TLiteral">The literal that a document writes.</typeparam>
public abstract class ScalarType<TRuntime, TLiteral> : ScalarType, ILeafType<TRuntime>
    where TRuntime : notnull
    where TLiteral : IValueNode
{
    /// <summary>Names the scalar.</summary>
    protected ScalarType(string name, BindingBehavior bind = BindingBehavior.Explicit) : base(name, bind) { }

    /// <inheritdoc/>
    public sealed override Type RuntimeType => typeof(TRuntime);

    /// <summary>The value of a literal; an exception of any kind refuses it.</summary>
    protected abstract TRuntime OnCoerceInputLiteral(TLiteral valueLiteral);

    /// <summary>The value of a variable, whose JSON kind is that of the literal; an exception of any kind refuses it.</summary>
    protected abstract TRuntime OnCoerceInputValue(JsonElement inputValue, IFeatureProvider context);

    /// <summary>Writes a value into the result.</summary>
    protected abstract void OnCoerceOutputValue(TRuntime runtimeValue, ResultElement resultValue);

    /// <summary>A value as a document would write it.</summary>
    protected abstract TLiteral OnValueToLiteral(TRuntime runtimeValue);

    /// <inheritdoc/>
    public sealed override object CoerceInputLiteral(IValueNode valueLiteral)
    {
        if (valueLiteral is not TLiteral literal || !IsValueCompatible(valueLiteral)) throw LeafCoercionException.Literal(this, valueLiteral);
        try
        {
            return OnCoerceInputLiteral(literal);
        }
        catch (Exception exception) when (exception is not LeafCoercionException)
        {
            throw LeafCoercionException.Literal(this, valueLiteral);
        }
    }

    /// <inheritdoc/>
    public sealed override object CoerceInputValue(JsonElement inputValue, IFeatureProvider context)
    {
        if (!IsValueCompatible(inputValue.ValueKind)) throw LeafCoercionException.Value(this, inputValue);
        try
        {
            return OnCoerceInputValue(inputValue, context);
        }
        catch (Exception exception) when (exception is not LeafCoercionException)
        {
            throw LeafCoercionException.Value(this, inputValue);
        }
    }

    /// <inheritdoc/>
    public sealed override void CoerceOutputValue(object runtimeValue, ResultElement resultValue)
    {
        if (runtimeValue is not TRuntime value) throw LeafCoercionException.Output(this, runtimeValue);
        OnCoerceOutputValue(value, resultValue);
    }

    /// <inheritdoc/>
    public sealed override IValueNode ValueToLiteral(object runtimeValue) => OnValueToLiteral((TRuntime)runtimeValue);

    /// <inheritdoc/>
    public override bool IsValueCompatible(IValueNode valueLiteral) => valueLiteral is TLiteral;

    void ILeafType<TRuntime>.Write(TRuntime value, ResultWriter writer) => OnCoerceOutputValue(value, new(writer));

    private protected virtual bool IsValueCompatible(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => typeof(TLiteral).IsAssignableFrom(typeof(StringValueNode)),
        JsonValueKind.Number => typeof(TLiteral).IsAssignableFrom(typeof(IntValueNode)) || typeof(TLiteral).IsAssignableFrom(typeof(FloatValueNode)),
        JsonValueKind.True or JsonValueKind.False => typeof(TLiteral).IsAssignableFrom(typeof(BooleanValueNode)),
        JsonValueKind.Array => typeof(TLiteral).IsAssignableFrom(typeof(ListValueNode)),
        JsonValueKind.Object => typeof(TLiteral).IsAssignableFrom(typeof(ObjectValueNode)),
        _ => false,
    };
}
