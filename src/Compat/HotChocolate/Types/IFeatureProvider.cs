namespace HotChocolate.Features;

/// <summary>What a scalar is told of the request that it reads a value for: nothing that our scalars need.</summary>
public interface IFeatureProvider;

internal sealed class NoFeatures : IFeatureProvider
{
    public static readonly NoFeatures Instance = new();
}
