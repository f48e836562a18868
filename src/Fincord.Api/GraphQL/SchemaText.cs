using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Api.GraphQL;

/// <summary>The GraphQL schema as text, as <c>schemas/fincord.graphql</c> holds it.</summary>
public static class SchemaText
{
    /// <summary>The schema in the schema definition language, built without starting anything.</summary>
    public static async Task<string> Write()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddApi();
        await using var provider = services.BuildServiceProvider();
        var executor = await provider.GetRequestExecutorAsync();
        return executor.Schema.ToString()!.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
