namespace Fincord.Compat.Tests.Orleans;

[Alias("compat.IEcho")]
public interface IEcho : IGrainWithStringKey
{
    [Alias("Say")] Task<string> Say(string text);
}

internal sealed class EchoGrain : Grain, IEcho
{
    public Task<string> Say(string text) => Task.FromResult($"{this.GetPrimaryKeyString()}: {text}");
}

public sealed class SchedulingTests
{
    [Fact]
    public async Task A_call_is_answered()
    {
        await using var cluster = await TestClusters.Deploy();
        Assert.Equal("a: hello", await cluster.Client.GetGrain<IEcho>("a").Say("hello"));
    }
}
