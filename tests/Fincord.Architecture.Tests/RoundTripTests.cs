using System.Text.Json;
using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>State is kept as JSON: what goes in comes out, to the last part. A get-only struct would come back as zero, silently.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<Type> Types => [.. Messages.All.Where(type => !type.IsAssignableTo(typeof(Exception)))];

    [Theory, MemberData(nameof(Types))]
    public void A_message_comes_back_from_JSON_as_it_went(Type type)
    {
        var sample = Samples.Of(type);
        Assert.True(Samples.HasNoDefaults(sample), $"The sample of {type} has a part with its default value.");

        var json = JsonSerializer.Serialize(sample, type);
        var back = JsonSerializer.Deserialize(json, type);

        Assert.True(Samples.AreEqual(sample, back), $"{type} became {JsonSerializer.Serialize(back, type)} from {json}");
    }
}
