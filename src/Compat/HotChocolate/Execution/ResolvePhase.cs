using System.Collections;
using HotChocolate.Types;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Execution;

/// <summary>
/// The first of the two phases of a request that waits for something: it starts every field that may wait, siblings and cousins together,
/// goes on below each as soon as its value is there, and ends when none is open. The fields that never wait are left to the
/// <see cref="WritePhase"/>.
/// </summary>
internal sealed class ResolvePhase(RequestState request)
{
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open = 1;

    /// <summary>Resolves everything below an object.</summary>
    public ValueTask RunAsync(ObjectNode root)
    {
        request.Batches.Enter();
        Resolve(root);
        return Finish();
    }

    /// <summary>Resolves one field of an object and everything below it.</summary>
    public ValueTask RunAsync(ObjectNode node, FieldPlan field)
    {
        request.Batches.Enter();
        Start(node, field);
        return Finish();
    }

    private ValueTask Finish()
    {
        request.Batches.Leave();
        if (Interlocked.Decrement(ref _open) == 0) return default;
        return new(_finished.Task.WaitAsync(request.Cancellation));
    }

    private void Resolve(ObjectNode node)
    {
        foreach (var field in node.Plan.Fields)
        {
            if (field.NeedsWait && field.IsIncluded(request.InclusionFlags)) Start(node, field);
        }
    }

    private void Start(ObjectNode node, FieldPlan field)
    {
        var slot = node.Slots[field.Slot] = new FieldSlot();
        try
        {
            var pending = field.Field.Resolver is AsyncResolver resolver
                ? Call(resolver, node.Value, request.Call(field))
                : new(field.Field.Resolver!.Get(node.Value, request.Call(field), request.Services));
            if (pending.IsCompletedSuccessfully)
            {
                Complete(slot, field, pending.Result);
                return;
            }
            Interlocked.Increment(ref _open);
            _ = AwaitAsync(pending, slot, field);
        }
        catch (Exception exception)
        {
            slot.Error = exception;
        }
    }

    // Siblings of a query run at once, and scoped services are rarely made for that: each resolver gets its own.
    private ValueTask<object?> Call(AsyncResolver resolver, object? parent, FieldCall call) =>
        resolver.NeedsScope && request.IsQuery ? new(ScopedAsync(resolver, parent, call)) : resolver.Resolve(parent, call, request.Services);

    private async Task<object?> ScopedAsync(AsyncResolver resolver, object? parent, FieldCall call)
    {
        await using var scope = request.Services.CreateAsyncScope();
        return await resolver.Resolve(parent, call, scope.ServiceProvider);
    }

    private async Task AwaitAsync(ValueTask<object?> pending, FieldSlot slot, FieldPlan field)
    {
        object? value = null;
        try
        {
            value = await pending;
        }
        catch (Exception exception)
        {
            slot.Error = exception;
        }
        request.Batches.Enter();
        if (slot.Error is null) Complete(slot, field, value);
        request.Batches.Leave();
        if (Interlocked.Decrement(ref _open) == 0) _finished.TrySetResult();
    }

    private void Complete(FieldSlot slot, FieldPlan field, object? value)
    {
        slot.Value = value;
        if (value is null || field.Selections.Count == 0) return;
        try
        {
            slot.Node = Expand(field, field.Field.Shape, value);
        }
        catch (Exception exception)
        {
            slot.Error = exception;   // A list that fails while it is enumerated.
        }
    }

    private object? Expand(FieldPlan field, ValueShape shape, object value)
    {
        if (shape.Item is { } itemShape)
        {
            if (field.Child is { NeedsWait: false } || value is not IEnumerable list) return null;
            var items = list as IReadOnlyList<object?> ?? [.. list.Cast<object?>()];
            var nodes = new object?[items.Count];
            for (var i = 0; i < nodes.Length; i++)
            {
                if (items[i] is { } item) nodes[i] = Expand(field, itemShape, item);
            }
            return new ListNode(items, nodes);
        }
        if (request.PlanOf(field, value) is not { NeedsWait: true } plan) return null;
        var node = new ObjectNode(plan, value);
        Resolve(node);
        return node;
    }
}
