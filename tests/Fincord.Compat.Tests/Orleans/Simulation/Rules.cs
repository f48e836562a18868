namespace Fincord.Compat.Tests.Orleans.Simulation;

/// <summary>What must hold in every run, whatever the seed. Grains and callers tell what happens; what breaks a rule is noted.</summary>
internal sealed class Rules
{
    private readonly HashSet<long> _active = [];
    private readonly Dictionary<int, int> _executions = [];
    private readonly List<string> _broken = [];

    public IReadOnlyList<string> Broken => _broken;

    public int Executions => _executions.Count;

    public int Activations { get; private set; }

    public void Break(string rule) => _broken.Add(rule);

    /// <summary>A grain has one activation at most.</summary>
    public void Activated(long key)
    {
        Activations++;
        if (!_active.Add(key)) Break($"ledger {key} was activated twice at once");
    }

    public void Deactivated(long key)
    {
        if (!_active.Remove(key)) Break($"ledger {key} was deactivated twice");
    }

    /// <summary>A call is executed once at most.</summary>
    public void Executed(int call)
    {
        _executions[call] = _executions.GetValueOrDefault(call) + 1;
        if (_executions[call] > 1) Break($"call {call} was executed twice");
    }

    /// <summary>A call that was answered has been executed.</summary>
    public void Answered(int call)
    {
        if (!_executions.ContainsKey(call)) Break($"call {call} was answered and not executed");
    }

    /// <summary>The turns of a grain are those of its own activation.</summary>
    public void ExpectOwn(Grain grain)
    {
        if (!ReferenceEquals(TaskScheduler.Current, grain.GrainContext)) Break($"{grain.GrainContext.GrainId} goes on outside of its activation");
    }

    /// <summary>What is stored, or read, has everything whose writing was acknowledged, and nothing twice.</summary>
    public void ExpectEntries(IEnumerable<int> acknowledged, IReadOnlyCollection<int> found, string where)
    {
        if (acknowledged.Except(found).ToArray() is { Length: > 0 } lost) Break($"{where} lost the acknowledged {string.Join(", ", lost)}");
        if (found.Distinct().Count() != found.Count) Break($"{where} has an entry twice");
    }

    /// <summary>Nobody is active in the end.</summary>
    public void ExpectNoneActive()
    {
        if (_active.Count > 0) Break($"{_active.Count} ledgers did not hear that they were deactivated");
    }
}

/// <summary>Who is inside of an activation: readers, or one alone.</summary>
internal sealed class Admission(Rules rules)
{
    private int _alone;
    private int _readers;

    public IDisposable Alone()
    {
        if (_alone + _readers > 0) rules.Break("a call or tick began while another had the grain for itself");
        _alone++;
        return new Exit(() => _alone--);
    }

    public IDisposable AsReader()
    {
        if (_alone > 0) rules.Break("a reader began while a writer was inside");
        _readers++;
        return new Exit(() => _readers--);
    }

    private sealed class Exit(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
