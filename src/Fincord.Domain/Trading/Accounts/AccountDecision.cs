using System.Collections.Immutable;

namespace Fincord.Domain.Trading;

/// <summary>What an account decided: the events that happened, and what the venue is asked to do once they are durable.</summary>
/// <param name="Before">The account before the events.</param>
/// <param name="After">The account after the events.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Commands">What the venue is asked to do, in order.</param>
public sealed record AccountDecision(
    AccountState Before, AccountState After, ImmutableArray<AccountEvent> Events, ImmutableArray<VenueCommand> Commands)
{
    /// <summary>Nothing happened.</summary>
    public static AccountDecision Nothing(AccountState account) => new(account, account, [], []);
}

/// <summary>Collects a decision step by step; each event is applied at once, so that the next step sees it.</summary>
internal sealed class AccountChange(AccountState before)
{
    private readonly AccountState _before = before;
    private readonly ImmutableArray<AccountEvent>.Builder _events = ImmutableArray.CreateBuilder<AccountEvent>();
    private readonly ImmutableArray<VenueCommand>.Builder _commands = ImmutableArray.CreateBuilder<VenueCommand>();

    public AccountState Account { get; private set; } = before;

    public void Happened(AccountEvent next)
    {
        Account = Account.Apply(next);
        _events.Add(next);
    }

    public void Ask(VenueCommand command) => _commands.Add(command);

    public AccountDecision ToDecision() => new(_before, Account, _events.DrainToImmutable(), _commands.DrainToImmutable());
}
