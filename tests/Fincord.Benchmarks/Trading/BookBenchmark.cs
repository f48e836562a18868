using System.Diagnostics;
using System.Text.Json;
using Fincord.Benchmarks.Actors;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;
using Fincord.Domain.Trading.Paper;
using Fincord.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Benchmarks.Trading;

/// <summary>
/// A paper book with 10,000 working orders takes one more and makes it durable in SQLite, order by order. The baseline is what the whole state as
/// JSON takes, which a book without rows would write each time.
/// </summary>
internal static class BookBenchmark
{
    private const string Book = "bench";
    private const int WorkingOrders = 10_000;
    private const int WarmUp = 500;
    private const int Measured = 1_000;

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("fincord-bench-").FullName;
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddStorage(storage => storage.DataFolder = folder).BuildServiceProvider();
            await Measure(services.GetRequiredService<ITradingStore>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(ITradingStore store)
    {
        var account = new AccountId(Guid.CreateVersion7());
        var instrument = new Instrument(new(1), InstrumentDefinition.FromKey(InstrumentKey.Parse("BENCH:BOOK")));
        var exchange = new PaperExchange(Book, InstrumentTerms.Of(instrument), PaperRules.Default, PaperExchangeState.Empty);
        var (rows, commits, taken) = (new PaperOrderRows([]), 0L, new Lateness());
        for (var number = 0; number < WorkingOrders; number++) Submit(number);
        await Commit();
        var cpu = TimeSpan.Zero;
        for (var number = 0; number < WarmUp + Measured; number++)
        {
            if (number == WarmUp) cpu = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            Submit(WorkingOrders + number);
            await Commit();
            if (number >= WarmUp) taken.Record(Stopwatch.GetElapsedTime(start));
        }
        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / Measured;
        var whole = new Lateness();
        for (var round = 0; round < 50; round++)
        {
            var start = Stopwatch.GetTimestamp();
            JsonSerializer.Serialize(exchange.Capture());
            if (round >= 10) whole.Record(Stopwatch.GetElapsedTime(start));
        }
        Report.Figure("a book of 10,000 orders takes one more, durable, p50", taken.Quantile(0.5), "µs", ("its whole state as JSON", whole.Quantile(0.5)));
        Report.Figure("processor time of that", spent, "µs");

        void Submit(int number)
        {
            var id = new OrderId(new(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]));
            var ticket = new OrderTicket(instrument.Id, OrderSide.Buy, OrderType.Limit, new(100), TimeInForce.GoodTillCancelled) { LimitPrice = new(1_000 + number % 100) };
            exchange.Execute(account, new(VenueCommandKind.Submit, id, instrument.Id, new(id, account, ticket, null, []), null), new(number));
        }

        Task Commit()
        {
            var reports = exchange.TakeReports();
            return store.CommitBook(new(Book, ++commits, rows.Follow(exchange.Capture()), exchange.WorkingOrders, reports), CancellationToken.None);
        }
    }
}
