using Fincord.Domain.Trading;
using FsCheck;
using FsCheck.Fluent;
using static Fincord.Domain.Tests.Trading.Actions.ActionExamples;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Actions;

/// <summary>What holds for any position and any action.</summary>
public sealed class ActionProperties
{
    private static readonly Gen<long> Ratios = Gen.Choose(1, 40).Select(number => (long)number);

    private static readonly Gen<(long Count, decimal Price)> Trades =
        from count in Gen.Choose(-400, 400).Where(count => count != 0)
        from cents in Gen.Choose(1, 50_000)
        select ((long)count, cents / 100m);

    private static readonly Gen<ActingAccount> Accounts = Trades.ListOf().Where(trades => trades.Count is > 0 and < 12).Select(trades =>
    {
        var account = new ActingAccount(MarginAccount);
        var hours = 0.0;
        foreach (var (count, price) in trades) account.Trade(count > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(count), price, hours += 0.05);
        return account;
    });

    private static readonly Gen<InstrumentAction> UnitActions =
        from @new in Ratios
        from old in Ratios
        from cents in Gen.Choose(0, 20_000)
        from share in Gen.Choose(0, 100)
        from kind in Gen.Choose(0, 4)
        select kind switch
        {
            0 => Split(@new, old, cents / 100m),
            1 => Merger(@new, old, cents / 100m),
            2 => Merger(@new, old, cents / 100m, cash: cents / 50m, share: share / 100m),
            3 => SpinOff(@new, old, cents / 100m, share / 100m),
            _ => Expiry(cents / 100m),
        };

    [Fact]
    public void What_was_paid_is_open_or_realized_after_any_action_at_average_cost_and_first_in_first_out() => Check((account, action) =>
    {
        var before = account.State;
        account.Hear(action);
        var paid = Cash(account.State) - Cash(before);
        // Money that came is either a gain or gives back what was paid.
        return Total(before, position => position.Realized - position.Cost) + paid == Total(account.State, position => position.Realized - position.Cost)
            && Total(before, position => position.RealizedFifo - position.Lots.Sum(lot => lot.Cost)) + paid == Total(account.State, position => position.RealizedFifo - position.Lots.Sum(lot => lot.Cost));
    });

    [Fact]
    public void Lots_add_up_to_the_position_and_have_its_sign() => Check((account, action) =>
    {
        account.Hear(action);
        return account.State.Positions.Values.All(position =>
            position.Count == position.Lots.Sum(lot => lot.Count) && position.Lots.All(lot => Math.Sign(lot.Count) == Math.Sign(position.Count)));
    });

    [Fact]
    public void Entries_sum_to_zero_and_the_ledger_has_what_the_positions_have() => Check((account, action) =>
    {
        account.Hear(action);
        return account.Events.OfType<PositionAdjusted>().All(adjusted => adjusted.Entry.IsBalanced)
            && account.State.Positions.Values.All(position => Units(account, position) == position.Count);
    });

    [Fact]
    public void A_split_leaves_what_a_position_is_worth_when_the_price_goes_with_it() => Prop.ForAll(
        Accounts.ToArbitrary(), Ratios.ToArbitrary(), Ratios.ToArbitrary(), (account, @new, old) =>
    {
        // A price that the ratio divides exactly.
        var (before, price) = (account.State, 7m * @new);
        var after = account.Hear(Split(@new, old, price * old / @new)).State;
        return before.PositionOf(Acme.InstrumentId).Count * price + Cash(before) == after.PositionOf(Acme.InstrumentId).Count * (price * old / @new) + Cash(after);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Heard_late_or_in_time_is_the_same() => Prop.ForAll(
        Accounts.ToArbitrary(), UnitActions.Where(action => action.Kind is InstrumentActionKind.Split).ToArbitrary(), Trades.ListOf().Where(trades => trades.Count < 6).ToArbitrary(), (account, action, later) =>
    {
        var (inTime, late) = (Copy(account).Hear(action), Copy(account));
        var hours = 1.0;
        foreach (var (count, price) in later)
        {
            hours += 0.1;
            inTime.Trade(count > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(count), price, hours);
            late.Trade(count > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(count), price, hours);
        }
        late.Hear(action with { KnownAt = Later(hours + 1) });
        var (one, other) = (inTime.State.PositionOf(Acme.InstrumentId), late.State.PositionOf(Acme.InstrumentId));
        return one.Lots.SequenceEqual(other.Lots) && one with { Lots = other.Lots } == other && inTime.State.Cash.SequenceEqual(late.State.Cash);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Funding_between_a_long_and_a_short_of_one_size_is_nothing() => Prop.ForAll(
        Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Choose(-75_000, 75_000).ToArbitrary(), Gen.Choose(1, 10_000_000).ToArbitrary(), (count, rate, cents) =>
    {
        var funding = Funding(rate / 10_000_000m, cents / 100m);
        var longs = new ActingAccount(MarginAccount).Trade(OrderSide.Buy, count, 90, 0.5, Perpetual).Hear(funding);
        var shorts = new ActingAccount(MarginAccount).Trade(OrderSide.Sell, count, 90, 0.5, Perpetual).Hear(funding);
        return Cash(longs.State) + Cash(shorts.State) == 0;
    }).QuickCheckThrowOnFailure();

    private static void Check(Func<ActingAccount, InstrumentAction, bool> holds) =>
        Prop.ForAll(Accounts.ToArbitrary(), UnitActions.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static ActingAccount Copy(ActingAccount account)
    {
        var copy = new ActingAccount(MarginAccount);
        foreach (var filled in account.Events.OfType<OrderFilled>())
            copy.Trade(filled.Fill.Side, filled.Fill.Quantity.Count, filled.Fill.Price.Count / 100m, (filled.Fill.OccurredAt - Noon).TotalHours);
        return copy;
    }

    private static decimal Cash(AccountState account) => account.Cash.GetValueOrDefault("USD");

    private static decimal Total(AccountState account, Func<Position, decimal> of) => account.Positions.Values.Sum(of);

    private static decimal Units(ActingAccount account, Position position) => account.Lines
        .Where(line => line.Account is LedgerAccount.Position && line.Unit == JournalEntry.UnitOf(position.InstrumentId)).Sum(line => line.Amount);
}
