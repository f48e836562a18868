using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fincord.Contracts;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;

namespace Fincord.Connectors.Venues;

/// <summary>A live venue behind the port: a link for each account that has a key there, opened when it is first needed.</summary>
internal abstract partial class LiveVenue(string name, IVenueCredentials credentials, VenueSurroundings around) : IVenue, IAsyncDisposable
{
    private readonly ConcurrentDictionary<AccountId, Lazy<VenueLink>> _links = [];
    private readonly ConcurrentDictionary<AccountId, AccountSettings> _settings = [];

    public string Name => name;

    protected Timestamp StartedAt { get; } = around.Time.Now();

    public async Task Send(AccountId account, ImmutableArray<VenueCommand> commands, CancellationToken cancellation)
    {
        if (await LinkOf(account, cancellation) is { } link) await link.Execute(commands, cancellation);
        else await Refuse(account, commands);
    }

    public async Task Reconcile(
        AccountId account, ImmutableArray<Order> open, ImmutableSortedDictionary<string, long> watermarks, CancellationToken cancellation)
    {
        if (await LinkOf(account, cancellation) is { } link) await link.Reconcile(open, cancellation);
    }

    public async Task<VenueStatement?> ReadStatement(
        AccountId account, Timestamp since, ImmutableArray<InstrumentId> instruments, CancellationToken cancellation)
    {
        if (await LinkOf(account, cancellation) is not { } link) return null;
        var known = await Task.WhenAll(instruments.Select(instrument => around.FindInstrument(instrument, cancellation)));
        return await link.ReadStatement(since, [.. known.OfType<Instrument>()], cancellation);
    }

    public Task Configure(AccountId account, AccountSettings settings, CancellationToken cancellation)
    {
        _settings[account] = settings;
        if (_links.TryGetValue(account, out var link)) link.Value.Configure(settings);
        return Task.CompletedTask;
    }

    public async Task<OrderRefusal?> Check(AccountId account, AccountSettings settings, CancellationToken cancellation)
    {
        if (Unsupported(settings) is { } reason) return new(RefusalCodes.VenueUnsupported, reason, null);
        return await credentials.Find(name, account, cancellation) is null
            ? new(RefusalCodes.VenueCredentials, $"There is no key at {name} for account {account}: configure one under this id, and ask again with the same idempotency key.", null)
            : null;
    }

    /// <summary>On what terms the venue trades an instrument; null when it does not say, or not now.</summary>
    public async ValueTask<InstrumentTerms?> ReadTerms(Instrument instrument, CancellationToken cancellation)
    {
        try
        {
            return await FindTerms(instrument, cancellation);
        }
        catch (Exception exception) when (exception is VenueUnavailableException or VenueRefusedException or VenueFormatException)
        {
            LogNoTerms(around.Logger, name, instrument.Key, exception.Message);      // the venue itself refuses what does not fit
            return null;
        }
    }

    public VenueConnection Connection =>
        _links.IsEmpty ? VenueConnection.Idle : _links.Values.All(link => link.Value.IsListening) ? VenueConnection.Open : VenueConnection.Lost;

    public async ValueTask DisposeAsync()
    {
        foreach (var account in _links.Keys)
        {
            if (_links.TryRemove(account, out var link)) await link.Value.DisposeAsync();
        }
    }

    /// <summary>Why the venue cannot run an account so, or null.</summary>
    protected abstract string? Unsupported(AccountSettings settings);

    /// <summary>On what terms the venue trades an instrument; null when it does not say.</summary>
    protected virtual ValueTask<InstrumentTerms?> FindTerms(Instrument instrument, CancellationToken cancellation) => new((InstrumentTerms?)null);

    protected abstract VenueLink Open(AccountId account, VenueCredential credential, VenueSurroundings surroundings);

    private async ValueTask<VenueLink?> LinkOf(AccountId account, CancellationToken cancellation)
    {
        if (_links.TryGetValue(account, out var open)) return open.Value;
        if (await credentials.Find(name, account, cancellation) is not { } credential) return null;
        return _links.GetOrAdd(account, _ => new(() =>
        {
            var link = Open(account, credential, around);
            if (_settings.TryGetValue(account, out var settings)) link.Configure(settings);
            link.Start();
            return link;
        })).Value;
    }

    // Only an order that nobody can have sent yet is refused for want of a key: what may be at the venue stays as it is until there is one.
    private async Task Refuse(AccountId account, ImmutableArray<VenueCommand> commands)
    {
        var reports = commands.Where(command => command.Kind is VenueCommandKind.Submit && command.OrderId.IsFresh(around.Time.Now())).Select(command =>
            new VenueReport(name, 0, VenueReportKind.Rejected, command.OrderId, around.Time.Now())
            {
                Code = RefusalCodes.VenueCredentials, Reason = $"The account has no key at {name}.",
            }).ToImmutableArray();
        if (!reports.IsEmpty) await around.Tell(account, reports);
        if (reports.Length < commands.Length) throw new VenueUnavailableException($"The account has no key at {name}.", mayHaveHappened: false);
    }

    [LoggerMessage(LogLevel.Warning, "{Venue} does not tell on what terms it trades {Instrument}. {Reason}")]
    private static partial void LogNoTerms(ILogger logger, string venue, InstrumentKey instrument, string reason);
}
