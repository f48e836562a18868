namespace HotChocolate.Execution;

/// <summary>An object with fields that were started before writing: the slots hold what came of them.</summary>
internal sealed class ObjectNode(ObjectPlan plan, object? value)
{
    public ObjectPlan Plan { get; } = plan;
    public object? Value { get; } = value;

    /// <summary>By <see cref="FieldPlan.Slot"/>; null for fields that are read when they are written.</summary>
    public FieldSlot?[] Slots { get; } = new FieldSlot?[plan.Fields.Length];
}

/// <summary>What came of a field that was started before writing.</summary>
internal sealed class FieldSlot
{
    public object? Value { get; set; }
    public Exception? Error { get; set; }

    /// <summary>The <see cref="ObjectNode"/> or <see cref="ListNode"/> of the value, if something below it was started too.</summary>
    public object? Node { get; set; }
}

/// <summary>A list whose items were looked at before writing.</summary>
internal sealed class ListNode(IReadOnlyList<object?> items, object?[] nodes)
{
    public IReadOnlyList<object?> Items { get; } = items;

    /// <summary>The node of each item, null where nothing below it was started.</summary>
    public object?[] Nodes { get; } = nodes;
}
