using Fincord.Contracts.Markets;
using Fincord.Domain.Markets;
using Fincord.Domain.Members;

namespace Fincord.Storage.Trading;

/// <summary>The halted instruments, a row each.</summary>
internal sealed class HaltTable(ITradingDatabase database) : IHaltStore
{
    /// <inheritdoc/>
    public async Task<TradingHalt?> FindHalt(InstrumentId instrument, CancellationToken cancellation) =>
        (await database.Read(
            "SELECT reason, halted_by, since FROM instrument_halt WHERE instrument_id = ?",
            row => new TradingHalt(row.Text(), new MemberId(Guid.Parse(row.Text())), new(row.Int64())), cancellation, instrument.Value)).SingleOrDefault();

    /// <inheritdoc/>
    public Task SaveHalt(InstrumentId instrument, TradingHalt? halt, CancellationToken cancellation) => database.Commit(
        $"halt:{instrument}",
        [
            halt is null
                ? new("DELETE FROM instrument_halt WHERE instrument_id = ?", [instrument.Value])
                : new(
                    "INSERT INTO instrument_halt (instrument_id, reason, halted_by, since) VALUES (?, ?, ?, ?) "
                    + "ON CONFLICT (instrument_id) DO UPDATE SET reason = excluded.reason, halted_by = excluded.halted_by, since = excluded.since",
                    [instrument.Value, halt.Reason, halt.By.ToString(), halt.Since.Nanoseconds]),
        ],
        cancellation);
}
