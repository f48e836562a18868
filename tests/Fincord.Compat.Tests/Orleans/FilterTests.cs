namespace Fincord.Compat.Tests.Orleans;

public interface IFiltered : IGrainWithStringKey
{
    Task<string> Say(string text);

    Task<int> Fail();
}

internal sealed class FilteredGrain(Gates gates) : Grain, IFiltered, IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        gates.Note($"grain sees {context.MethodName}");
        await context.Invoke();
    }

    public Task<string> Say(string text)
    {
        gates.Note("method");
        return Task.FromResult(text);
    }

    public Task<int> Fail() => throw new RottenFruitException("bad");
}

public interface IChain : IGrainWithStringKey
{
    Task<string> Follow(string[] path, bool open);
}

internal sealed class ChainGrain : Grain, IChain
{
    public async Task<string> Follow(string[] path, bool open)
    {
        if (path.Length == 0) return this.GetPrimaryKeyString();
        using var section = open ? RequestContext.AllowCallChainReentrancy() : RequestContext.SuppressCallChainReentrancy();
        return this.GetPrimaryKeyString() + await GrainFactory.GetGrain<IChain>(path[0]).Follow(path[1..], open);
    }
}

public sealed class FilterTests
{
    [Fact]
    public async Task S15_Filters_run_in_order_then_the_grains_own_then_the_method()
    {
        var gates = new Gates();
        await using var cluster = await TestClusters.Deploy(gates, silo => silo
            .AddIncomingGrainCallFilter(context => NoteAndGoOn(gates, "first", context))
            .AddIncomingGrainCallFilter(context => NoteAndGoOn(gates, "second", context)));

        Assert.Equal("hello", await cluster.Client.GetGrain<IFiltered>("a").Say("hello"));

        Assert.Equal(["first", "second", "grain sees Say", "method"], gates.Log);
    }

    [Fact]
    public async Task S15_A_filter_may_set_the_result_skip_the_rest_and_catch()
    {
        await using var cluster = await TestClusters.Deploy(configure: silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            if (context.Grain is not FilteredGrain) await context.Invoke();
            else if (context.MethodName == nameof(IFiltered.Say)) context.Result = "instead of " + context.Request.GetArgument(0);
            else await Catch(context);
        }));
        var grain = cluster.Client.GetGrain<IFiltered>("a");

        Assert.Equal("instead of hello", await grain.Say("hello"));
        Assert.Equal(42, await grain.Fail());

        static async Task Catch(IIncomingGrainCallContext context)
        {
            try
            {
                await context.Invoke();
            }
            catch (RottenFruitException)
            {
                context.Result = 42;
            }
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b", "a")]
    [InlineData("b", "c", "a")]
    public async Task S5_A_chain_of_calls_may_come_back_when_it_was_opened(params string[] path)
    {
        await using var cluster = await TestClusters.Deploy();

        Assert.Equal("a" + string.Concat(path), await cluster.Client.GetGrain<IChain>("a").Follow(path, open: true));
    }

    private static Task NoteAndGoOn(Gates gates, string name, IIncomingGrainCallContext context)
    {
        if (context.Grain is FilteredGrain) gates.Note(name);
        return context.Invoke();
    }
}
