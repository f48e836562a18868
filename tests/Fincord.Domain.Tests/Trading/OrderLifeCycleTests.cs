using Fincord.Domain.Trading;

namespace Fincord.Domain.Tests.Trading;

/// <summary>The whole table: each status with each transition.</summary>
public sealed class OrderLifeCycleTests
{
    // A row for each status, a column for each transition in the order of the enum; the letter is the status after it, a dot says that it cannot happen.
    // I initialized, D denied, S submitted, A accepted, R rejected, T triggered, U pending update, C pending cancel, P partially filled, F filled,
    // X cancelled, E expired, w what it goes back to.
    //                                        Deny Submit Accept Reject Trigger ReqUpd SetUpd ReqCan RefCan Cancel Expire Part Rest ByVenue
    private const string Table = """
        Initialized     D S . . . . I . . X E . . .
        Denied          . . . . . . . . . . . . . .
        Submitted       . . A R T . . C . X E P F .
        Accepted        . . A R T U A C . X E P F A
        Rejected        . . . . . . . . . . . R F .
        Triggered       . . T R . U T C . X E P F T
        PendingUpdate   . . U R U . w C . X E U F U
        PendingCancel   . . C R C . C . w X E C F C
        PartiallyFilled . . P . T U P C . X E P F P
        Filled          . . . . . . . . . . . . . .
        Cancelled       . . . . . . . . . . . X F .
        Expired         . . . . . . . . . . . E F .
        """;

    [Fact]
    public void Each_status_goes_where_the_table_says_and_nowhere_else()
    {
        var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(row => Enum.Parse<OrderStatus>(row[0]), row => row[1..]);
        Assert.Equal(Enum.GetValues<OrderStatus>(), rows.Keys.Order());
        foreach (var (status, row) in rows)
        {
            var transitions = Enum.GetValues<OrderTransition>();
            Assert.Equal(transitions.Length, row.Length);
            foreach (var (transition, letter) in transitions.Zip(row))
                Assert.True(StatusOf(letter) == status.After(transition, OrderStatus.Triggered), $"{status} and {transition} make {status.After(transition, OrderStatus.Triggered)}, not {letter}.");
        }
    }

    [Theory]
    [InlineData(OrderStatus.Accepted)]
    [InlineData(OrderStatus.Triggered)]
    [InlineData(OrderStatus.PartiallyFilled)]
    public void A_pending_order_goes_back_to_what_it_was(OrderStatus working)
    {
        Assert.Equal(working, OrderStatus.PendingUpdate.After(OrderTransition.SettleUpdate, working));
        Assert.Equal(working, OrderStatus.PendingCancel.After(OrderTransition.RefuseCancel, working));
    }

    private static OrderStatus? StatusOf(string letter) => letter switch
    {
        "I" => OrderStatus.Initialized,
        "D" => OrderStatus.Denied,
        "S" => OrderStatus.Submitted,
        "A" => OrderStatus.Accepted,
        "R" => OrderStatus.Rejected,
        "T" => OrderStatus.Triggered,
        "U" => OrderStatus.PendingUpdate,
        "C" => OrderStatus.PendingCancel,
        "P" => OrderStatus.PartiallyFilled,
        "F" => OrderStatus.Filled,
        "X" => OrderStatus.Cancelled,
        "E" => OrderStatus.Expired,
        "w" => OrderStatus.Triggered,
        _ => null,
    };
}
