using System.Collections;
using HotChocolate.Types;

namespace HotChocolate.Execution;

/// <summary>
/// The second phase, or the only one of a request that waits for nothing: it writes the result in the order of the document, reading the
/// members of objects as it goes. When a field fails that must not be null, what was written of its object is taken back and null written
/// in its place, or in the place of the nearest object around it that may be null (§6.4.4).
/// </summary>
internal sealed class WritePhase(RequestState request, ResultWriter writer)
{
    private readonly List<(FieldPlan? Field, int Index)> _path = [];

    public RequestState Request => request;
    public ResultWriter Writer => writer;

    /// <summary>Writes an object. False: it is to be null, and nothing of it has been left in the result.</summary>
    public bool WriteObject(ObjectPlan plan, object? value, ObjectNode? node)
    {
        var start = writer.Position;
        writer.Byte((byte)'{');
        var isFirst = true;
        foreach (var field in plan.InOrder(request.InclusionFlags))
        {
            if (!field.IsIncluded(request.InclusionFlags)) continue;
            if (!WriteField(field, value, node, isFirst))
            {
                writer.Rewind(start);
                return false;
            }
            isFirst = false;
        }
        writer.Byte((byte)'}');
        return true;
    }

    /// <summary>Writes a field with its name.</summary>
    public bool WriteField(FieldPlan field, object? parent, ObjectNode? node, bool isFirst)
    {
        if (!isFirst) writer.Byte((byte)',');
        writer.Raw(field.Token);
        if (node?.Slots[field.Slot] is not { } slot) return field.Writer.Write(this, field, parent);
        return slot.Error is { } error ? Fail(field, error) : WriteFieldValue(field, slot.Value, slot.Node);
    }

    /// <summary>Writes the value of a field.</summary>
    public bool WriteFieldValue(FieldPlan field, object? value, object? node)
    {
        _path.Add((field, 0));
        var written = WriteValue(field, field.Field.Shape, value, node);
        _path.RemoveAt(_path.Count - 1);
        return written;
    }

    /// <summary>Reports why a field has no value, and writes null if it may be null.</summary>
    public bool Fail(FieldPlan field, Exception exception)
    {
        _path.Add((field, 0));
        var written = Fail(field.Field.Shape, exception);
        _path.RemoveAt(_path.Count - 1);
        return written;
    }

    /// <summary>Reports that a field is null though it must not be.</summary>
    public bool FailNull(FieldPlan field)
    {
        _path.Add((field, 0));
        request.Report(NullViolation, CurrentPath());
        _path.RemoveAt(_path.Count - 1);
        return false;
    }

    private static readonly IError NullViolation = ErrorBuilder.New().SetMessage("Cannot return null for non-nullable field.").SetCode("HC0018").Build();

    private bool WriteValue(FieldPlan field, ValueShape shape, object? value, object? node)
    {
        if (value is null) return WriteNull(shape);
        var start = writer.Position;
        bool written;
        try
        {
            if (shape.Item is { } item) written = WriteList(field, item, value, node as ListNode);
            else if (shape.Leaf is { } leaf) written = WriteLeaf(shape, leaf, value);
            else if (request.PlanOf(field, value) is { } plan) written = WriteObject(plan, value, node as ObjectNode);
            else throw new InvalidOperationException($"{value.GetType()} is no object type of `{shape.Named.Name}`.");
        }
        catch (Exception exception)
        {
            writer.Rewind(start);
            return Fail(shape, exception);
        }
        if (written) return true;
        // Something below has failed and reported itself; this is the first place around it that may be null, or it goes on outwards.
        writer.Rewind(start);
        if (shape.IsNonNull) return false;
        writer.Null();
        return true;
    }

    private bool WriteNull(ValueShape shape)
    {
        if (!shape.IsNonNull)
        {
            writer.Null();
            return true;
        }
        request.Report(NullViolation, CurrentPath());
        return false;
    }

    private bool WriteLeaf(ValueShape shape, ILeafType leaf, object value)
    {
        leaf.Write(shape.Convert is { } convert ? convert(value) : value, writer);
        return true;
    }

    private bool WriteList(FieldPlan field, ValueShape item, object value, ListNode? node)
    {
        if (value is string || value is not IEnumerable enumerable) throw new InvalidOperationException($"{value.GetType()} is no list.");
        writer.Byte((byte)'[');
        if (node is not null)
        {
            for (var i = 0; i < node.Items.Count; i++)
            {
                if (!WriteItem(field, item, node.Items[i], node.Nodes[i], i)) return false;
            }
        }
        else if (value is IReadOnlyList<object?> list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (!WriteItem(field, item, list[i], null, i)) return false;
            }
        }
        else
        {
            var i = 0;
            foreach (var element in enumerable)
            {
                if (!WriteItem(field, item, element, null, i++)) return false;
            }
        }
        writer.Byte((byte)']');
        return true;
    }

    private bool WriteItem(FieldPlan field, ValueShape shape, object? value, object? node, int index)
    {
        if (index > 0) writer.Byte((byte)',');
        _path.Add((null, index));
        var written = WriteValue(field, shape, value, node);
        _path.RemoveAt(_path.Count - 1);
        return written;
    }

    private bool Fail(ValueShape shape, Exception exception)
    {
        request.Report(exception, CurrentPath());
        if (shape.IsNonNull) return false;
        writer.Null();
        return true;
    }

    private Path CurrentPath() =>
        _path.Aggregate(Path.Root, (path, segment) => segment.Field is { } field ? path.Append(field.ResponseName) : path.Append(segment.Index));
}
