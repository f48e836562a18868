using Orleans.Streams;

namespace Fincord.Compat.Tests.Orleans.Simulation;

public interface IHearer : IGrainWithIntegerKey
{
    Task Subscribe(int stream);

    Task Unsubscribe(int stream);

    /// <summary>Resumes a subscription after an event that it has heard before.</summary>
    Task GoBack(int stream);

    Task Leave();
}

/// <summary>Hears streams, and tells the rules what it hears.</summary>
internal sealed class HearerGrain(StreamRules rules, Random random, TimeProvider time) : Grain, IHearer
{
    public static IAsyncStream<Beat> StreamOf(IStreamProvider provider, int stream) => provider.GetStream<Beat>("beats", stream);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        for (var stream = 0; stream < rules.Streams; stream++)
        {
            foreach (var handle in await HandlesOf(stream)) await Resume(handle, stream, goesBack: rules.MayGoBack && random.Next(4) == 0);
        }
    }

    public async Task Subscribe(int stream)
    {
        var hearing = rules.Begin(stream);
        try
        {
            rules.Confirm(hearing, (await StreamOf(Provider, stream).SubscribeAsync(new Ear(hearing, this, random, time))).HandleId);
        }
        catch
        {
            hearing.Loosen();
            DeactivateOnIdle();         // the next activation finds it when it was stored
            throw;
        }
    }

    public async Task Unsubscribe(int stream)
    {
        if ((await HandlesOf(stream)).FirstOrDefault() is not { } handle) return;
        var hearing = rules.Find(stream, handle.HandleId);
        try
        {
            await handle.UnsubscribeAsync();
            hearing.End();
        }
        catch
        {
            hearing.Loosen();
            throw;
        }
    }

    public async Task GoBack(int stream)
    {
        if ((await HandlesOf(stream)).FirstOrDefault() is { } handle) await Resume(handle, stream, goesBack: true);
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private IStreamProvider Provider => this.GetStreamProvider(SimulatedStreams.Provider);

    private Task<IList<StreamSubscriptionHandle<Beat>>> HandlesOf(int stream) => StreamOf(Provider, stream).GetAllSubscriptionHandles();

    private Task Resume(StreamSubscriptionHandle<Beat> handle, int stream, bool goesBack)
    {
        var hearing = rules.Find(stream, handle.HandleId);
        return handle.ResumeAsync(new Ear(hearing, this, random, time), goesBack ? hearing.GoBack(random, this) : null);
    }
}

/// <summary>Handles events slowly, and not always.</summary>
internal sealed class Ear(Hearing hearing, object consumer, Random random, TimeProvider time) : IAsyncObserver<Beat>
{
    public async Task OnNextAsync(Beat item, StreamSequenceToken? token = null)
    {
        hearing.Begin(item, consumer);
        var chance = random.Next(60);
        if (chance < 20) await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 15)), time);
        else if (chance == 20) await Task.Delay(TimeSpan.FromSeconds(3), time);         // longer than some deliveries wait
        if (item.IsPoison || chance is 21 or 22)
        {
            hearing.Fail(item);
            throw new IOException("The consumer has failed.");
        }
        hearing.Finish(item, token!);
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
