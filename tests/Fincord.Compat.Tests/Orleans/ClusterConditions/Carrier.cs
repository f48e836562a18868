namespace Fincord.Compat.Tests.Orleans.ClusterConditions;

[GenerateSerializer, Alias("compat.Parcel")]
public sealed class Parcel
{
    [Id(0)]
    public List<string> Content { get; set; } = [];

    [field: NonSerialized]
    public string Note { get; set; } = "unread";
}

/// <summary>An exception of an application that forgot [GenerateSerializer].</summary>
public sealed class HomemadeException(string message) : Exception(message);

public interface ICarrier : IGrainWithStringKey
{
    Task<string> Echo(string text, CancellationToken cancellation);

    Task Throw();

    IAsyncEnumerable<Parcel> Repeat(Parcel parcel, int times);
}

[GrainType("carrier")]
internal sealed class CarrierGrain : Grain, ICarrier
{
    public CarrierGrain(Gates gates) => gates.Note(IdentityString);

    public Task<string> Echo(string text, CancellationToken cancellation) => Task.FromResult(text);

    public Task Throw() => throw new HomemadeException("made at home");

    public async IAsyncEnumerable<Parcel> Repeat(Parcel parcel, int times)
    {
        await Task.Yield();
        for (var i = 0; i < times; i++) yield return parcel;
    }
}

public interface IImmortal : IGrainWithStringKey
{
    Task Greet();
}

[KeepAlive, GrainType("immortal")]
internal sealed class ImmortalGrain : Grain, IImmortal
{
    public ImmortalGrain(Gates gates) => gates.Note(IdentityString);

    public Task Greet() => Task.CompletedTask;
}
