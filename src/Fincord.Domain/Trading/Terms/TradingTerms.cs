using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Fincord.Domain.Markets;

namespace Fincord.Domain.Trading;

/// <summary>On what terms, and when, each instrument is traded. Rules apply in their order: what a later one says counts.</summary>
public sealed class TradingTerms
{
    private readonly ImmutableArray<TermsRule> _rules;
    private readonly FrozenDictionary<string, TradingCalendar> _calendars;

    // Terms follow from the instrument alone: they are kept because each order asks for them.
    private readonly ConcurrentDictionary<InstrumentId, (Instrument Instrument, InstrumentTerms Terms)> _known = new();

    /// <summary>Terms by rules; throws <see cref="FormatException"/> with what is wrong with one.</summary>
    /// <param name="rules">The rules, the general first.</param>
    /// <param name="calendars">The calendars that they may name; of several with one name the last counts.</param>
    public TradingTerms(IEnumerable<TermsRule> rules, IEnumerable<TradingCalendar> calendars)
    {
        _rules = [.. rules];
        _calendars = calendars.GroupBy(calendar => calendar.Definition.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(named => named.Key, named => named.Last(), StringComparer.Ordinal);
        foreach (var rule in _rules)
        {
            if (rule.Explain() is { } wrong) throw new FormatException($"The terms of '{rule.Match}' are wrong: {wrong}.");
            if (rule.Calendar is { } name && !_calendars.ContainsKey(name)) throw new FormatException(
                $"The terms of '{rule.Match}' name the trading calendar '{name}', which is none of {string.Join(' ', _calendars.Keys.Order(StringComparer.Ordinal))}.");
        }
    }

    /// <summary>What holds where nobody says anything: <see cref="InstrumentTerms.Of"/>, always open.</summary>
    public static TradingTerms Default { get; } = new([], []);

    /// <summary>The terms of an instrument.</summary>
    public InstrumentTerms Of(Instrument instrument)
    {
        if (_known.TryGetValue(instrument.Id, out var known) && known.Instrument == instrument) return known.Terms;
        var terms = _rules.Where(rule => rule.Matches(instrument)).Aggregate(InstrumentTerms.Of(instrument), (before, rule) => rule.ApplyTo(before));
        _known[instrument.Id] = (instrument, terms);
        return terms;
    }

    /// <summary>The calendar of an instrument with these terms.</summary>
    public TradingCalendar CalendarOf(InstrumentTerms terms) => terms.Calendar is { } name ? _calendars[name] : TradingCalendar.Always;

    /// <summary>What the market of an instrument does at a moment.</summary>
    public TradingPhase PhaseOf(InstrumentTerms terms, MarketState market, Timestamp now) =>
        market.Halt is null ? CalendarOf(terms).PhaseAt(now) : TradingPhase.Halted;
}
