using System.Collections.Immutable;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>Decisions of an account that become durable together, each made on the account after the one before.</summary>
internal sealed class AccountBatch(AccountState before)
{
    private readonly ImmutableArray<AccountEvent>.Builder _events = ImmutableArray.CreateBuilder<AccountEvent>();
    private readonly ImmutableArray<VenueCommand>.Builder _commands = ImmutableArray.CreateBuilder<VenueCommand>();
    private readonly Dictionary<OrderId, Order> _orders = [];

    public AccountBatch(AccountDecision decision)
        : this(decision.Before) => Add(decision);

    /// <summary>The account before the first decision.</summary>
    public AccountState Before { get; } = before;

    /// <summary>The account after the last one.</summary>
    public AccountState After { get; private set; } = before;

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<AccountEvent> Events => _events.ToImmutable();

    /// <summary>What the venue is asked for, in order.</summary>
    public ImmutableArray<VenueCommand> Commands => _commands.ToImmutable();

    /// <summary>The orders that changed, as they are after it, ended ones included.</summary>
    public ImmutableArray<Order> Orders => [.. _orders.Values];

    /// <summary>An order that changed, as it is by now.</summary>
    public Order? Find(OrderId id) => _orders.GetValueOrDefault(id);

    /// <summary>Adds a decision. <paramref name="ended"/> is the order that a late fill belongs to, which the account does not have any more.</summary>
    public void Add(AccountDecision decision, Order? ended = null)
    {
        foreach (var next in decision.Events) Follow(next, decision.Before, ended);
        _events.AddRange(decision.Events);
        _commands.AddRange(decision.Commands);
        After = decision.After;
    }

    private void Follow(AccountEvent next, AccountState account, Order? ended)
    {
        switch (next)
        {
            case OrderPlaced placed:
                _orders[placed.Order.Id] = placed.Order;
                break;
            case OrderAdvanced advanced:
                _orders[advanced.OrderId] = Known(advanced.OrderId)!.After(advanced);
                break;
            case HoldMoved moved:
                _orders[moved.OrderId] = Known(moved.OrderId)! with { Hold = moved.Hold };
                break;
            case OrderFilled filled when Known(filled.Fill.OrderId) is { } order:
                _orders[order.Id] = order.After(filled);
                break;
        }

        Order? Known(OrderId id) => Find(id) ?? account.OpenOrder(id) ?? ended;
    }
}
