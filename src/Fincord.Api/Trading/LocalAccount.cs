using Fincord.Api.Members;
using Fincord.Contracts.Members;
using Fincord.Contracts.Trading;
using Fincord.Domain.Trading;

namespace Fincord.Api.Trading;

/// <summary>
/// The account of the local member: where nobody logs in, a newcomer finds one with play money at the first start and can place an order at once.
/// </summary>
public sealed class LocalAccount(Trader trader)
{
    /// <summary>What it is called.</summary>
    public const string Name = "Paper";

    private static readonly (string Currency, decimal Amount)[] _deposits = [("USD", 100_000), ("USDT", 100_000)];

    /// <summary>Opens it and pays in, unless that was done at an earlier start; what the account has done since is left alone.</summary>
    /// <returns>The account and whether it is new.</returns>
    public async Task<(AccountState Account, bool IsNew)> Open()
    {
        var member = new CurrentMember(LocalMember.Id, "local", Permissions.All);
        var account = Answer(await trader.Open(member, "paper", new() { Name = Name }));
        var isNew = account.Sequence == 1;
        // Each deposit is two events after the opening, its entry and its mark: a start that was interrupted between them goes on where it ended, and later ones do nothing.
        for (var done = (int)Math.Min((account.Sequence - 1) / 2, _deposits.Length); done < _deposits.Length; done++)
        {
            var (currency, amount) = _deposits[done];
            account = Answer(await trader.Pay(member, account.Id, $"paper-{currency}", new() { Currency = currency, Amount = amount }));
        }
        return (account, isNew);
    }

    private static AccountState Answer(AccountResult result) =>
        result.Account?.State ?? throw new InvalidOperationException($"The local account was refused: {result.Refusal!.Detail}");
}
