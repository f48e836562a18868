using System.Globalization;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Tests.Trading;

/// <summary>
/// Not a test, but the process that <see cref="KillTests"/> kills: fifty traders in a silo on real storage, who write down what was acknowledged to
/// them until they die. It runs by name only.
/// </summary>
public sealed class KilledTraders
{
    public const string FolderVariable = "KILLED_TRADERS_FOLDER";
    public const string PostgreSqlVariable = "KILLED_TRADERS_POSTGRESQL";
    public const string RunVariable = "KILLED_TRADERS_RUN";
    public const int Traders = 50;

    /// <summary>Where a trader's acknowledgements are: a line each, the key, the order and the account's sequence.</summary>
    public static string AcknowledgedIn(string folder) => System.IO.Path.Combine(folder, "acknowledged");

    public static AccountId AccountOf(int trader) => new(new(trader + 1, 9, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    [Fact(Explicit = true)]
    public async Task Trade_until_they_are_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        var run = int.Parse(Environment.GetEnvironmentVariable(RunVariable)!, CultureInfo.InvariantCulture);
        await using var cluster = await TradingCluster.Start(folder, Environment.GetEnvironmentVariable(PostgreSqlVariable));
        await using var acknowledged = new StreamWriter(AcknowledgedIn(folder), append: true) { AutoFlush = true };
        var writing = new Lock();
        await cluster.Quote(9_990, 10_010);
        await Task.WhenAll(Enumerable.Range(0, Traders).Select(Trade).Append(MoveMarket()).Append(PayDividends()));

        async Task Trade(int trader)
        {
            var random = new Random(run * Traders + trader);
            var (_, account) = await cluster.Open(AccountOf(trader), 1_000_000);
            for (var number = 0; ; number++)
            {
                var command = cluster.Buy($"{run}.{number}", 9_980 + random.Next(60), random.Next(1, 100) * 1_000_000);
                if (random.Next(3) == 0) command = command with { Tickets = [command.Tickets[0] with { Side = OrderSide.Sell }] };
                var answer = await account.Place(command);
                var order = Assert.Single(answer.Orders);
                var sequence = (await account.GetAccount(TradingCluster.Member)).Account!.State.Sequence;
                lock (writing) acknowledged.WriteLine($"{trader} {command.Key} {order.Id} {sequence}");
                if (random.Next(4) == 0) await account.Cancel(new(TradingCluster.Member, $"cancel {run}.{number}".Replace(' ', '-'), order.Id));
            }
        }

        async Task PayDividends()
        {
            var actions = cluster.ActionsOf(cluster.Instrument);
            for (var number = 1; ; number++)
            {
                var at = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
                Assert.Null((await actions.Announce(new(TradingCluster.Member, $"{run}.{number}", new(default, cluster.Instrument, InstrumentActionKind.Dividend, at, default, 0)
                {
                    CashPerUnit = 0.01m,
                }))).Refusal);
                await Task.Delay(1_000);
            }
        }

        async Task MoveMarket()
        {
            var random = new Random(run);
            while (true)
            {
                var middle = 10_000 + random.Next(-20, 20);
                await cluster.Quote(middle - 10, middle + 10);
                await Task.Delay(20);
            }
        }
    }
}
