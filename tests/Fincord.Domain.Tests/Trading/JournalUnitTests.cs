using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Domain.Tests.Trading;

public sealed class JournalUnitTests
{
    [Fact]
    public void The_unit_of_an_instrument_leads_back_to_it() =>
        Assert.Equal(new InstrumentId(42), JournalEntry.InstrumentOf(JournalEntry.UnitOf(new InstrumentId(42))));

    [Fact]
    public void A_currency_is_no_instrument() => Assert.Null(JournalEntry.InstrumentOf("USD"));
}
