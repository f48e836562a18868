using Fincord.Domain.Trading;
using FsCheck;
using FsCheck.Fluent;
using static Fincord.Domain.Tests.Trading.TradingExamples;

namespace Fincord.Domain.Tests.Trading.Risk;

/// <summary>
/// What holds for every history of accounts that share a budget over a network that delays and loses, and of accounts and a budget that die.
/// </summary>
public sealed class BudgetProperties
{
    private const int Accounts = 4;
    private const int Steps = 120;
    private const long Second = 1_000_000_000;

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("FINCORD_SOAK") == "1" ? 20_000 : 500);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void Accounts_never_use_more_than_the_limit_together_whatever_is_lost_and_whoever_dies() =>
        Check.One(Runs, Prop.ForAll(Seeds, seed => Run(seed, world => Assert.InRange(world.Used, 0, World.Limit))));

    [Fact]
    public void What_is_leased_and_what_is_used_never_exceed_the_limit() =>
        Check.One(Runs, Prop.ForAll(Seeds, seed => Run(seed, world =>
        {
            Assert.InRange(world.Budget.Reserved, 0, World.Limit);
            Assert.Equal(world.Budget.Shares.Values.Sum(share => share.Reserved), world.Budget.Reserved);
            Assert.Equal(world.Budget.Shares.Values.Sum(share => share.Orders), world.Budget.OrdersOut);
        })));

    [Fact]
    public void In_no_time_are_more_orders_placed_than_the_burst_and_what_flowed_in() =>
        Check.One(Runs, Prop.ForAll(Seeds, seed => Run(seed, world =>
        {
            for (var first = 0; first < world.Placed.Count; first++)
            {
                var passed = world.Now - world.Placed[first];
                Assert.True((world.Placed.Count - first - World.Burst) * (Int128)Second <= (Int128)passed * World.Rate, "Too many orders.");
            }
        })));

    [Fact]
    public void When_all_is_closed_and_told_all_comes_back() => Check.One(Runs, Prop.ForAll(Seeds, seed =>
    {
        var world = Run(seed, _ => { });
        world.CloseAll();
        Assert.Equal((0m, 0), (world.Budget.Reserved, world.Budget.OrdersOut));
        Assert.Equal(World.Burst, world.AllOrders());
    }));

    private static World Run(int seed, Action<World> check)
    {
        var world = new World(new Random(seed));
        for (var step = 0; step < Steps; step++)
        {
            world.Step();
            check(world);
        }
        return world;
    }

    /// <summary>Accounts with a durable use, their leases in memory, the budget, and messages on their way.</summary>
    private sealed class World(Random random)
    {
        public const decimal Limit = 1_000;
        public const int Rate = 5;
        public const int Burst = 20;

        private readonly decimal[] _used = new decimal[Accounts];
        private readonly HeldBudget[] _held = [.. Enumerable.Range(0, Accounts).Select(_ => new HeldBudget(Limits, Id(1).Value))];
        private readonly List<(int Account, BudgetRequest Request, long At)> _requests = [];
        private readonly List<(int Account, BudgetRequest Request, BudgetLease? Lease, long At)> _answers = [];
        private int _sessions = 1;

        private static ScopeLimits Limits { get; } = new(RiskScope.All, new("USD", Limit, null, null, Rate, Burst), 1);

        public long Now { get; private set; }

        public List<long> Placed { get; } = [];

        public Budget Budget { get; private set; } = new(RiskScope.All, Limits.Limits) { IsComplete = true };

        public decimal Used => _used.Sum();

        public void Step()
        {
            var account = random.Next(Accounts);
            switch (random.Next(10))
            {
                case 0 or 1:
                    Ask(account, _used[account] + random.Next(0, 400), random.Next(0, 100), random.Next(0, 8));
                    break;
                case 2 or 3 when _requests.Count > 0:
                    Arrive(random.Next(_requests.Count));
                    break;
                case 4 when _answers.Count > 0:
                    Answer(random.Next(_answers.Count));
                    break;
                case 5 or 6:
                    Place(account, random.Next(1, 200));
                    break;
                case 7:
                    _used[account] -= random.Next(0, (int)_used[account] + 1);
                    break;
                case 8:
                    Now += random.Next(4) == 0 ? 25 * Second : random.NextInt64(3 * Second);
                    Budget = Budget.Expire(Now);
                    foreach (var silent in Budget.Overdue(Now).ToList()) Tell(Enumerable.Range(0, Accounts).Single(index => AccountOf(index) == silent));
                    break;
                default:
                    Die(account);
                    break;
            }
        }

        /// <summary>Everything is closed, and everybody says so.</summary>
        public void CloseAll()
        {
            _requests.Clear();
            _answers.Clear();
            for (var account = 0; account < Accounts; account++)
            {
                _used[account] = 0;
                Tell(account);
            }
        }

        /// <summary>How many orders one account is given when nobody else wants any and enough time has gone by.</summary>
        public int AllOrders()
        {
            Now += 1_000 * Second;
            return Budget.Take(Request(0, Burst * 2), Now).Lease!.Orders;
        }

        private BudgetRequest Request(int account, int orders) => new(AccountOf(account), Id(int.MaxValue).Value, 1, BudgetUse.None, 0, 0, 0, 0, orders);

        private void Ask(int account, decimal exposure, decimal ahead, int orders)
        {
            (_held[account], var request) = _held[account].Ask(AccountOf(account), BudgetUse.None with { Exposure = _used[account] }, exposure, ahead, orders, Now);
            _requests.Add((account, request, Now));
        }

        // Some arrive, some late, some never.
        private void Arrive(int index)
        {
            var (account, request, at) = _requests[index];
            _requests.RemoveAt(index);
            if (Now - at > BudgetLease.Grace.Ticks * 100 || random.Next(8) == 0) return;
            (Budget, var lease) = Budget.Take(request, Now);
            _answers.Add((account, request, lease, at));
        }

        private void Answer(int index)
        {
            var (account, request, lease, at) = _answers[index];
            _answers.RemoveAt(index);
            if (random.Next(8) != 0 && request.Session == _held[account].Session) _held[account] = _held[account].Take(request, lease, at);
        }

        private void Place(int account, decimal notional)
        {
            var held = _held[account];
            if (!held.Holds(Now) || held.Orders < 1 || _used[account] + notional > held.Exposure) return;
            _used[account] += notional;
            _held[account] = held.Place(1);
            Placed.Add(Now);
        }

        // A new activation knows the durable use, and nothing of a lease. Or the budget dies: it knows the stored shares.
        private void Die(int account)
        {
            if (random.Next(3) == 0)
            {
                Budget = Budget.Shares.Values.Aggregate(
                    new Budget(RiskScope.All, Limits.Limits) { IsComplete = true, RefilledAt = Now }, (budget, share) => budget.Restore(share, Now));
                return;
            }
            _held[account] = new(Limits, Id(++_sessions).Value);
        }

        private void Tell(int account)
        {
            Ask(account, _used[account], 0, 0);
            var (_, request, at) = _requests[^1];
            _requests.RemoveAt(_requests.Count - 1);
            (Budget, var lease) = Budget.Take(request, Now);
            _held[account] = _held[account].Take(request, lease, at);
        }

        private static AccountId AccountOf(int index) => new(Id(index + 1).Value);
    }
}
