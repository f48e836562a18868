using System.Text;
using HotChocolate.Types;

namespace HotChocolate.Execution;

/// <summary>Writes a field of an object. False means that the field is null though it must not be, so its object must be null.</summary>
internal abstract class FieldWriter
{
    public abstract bool Write(WritePhase phase, FieldPlan plan, object? parent);

    public static FieldWriter Of(OutputField field) => field.Resolver?.CreateWriter(field) ?? new TypeNameWriter();
}

/// <summary>Any field whose resolver does not wait.</summary>
internal sealed class ValueWriter(OutputField field) : FieldWriter
{
    public override bool Write(WritePhase phase, FieldPlan plan, object? parent)
    {
        object? value;
        try
        {
            value = field.Resolver!.Get(parent, phase.Request.Call(plan), phase.Request.Services);
        }
        catch (Exception exception)
        {
            return phase.Fail(plan, exception);
        }
        return phase.WriteFieldValue(plan, value, null);
    }
}

/// <summary>A leaf field whose value goes from the member to the result without being boxed.</summary>
internal sealed class LeafWriter<T>(SyncResolver<T> resolver, ILeafType<T> leaf, bool isNonNull) : FieldWriter
{
    public override bool Write(WritePhase phase, FieldPlan plan, object? parent)
    {
        var start = phase.Writer.Position;
        try
        {
            var value = resolver.Resolve(parent, resolver.UsesCall ? phase.Request.Call(plan) : null!, phase.Request.Services);
            if (value is not null)
            {
                leaf.Write(value, phase.Writer);
                return true;
            }
        }
        catch (Exception exception)
        {
            phase.Writer.Rewind(start);
            return phase.Fail(plan, exception);
        }
        if (isNonNull) return phase.FailNull(plan);
        phase.Writer.Null();
        return true;
    }
}

/// <summary>The same for value types that may be null.</summary>
internal sealed class NullableLeafWriter<T>(SyncResolver<T?> resolver, ILeafType<T> leaf) : FieldWriter where T : struct
{
    public override bool Write(WritePhase phase, FieldPlan plan, object? parent)
    {
        var start = phase.Writer.Position;
        try
        {
            var call = resolver.UsesCall ? phase.Request.Call(plan) : null!;
            if (resolver.Resolve(parent, call, phase.Request.Services) is { } value) leaf.Write(value, phase.Writer);
            else if (plan.Field.Shape.IsNonNull) return phase.FailNull(plan);
            else phase.Writer.Null();
            return true;
        }
        catch (Exception exception)
        {
            phase.Writer.Rewind(start);
            return phase.Fail(plan, exception);
        }
    }
}

/// <summary>The field <c>__typename</c>.</summary>
internal sealed class TypeNameWriter : FieldWriter
{
    public override bool Write(WritePhase phase, FieldPlan plan, object? parent)
    {
        Span<byte> name = stackalloc byte[plan.Owner.Name.Length];
        phase.Writer.Byte((byte)'"');
        phase.Writer.Raw(name[..Encoding.ASCII.GetBytes(plan.Owner.Name, name)]);
        phase.Writer.Byte((byte)'"');
        return true;
    }
}
