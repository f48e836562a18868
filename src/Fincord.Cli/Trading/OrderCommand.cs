using System.CommandLine;
using System.Text.Json;
using Fincord.Cli.Output;
using Fincord.Cli.Server;
using Fincord.Contracts;
using Fincord.Domain.Trading;
using Fincord.Schemas.Views;
using Spectre.Console;

namespace Fincord.Cli.Trading;

/// <summary><c>order</c>: places, changes, cancels and lists orders.</summary>
internal static class OrderCommand
{
    private const string KeyHeader = "Idempotency-Key";
    private const int Looks = 20;
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromMilliseconds(50);

    public static Command Describe(CommonOptions common) => new("order", "Place, amend, cancel and list orders.")
    {
        DescribePlace(common), DescribeAmend(common), DescribeCancel(common), DescribeList(common),
    };

    private static Command DescribePlace(CommonOptions common)
    {
        var (account, ticket, key) = (new AccountOption(), new TicketOptions(), Arguments.IdempotencyKey());
        var command = new Command("place", "Place an order: at the market, or as its options say.") { account.Option, key };
        ticket.AddTo(command);
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var path = await account.Find(parsed, server, cancellation, "orders");
            var answer = await server.Send(HttpMethod.Post, path, ticket.Read(parsed), cancellation, (KeyHeader, parsed.GetValue(key) ?? NewKey(common)));
            Show(common, parsed, server, await Settle(common, server, path, server.Read<PageView<JsonElement>>(answer), cancellation));
        });
    }

    private static Command DescribeAmend(CommonOptions common)
    {
        var (account, order, key) = (new AccountOption(), OrderArgument(), Arguments.IdempotencyKey());
        var quantity = Arguments.Number("--quantity", "N", "The whole quantity, what is filled included.");
        var limit = Arguments.Number("--limit", "PRICE", "The limit price.");
        var trigger = Arguments.Number("--stop", "PRICE", "The trigger price.");
        var version = new Option<int?>("--version-seen") { Description = "Change it only if it has this version still.", HelpName = "N" };
        return common.Serve(
            new("amend", "Change a working order.") { order, account.Option, quantity, limit, trigger, version, key }, async (parsed, server, cancellation) =>
        {
            var path = await account.Find(parsed, server, cancellation, "orders", parsed.GetRequiredValue(order));
            var body = new AmendOrderRequest { Quantity = parsed.GetValue(quantity), LimitPrice = parsed.GetValue(limit), TriggerPrice = parsed.GetValue(trigger) };
            var answer = await server.Send(
                HttpMethod.Patch, path, body, cancellation,
                (KeyHeader, parsed.GetValue(key) ?? NewKey(common)), ("If-Match", parsed.GetValue(version) is { } seen ? $"\"{seen}\"" : null));
            Show(common, parsed, server, await Settle(common, server, path.Parent, new([answer]), cancellation));
        });
    }

    private static Command DescribeCancel(CommonOptions common)
    {
        var (account, order, key) = (new AccountOption(), OrderArgument(), Arguments.IdempotencyKey());
        order.Arity = ArgumentArity.ZeroOrOne;
        var all = new Option<bool>("--all") { Description = "Cancel all open orders." };
        var command = new Command("cancel", "Cancel an order, or all.") { order, all, account.Option, key };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == result.GetValue(order) is not null) result.AddError("Either an order is cancelled, or --all.");
        });
        return common.Serve(command, async (parsed, server, cancellation) =>
        {
            var orders = await account.Find(parsed, server, cancellation, "orders");
            var path = parsed.GetValue(order) is { } one ? orders.Below(one) : orders;
            var answer = await server.Send(HttpMethod.Delete, path, null, cancellation, (KeyHeader, parsed.GetValue(key) ?? NewKey(common)));
            Show(common, parsed, server, await Settle(common, server, orders, server.Read<PageView<JsonElement>>(answer), cancellation));
        });
    }

    private static Command DescribeList(CommonOptions common)
    {
        var (account, limit) = (new AccountOption(), Arguments.Limit("orders", byDefault: 100));
        var open = new Option<bool>("--open") { Description = "Only those that have not ended." };
        return common.Serve(new("list", "List an account's orders, the latest first.") { account.Option, open, limit }, async (parsed, server, cancellation) =>
        {
            var path = (await account.Find(parsed, server, cancellation, "orders")).With("onlyOpen", parsed.GetValue(open) ? "true" : null);
            Show(common, parsed, server, await server.GetPages(path, null, parsed.GetValue(limit), cancellation));
        });
    }

    /// <summary>Looks at orders until the venue has answered, a second at most: what a person wants to see is what became of them.</summary>
    private static async Task<PageView<JsonElement>> Settle(
        CommonOptions common, ServerClient server, RestPath orders, PageView<JsonElement> page, CancellationToken cancellation)
    {
        for (var look = 0; look < Looks && page.Results.Any(order => IsOnItsWay(server.Read<OrderView>(order).Status)); look++)
        {
            await Task.Delay(_betweenLooks, common.Time, cancellation);
            page = new(await Task.WhenAll(page.Results.Select(order => server.Get(orders.Below(server.Read<OrderView>(order).Id), cancellation))));
        }
        return page;
    }

    private static bool IsOnItsWay(OrderStatus status) => status is OrderStatus.Submitted or OrderStatus.PendingUpdate or OrderStatus.PendingCancel;

    private static void Show(CommonOptions common, ParseResult parsed, ServerClient server, PageView<JsonElement> orders) =>
        common.Show(parsed, orders, "orders", () => ToTable(orders.Results.Select(server.Read<OrderView>)));

    private static Table ToTable(IEnumerable<OrderView> orders)
    {
        var table = TableWriter.WithColumns(
            "PLACED", "KEY", "SIDE", "TYPE", ">QUANTITY", ">LIMIT", ">TRIGGER", "STATUS", ">FILLED", ">AVERAGE PRICE", "CODE", "ID");
        foreach (var order in orders)
        {
            table.AddRow(
                Cells.Time(order.PlacedAt), Cells.Word(order.InstrumentKey), Cells.Choice(order.Side), Cells.Choice(order.Type), Cells.Number(order.Quantity),
                Cells.Number(order.LimitPrice), Cells.Number(order.TriggerPrice), Cells.Choice(order.Status), Cells.Number(order.Filled),
                Cells.Number(order.AverageFillPrice), Cells.Word(order.Code ?? "-"), Cells.Word(order.Id));
        }
        return table;
    }

    private static Argument<string> OrderArgument() => new("ORDER") { Description = "The order's id." };

    private static string NewKey(CommonOptions common) => new VersionSevenIds(common.Time).Next().ToString();
}
