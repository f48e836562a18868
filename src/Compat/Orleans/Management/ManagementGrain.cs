namespace Orleans.Runtime;

/// <summary>Tells what the only silo has in memory.</summary>
internal sealed class ManagementGrain(Silo silo) : Grain, IManagementGrain
{
    public Task<Dictionary<SiloAddress, SiloStatus>> GetHosts(bool onlyActive) =>
        Task.FromResult(onlyActive && silo.IsStopping
            ? []
            : new Dictionary<SiloAddress, SiloStatus> { [silo.Address] = silo.IsStopping ? SiloStatus.ShuttingDown : SiloStatus.Active });

    public Task<SimpleGrainStatistic[]> GetSimpleGrainStatistics() => Task.FromResult(silo.Activations.All
        .CountBy(one => one.Class)
        .Select(one => new SimpleGrainStatistic { GrainType = one.Key.QualifiedName, SiloAddress = silo.Address, ActivationCount = one.Value })
        .ToArray());

    public Task<DetailedGrainStatistic[]> GetDetailedGrainStatistics(string[]? types, SiloAddress[]? hostsIds)
    {
        if (hostsIds is { Length: > 0 } && !hostsIds.Contains(silo.Address)) return Task.FromResult<DetailedGrainStatistic[]>([]);
        return Task.FromResult(silo.Activations.All
            .Select(one => new DetailedGrainStatistic { GrainType = one.Class.QualifiedName, SiloAddress = silo.Address, GrainId = one.GrainId })
            .Where(one => types is null || types.Contains(one.GrainType))
            .ToArray());
    }

    public ValueTask<List<GrainId>> GetActiveGrains(GrainType type) =>
        ValueTask.FromResult<List<GrainId>>([.. silo.Activations.All.Where(one => one.Class.GrainType == type).Select(one => one.GrainId).Distinct()]);

    public ValueTask<SiloAddress?> GetActivationAddress(IAddressable reference) =>
        ValueTask.FromResult(silo.Activations.TryFind(reference.GetGrainId(), out _) ? silo.Address : null);

    public Task<int> GetTotalActivationCount() => Task.FromResult(silo.Activations.All.Count());

    public Task ForceActivationCollection(TimeSpan ageLimit)
    {
        var now = silo.Time.GetTimestamp();
        return Task.WhenAll(silo.Activations.All.Where(one => one.TryCollect(now, ageLimit)).Select(one => one.Deactivated));
    }
}
