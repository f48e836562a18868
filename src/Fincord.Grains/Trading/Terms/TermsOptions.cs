using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>On what terms instruments are traded, and when: part of the section <see cref="TradingOptions.Section"/>.</summary>
public sealed class TermsOptions
{
    /// <summary>
    /// What is known of instruments, the general first: a later one counts. Each names in <c>Match</c> a key, <c>VENUE:*</c> or <c>*</c>, perhaps a
    /// <c>Type</c>, and what it sets, such as <c>"TickSize": "0.01"</c> or <c>"Calendar": "XNYS"</c>.
    /// </summary>
    public IList<TermsRule> Terms { get; } = [];

    /// <summary>Files of trading calendars, one each (schemas/trading-calendar.schema.json), beside those that come with Fincord or instead of them.</summary>
    public IList<string> Calendars { get; } = [];
}
