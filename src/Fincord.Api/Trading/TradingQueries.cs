using Fincord.Contracts.Members;
using Fincord.Schemas.Views;
using HotChocolate.Authorization;
using HotChocolate.Language;

namespace Fincord.Api.Trading;

/// <summary>Questions about the member's accounts.</summary>
[ExtendObjectType(OperationType.Query)]
public sealed class TradingQueries
{
    /// <summary>The member's accounts, in the order of their opening.</summary>
    [Authorize(Permissions.AccountRead)]
    public async Task<IReadOnlyList<AccountView>> GetAccountsAsync(CurrentMember member, AccountReader accounts, CancellationToken cancellation)
    {
        var headers = await accounts.List(member, cancellation);
        return await Task.WhenAll(headers.Select(account => accounts.Read(member, account.Id, cancellation)));
    }

    /// <summary>The member's account with this id, or null.</summary>
    [Authorize(Permissions.AccountRead)]
    public async Task<AccountView?> GetAccountAsync(
        [GraphQLType<NonNullType<IdType>>] string id, CurrentMember member, AccountReader accounts, CancellationToken cancellation)
    {
        try
        {
            return await accounts.Read(member, TradingIds.ToAccount(id), cancellation);
        }
        catch (RefusalException)
        {
            return null;
        }
    }
}
