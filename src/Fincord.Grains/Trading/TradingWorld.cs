using System.Globalization;
using Fincord.Contracts;
using Fincord.Contracts.Markets;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Options;

namespace Fincord.Grains.Trading;

/// <summary>What an account's decision needs to know of the world: the markets of its instruments, rates, and kill switches.</summary>
internal sealed class TradingWorld(
    IInstrumentRegistry registry, IGrainFactory grains, TradingTerms terms, IEnumerable<IInstrumentTermsSource> sources, IOptions<TradingOptions> options, TimeProvider time)
{
    private const string Dollar = "USD";

    /// <summary>
    /// Looks at the markets of all that an account holds or has orders in, and of what is asked for. Throws
    /// <see cref="UnknownInstrumentException"/> for an instrument that does not exist.
    /// </summary>
    public async Task<TradingContext> Look(AccountState account, IEnumerable<InstrumentId> about)
    {
        var instruments = about.Concat(account.InstrumentsInUse()).Distinct();
        var markets = await Task.WhenAll(instruments.Select(id => Look(id, account.Settings?.Venue ?? AccountSettings.Paper)));
        var rates = await Rates(account, markets);
        return new(
            time.Now(),
            markets.ToDictionary(market => market.Terms.InstrumentId),
            rates,
            KillSwitch: null,
            Budget: null);
    }

    /// <summary>What a unit of one currency is worth in another; null when nobody knows.</summary>
    public async Task<decimal?> Rate(string from, string to) => from == to ? 1
        : await InDollars(from) is { } price && await InDollars(to) is { } unit && unit != 0 ? price / unit : null;

    private async Task<TradedMarket> Look(InstrumentId id, string venue)
    {
        var instrument = await registry.Find(id, CancellationToken.None) ?? throw new UnknownInstrumentException($"No instrument has the number {id}.");
        var state = await grains.GetGrain<IInstrumentGrain>(GrainKeys.Instrument(id)).GetState();
        var known = await TermsOf(instrument, venue);
        return new(known, state, terms.PhaseOf(known, state, time.Now()));
    }

    // A venue knows its ticks and lots; by which calendar it trades is configured.
    private async ValueTask<InstrumentTerms> TermsOf(Instrument instrument, string venue)
    {
        var configured = terms.Of(instrument);
        foreach (var source in sources)
        {
            if (await source.Find(venue, instrument, CancellationToken.None) is { } told) return told with { Calendar = configured.Calendar };
        }
        return configured;
    }

    private async Task<Dictionary<string, decimal>> Rates(AccountState account, TradedMarket[] markets)
    {
        var @base = account.Settings?.BaseCurrency ?? Dollar;
        var rates = new Dictionary<string, decimal>(StringComparer.Ordinal) { [@base] = 1 };
        var inDollars = @base == Dollar ? 1 : await InDollars(@base);
        foreach (var currency in account.Cash.Keys.Concat(markets.Select(market => market.Terms.Currency)))
        {
            if (rates.ContainsKey(currency) || inDollars is null) continue;
            if (await InDollars(currency) is { } rate) rates[currency] = rate / inDollars.Value;
        }
        return rates;
    }

    private async Task<decimal?> InDollars(string currency)
    {
        if (currency == Dollar) return 1;
        if (!options.Value.Rates.TryGetValue(currency, out var source)) return null;
        if (decimal.TryParse(source, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var constant)) return constant;
        if (!InstrumentKey.TryParse(source, out var key) || await registry.Find(key, CancellationToken.None) is not { } instrument) return null;
        return (await Look(instrument.Id, AccountSettings.Paper)).Mark is { } mark ? instrument.PriceScale.ToDecimal(mark) : null;
    }
}
