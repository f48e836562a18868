using HotChocolate.DataLoaders;
using HotChocolate.Schemas;

namespace HotChocolate.Execution;

/// <summary>What the fields of one running operation share.</summary>
internal sealed class RequestState
{
    private readonly ErrorHandler _errorHandler;
    private readonly List<IError> _errors = [];
    private FieldCall?[] _calls;

    public RequestState(
        Schema schema, OperationPlan plan, VariableValues variables, Caller caller, ErrorHandler errorHandler,
        CancellationToken cancellation)
    {
        Schema = schema;
        Plan = plan;
        Variables = variables;
        Caller = caller;
        Cancellation = cancellation;
        _errorHandler = errorHandler;
        _calls = new FieldCall?[plan.Compiler.FieldCount];
        for (var i = 0; i < plan.Conditions.Count; i++)
        {
            if (variables.IsTrue(plan.Conditions[i].Variable) == plan.Conditions[i].Expected) InclusionFlags |= 1UL << i;
        }
    }

    public Schema Schema { get; }
    public OperationPlan Plan { get; }
    public VariableValues Variables { get; }
    public Caller Caller { get; }
    public IServiceProvider Services => Caller.Services;
    public CancellationToken Cancellation { get; }
    public object? EventMessage { get; init; }
    public bool IsQuery => Plan.Type == Language.OperationType.Query;

    /// <summary>Bit by bit, which of the plan's inclusion conditions hold.</summary>
    public ulong InclusionFlags { get; }

    /// <summary>The errors reported so far, in the order of the result.</summary>
    public IReadOnlyList<IError> Errors => _errors;

    public BatchDispatcher Batches => field ?? Interlocked.CompareExchange(ref field, new(Cancellation), null) ?? field;

    public DataLoaderScope DataLoaders => field ?? Interlocked.CompareExchange(ref field, new(Services, Batches), null) ?? field;

    /// <summary>The arguments of a field, coerced when it is first called; throws <see cref="GraphQLException"/>.</summary>
    public FieldCall Call(FieldPlan field)
    {
        var calls = Volatile.Read(ref _calls);
        if (field.Index < calls.Length && calls[field.Index] is { } known) return known;
        var call = new FieldCall(this, field.Field, field.ResponseName, Arguments(field));
        if (field.Index >= calls.Length)
        {
            // A plan made while the request runs, for a possible type that nobody had seen before.
            Array.Resize(ref calls, Math.Max(Plan.Compiler.FieldCount, field.Index + 1));
            Volatile.Write(ref _calls, calls);
        }
        calls[field.Index] = call;
        return call;
    }

    /// <summary>The plan of an object by the class of its value; null if no object type of the field is of that class.</summary>
    public ObjectPlan? PlanOf(FieldPlan field, object value)
    {
        if (field.Child is { } single) return single;
        return Schema.FindObject(value.GetType()) is { } type && Schema.PossibleTypes(field.Field.Shape.Named).Contains(type)
            ? Plan.Compiler.Child(field, type)
            : null;
    }

    public void Report(IError error, Path path) => _errors.Add(_errorHandler.Filter(error.WithPath(path)));

    public void Report(Exception exception, Path path)
    {
        foreach (var error in _errorHandler.ToErrors(exception))
        {
            var placed = error.Path is null ? error.WithPath(path) : error;
            Caller.Run?.HasFailed(this, placed);
            _errors.Add(_errorHandler.Filter(placed));
        }
    }

    private object?[] Arguments(FieldPlan field)
    {
        if (field.Arguments.Count == 0) return [];
        var values = new object?[field.Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var argument = field.Arguments[i];
            if (argument.Error is { } error) throw error;
            values[i] = argument.Literal is null ? argument.Constant : Argument(field, argument);
        }
        return values;
    }

    private object? Argument(FieldPlan field, ArgumentPlan argument)
    {
        try
        {
            // A variable that the request does not give is as if the argument were not there (§6.4.1).
            var isMissing = argument.Literal is Language.VariableNode variable && Variables.Find(variable.Name) is null;
            return isMissing
                ? InputCoercion.Literal(argument.Definition, argument.Definition.DefaultValue ?? Language.NullValueNode.Default, null)
                : InputCoercion.Literal(argument.Definition, argument.Literal!, Variables);
        }
        catch (GraphQLException exception)
        {
            throw InputCoercion.At($"{field.Owner.Name}.{field.Field.Name}({argument.Definition.Name}:)", exception);
        }
    }
}
