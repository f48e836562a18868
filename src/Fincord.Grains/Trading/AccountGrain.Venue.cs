using Fincord.Contracts.Trading;
using Fincord.Domain.Members;
using Fincord.Domain.Trading;
using Microsoft.Extensions.Logging;

namespace Fincord.Grains.Trading;

// The account and its venue: how the account is run is told there before the first command, and again whenever it changes.
internal sealed partial class AccountGrain
{
    private AccountSettings? _told;

    public async Task<AccountResult> ChangeSettings(ChangeSettingsCommand command)
    {
        if (!IsOwnedBy(command.Member)) return new(null, Refusals.UnknownAccount);
        if (VenueOf(_account.Settings) is { } venue && await venue.Check(_account.Id, command.Change.ApplyTo(_account.Settings!), CancellationToken.None) is { } unfit)
            return new(null, unfit);
        var changed = await Once(command.Member, command.Key, command, [], context => _account.Change(command.Change, command.Version, context));
        return changed.Refusal is { } refusal ? new(null, refusal) : await Snapshot();
    }

    private IVenue? VenueOf(AccountSettings? settings) => venues.FirstOrDefault(venue => venue.Name == settings?.Venue);

    // Asked only by the owner: to somebody else the account does not exist.
    private OrderRefusal? IsOff(MemberId member) =>
        IsOwnedBy(member) && VenueOf(_account.Settings) is null ? Refusals.VenueOff(_account.Settings!.Venue) : null;

    /// <summary>
    /// The venue, which knows by now how the account is run; null when it is not enabled here. It throws when the venue could not be told, and then
    /// nothing is to be sent: an order must not meet another leverage than the one that it was checked with.
    /// </summary>
    private async ValueTask<IVenue?> ToldVenue()
    {
        if (VenueOf(_account.Settings) is not { } venue)
        {
            if (_account.Settings is { } settings) LogVenueOff(settings.Venue, _account.Id);
            return null;
        }
        while (!ReferenceEquals(_told, _account.Settings))
        {
            var settings = _account.Settings!;
            await _durable;     // nothing is told before its commit
            await venue.Configure(_account.Id, settings, CancellationToken.None);
            _told = settings;
        }
        return venue;
    }

    private async Task AskVenue()
    {
        if (await ToldVenue() is not { } venue) return;
        var asked = venue.Reconcile(_account.Id, [.. _account.OpenOrders.Values.Where(order => order.Status.IsAtVenue())], _watermarks, CancellationToken.None);
        // The answer comes as reports. When one cannot be stored the next ones wait for another activation, which waits for this one: so this must not wait for them.
        await Task.WhenAny(asked, _stale.Task);
        ThrowIfStale();
        await asked;
        _isAsked = true;
    }

    [LoggerMessage(LogLevel.Warning, "The venue {Venue} of account {Account} is not enabled here: nothing is sent there, and nothing heard from it.")]
    private partial void LogVenueOff(string venue, AccountId account);
}
