using System.Diagnostics;
using System.Globalization;
using Fincord.Compat.Tests.Orleans.Databases;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Grains.Tests.Storage;

namespace Fincord.Grains.Tests.Trading;

/// <summary>
/// A process with fifty traders is killed with SIGKILL in the middle of its work, again and again on the same data; the next one finds every
/// acknowledged order and fill, once. What the process gave to the operating system survives its death, so this does not test that commits are
/// flushed to the disk (fsync): only a machine that loses its power would. <c>FINCORD_SOAK=1</c> kills two hundred times.
/// </summary>
public sealed class KillTests(PostgreSqlDatabases databases)
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("FINCORD_SOAK") == "1" ? 200 : 10;

    [Fact]
    public Task Killed_traders_on_SQLite_lose_nothing_and_count_nothing_twice() => KillAgainAndAgain(postgreSql: null);

    [Fact]
    public async Task Killed_traders_on_PostgreSQL_lose_nothing_and_count_nothing_twice() => await KillAgainAndAgain(await databases.Create());

    private static async Task KillAgainAndAgain(string? postgreSql)
    {
        using var folder = new TempFolder();
        var random = new Random(postgreSql is null ? 1 : 2);
        for (var run = 1; run <= Kills; run++)
        {
            await TradeAndKill(folder.Path, postgreSql, run, acknowledgements: random.Next(100, 600));
            await using var cluster = await TradingCluster.Start(folder.Path, postgreSql);
            await cluster.Quote(9_990, 10_010);
            await CheckAll(cluster, Acknowledged(folder.Path), run);
        }
    }

    private static async Task TradeAndKill(string folder, string? postgreSql, int run, int acknowledgements)
    {
        var file = KilledTraders.AcknowledgedIn(folder);
        var before = File.Exists(file) ? File.ReadLines(file).Count() : 0;
        var start = new ProcessStartInfo("dotnet", [typeof(KillTests).Assembly.Location, "-explicit", "only", "-method", $"{typeof(KilledTraders).FullName}.{nameof(KilledTraders.Trade_until_they_are_killed)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[KilledTraders.FolderVariable] = folder;
        start.Environment[KilledTraders.RunVariable] = run.ToString(CultureInfo.InvariantCulture);
        if (postgreSql is not null) start.Environment[KilledTraders.PostgreSqlVariable] = postgreSql;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var watch = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var patience = Stopwatch.StartNew();
        while (!process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(90) && (File.Exists(file) ? File.ReadLines(file).Count() : 0) < before + acknowledgements)
            await watch.WaitForNextTickAsync();
        var isAlive = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        Assert.True(isAlive && patience.Elapsed < TimeSpan.FromSeconds(90), $"The traders did not trade.\n{await output}\n{await error}");
    }

    // The last line may be torn: what it acknowledged nobody read.
    private static List<(int Trader, string Key, OrderId Order, long Sequence)> Acknowledged(string folder)
    {
        var text = File.ReadAllText(KilledTraders.AcknowledgedIn(folder));
        return
        [
            .. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Where(line => line.Length == 4)
                .Select(line => (int.Parse(line[0], CultureInfo.InvariantCulture), line[1], new OrderId(Guid.Parse(line[2])), long.Parse(line[3], CultureInfo.InvariantCulture))),
        ];
    }

    private static async Task CheckAll(TradingCluster cluster, List<(int Trader, string Key, OrderId Order, long Sequence)> acknowledged, int run)
    {
        var dividends = (await cluster.ActionStore.ReadEffective(cluster.Instrument, default, default)).Where(action => action.Kind is InstrumentActionKind.Dividend).ToList();
        Assert.NotEmpty(dividends);
        foreach (var trader in acknowledged.GroupBy(line => line.Trader))
        {
            var id = KilledTraders.AccountOf(trader.Key);
            var account = cluster.AccountOf(id);
            await account.CancelAll(new(TradingCluster.Member, $"end-{run}", null));
            await cluster.UntilNothingIsOpen(id);
            var orders = (await cluster.Store.ReadOrders(id, onlyOpen: false, null, int.MaxValue, default)).ToDictionary(order => order.Id);
            foreach (var (_, key, order, _) in trader)
            {
                Assert.True(orders.ContainsKey(order), $"Order {order} was acknowledged in run {run} or before, and is not there.");
                Assert.Contains($"{order}", (await cluster.Store.FindCommand(id, key, default))!.Answer, StringComparison.Ordinal);
            }
            var state = (await account.GetAccount(TradingCluster.Member)).Account!.State;
            Assert.True(state.Sequence >= trader.Max(line => line.Sequence));
            Assert.Empty(state.Held);
            var fills = await cluster.Store.ReadFills(id, null, int.MaxValue, default);
            foreach (var order in orders.Values) Assert.Equal(order.Filled.Count, fills.Where(fill => fill.Fill.OrderId == order.Id).Sum(fill => fill.Fill.Quantity.Count));
            Assert.Equal(state.PositionOf(cluster.Instrument).Count, fills.Sum(fill => fill.Fill.Side is OrderSide.Buy ? fill.Fill.Quantity.Count : -fill.Fill.Quantity.Count));
            var told = await cluster.Store.ReadReports(cluster.BookName(id), id, 0, int.MaxValue, default);
            Assert.Equal(told.Where(report => report.Fill is not null).Select(report => report.Fill!.Id).Order(), fills.Select(fill => fill.Fill.Id).Order());
            var journal = await cluster.Store.ReadJournal(id, null, int.MaxValue, default);
            Assert.All(journal, row => Assert.True(row.Entry.IsBalanced));
            // Each dividend was paid once, for what was held at its moment, whenever the fills were told.
            var paid = journal.SelectMany(row => row.Entry.Lines).Where(line => line.Account is LedgerAccount.Dividends).Sum(line => -line.Amount);
            Assert.Equal(dividends.Sum(dividend => HeldAt(fills, dividend.EffectiveAt) * dividend.CashPerUnit!.Value), paid, 4);
        }
        Assert.Empty(await cluster.Store.ListActiveAccounts(default));
        Assert.Empty(await cluster.Store.ListUntoldAccounts(default));
        Assert.All((await cluster.Store.ReadClearingNet(default)).Values, net => Assert.Equal(0, net));
    }

    // Each payment is rounded to the ledger's digits; a unit has eight.
    private static decimal HeldAt(IEnumerable<FillRow> fills, Timestamp at) => fills.Where(fill => fill.Fill.OccurredAt < at)
        .Sum(fill => (fill.Fill.Side is OrderSide.Buy ? 1 : -1) * fill.Fill.Quantity.Count) / 100_000_000m;
}
