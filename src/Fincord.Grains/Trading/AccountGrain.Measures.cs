namespace Fincord.Grains.Trading;

internal sealed partial class AccountGrain
{
    private bool _hadPositions;

    // One measure more when the last position has gone: the series ends with nothing at risk.
    private async Task MeasureRisk()
    {
        if (_account.Settings is null || IsStale) return;
        var hasPositions = _account.Positions.Values.Any(position => !position.IsFlat);
        if (!hasPositions && !_hadPositions) return;
        var context = await Look([]);
        await risks.Keep(_account, context, CancellationToken.None);
        _hadPositions = hasPositions;
    }
}
