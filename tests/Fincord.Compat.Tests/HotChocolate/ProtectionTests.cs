using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>Requests that would cost too much are refused before they do.</summary>
public sealed class ProtectionTests
{
    [Theory]
    [InlineData("{ a: __typename b: __typename c: __typename d: __typename }", "more than 3 fields")]
    [InlineData("{ a: __typename ...F } fragment F on Query { b: __typename c: __typename d: __typename }", "more than 3 fields")]
    [InlineData("{ __typename @a @b @c }", "more than 2 directives")]
    [InlineData("query @a @b @c { __typename }", "more than 2 directives")]
    [InlineData("{ box { box { box { __typename } } } }", "recursion depth of 3")]
    [InlineData("{ a: __typename(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6) }", "more than 20 tokens")]
    public async Task A_document_larger_than_allowed_is_refused_while_it_is_parsed(string query, string part)
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>().ModifyParserOptions(options =>
        {
            options.MaxAllowedFields = 3;
            options.MaxAllowedDirectives = 2;
            options.MaxAllowedRecursionDepth = 3;
            options.MaxAllowedTokens = 20;
        }));

        Assert.Contains(part, (await host.ErrorAsync(query)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_a_document_has_at_most_2048_fields_and_four_directives_at_one_place()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>());
        static string Fields(int count) => $"{{ {string.Join(' ', Enumerable.Range(0, count).Select(index => $"f{index}: __typename"))} }}";

        await host.DataAsync(Fields(2048));
        Assert.Contains("more than 2048 fields", (await host.ErrorAsync(Fields(2049))).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("more than 4 directives", (await host.ErrorAsync("{ __typename @a @a @a @a @a }")).GetProperty("message").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_may_stand_inside_itself_three_times_unless_the_rule_is_changed()
    {
        const string three = "{ box { box { ...F } } } fragment F on FaultyBox { box { box { number } } }";
        const string four = "{ box { box { ...F } } } fragment F on FaultyBox { box { box { box { number } } } }";
        await using var usual = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>());
        await using var one = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>().RemoveMaxAllowedFieldCycleDepthRule()
            .AddMaxAllowedFieldCycleDepthRule(1));
        await using var free = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>().RemoveMaxAllowedFieldCycleDepthRule());

        await usual.DataAsync(three);
        Assert.Equal("HC0087", (await usual.ErrorAsync(four)).GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("HC0087", (await one.ErrorAsync(three)).GetProperty("extensions").GetProperty("code").GetString());
        await free.DataAsync(four);
    }

    [Fact]
    public async Task Validation_stops_after_some_errors()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>().SetMaxAllowedValidationErrors(3));

        var answer = await host.QueryAsync($"{{ {string.Join(' ', Enumerable.Range(0, 100).Select(index => $"nope{index}"))} }}");

        Assert.InRange(answer.GetProperty("errors").GetArrayLength(), 1, 4);
    }

    [Fact]
    public async Task A_request_longer_than_allowed_is_refused()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>(), maxRequestSize: 2048);

        using var fits = await host.PostAsync(new { query = "{ __typename } #" + new string('x', 1000) });
        using var tooLong = await host.PostAsync(new { query = "{ __typename } #" + new string('x', 3000) });

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        Assert.InRange((int)tooLong.StatusCode, 400, 499);
        Assert.DoesNotContain("\"data\"", await tooLong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_are_refused_by_default()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>());

        using var response = await host.SendAsync("""[{"query":"{__typename}"},{"query":"{__typename}"}]""", "application/json", "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("HC0009", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_of_documents_has_at_least_sixteen_places_and_forgets_without_harm()
    {
        await using var host = await GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>()
            .ModifyOptions(options => options.OperationDocumentCacheSize = 16));

        for (var round = 0; round < 2; round++)
        {
            for (var index = 0; index < 40; index++)
                Assert.Equal($$"""{"f{{index}}":"Query"}""", await host.DataAsync($"{{ f{index}: __typename }}"));
        }
        await Assert.ThrowsAnyAsync<Exception>(() => GraphQLHost.StartAsync(builder => builder.AddQueryType<ErrorTests.FaultyQuery>()
            .ModifyOptions(options => options.OperationDocumentCacheSize = 15)));
    }
}
