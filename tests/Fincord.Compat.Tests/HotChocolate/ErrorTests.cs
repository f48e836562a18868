using HotChocolate.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Fincord.Compat.Tests.GraphQL;

/// <summary>What comes of resolvers that fail.</summary>
public sealed class ErrorTests
{
    private static Task<GraphQLHost> StartAsync(Func<IError, IError>? filter = null) => GraphQLHost.StartAsync(builder =>
    {
        builder.AddQueryType<FaultyQuery>();
        if (filter is not null) builder.AddErrorFilter(filter);
    });

    [Fact]
    public async Task An_unexpected_exception_says_nothing_of_itself()
    {
        await using var host = await StartAsync();

        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","path":["bug"]}],"data":{"bug":null,"fine":"fine"}}""",
            (await host.QueryAsync("{ bug fine }")).GetRawText());
    }

    [Fact]
    public async Task An_error_thrown_on_purpose_keeps_code_and_extensions()
    {
        await using var host = await StartAsync();

        Assert.Equal(
            """{"errors":[{"message":"Too late.","path":["refused"],"extensions":{"code":"CLOSED","since":5}}],"data":{"refused":null}}""",
            (await host.QueryAsync("{ refused }")).GetRawText());
    }

    [Theory]
    [InlineData("{ box { broken } fine }", """{"box":null,"fine":"fine"}""", """["box","broken"]""")]
    [InlineData("{ box { brokenLater } fine }", """{"box":null,"fine":"fine"}""", """["box","brokenLater"]""")]
    [InlineData("{ box { missing } fine }", """{"box":null,"fine":"fine"}""", """["box","missing"]""")]
    [InlineData("{ box { box { box { missing } } } fine }", """{"box":{"box":{"box":null}},"fine":"fine"}""", """["box","box","box","missing"]""")]
    [InlineData("{ strict { missing } fine }", "null", """["strict","missing"]""")]
    [InlineData("{ boxes { number broken } fine }", """{"boxes":[{"number":0,"broken":"whole"},null,{"number":2,"broken":"whole"}],"fine":"fine"}""", """["boxes",1,"broken"]""")]
    [InlineData("{ strictBoxes { broken } fine }", """{"strictBoxes":null,"fine":"fine"}""", """["strictBoxes",1,"broken"]""")]
    public async Task A_null_that_must_not_be_goes_up_to_the_nearest_place_that_may_be_null(string query, string data, string path)
    {
        await using var host = await StartAsync();

        var answer = await host.QueryAsync(query);

        Assert.Equal(data, answer.GetProperty("data").GetRawText());
        Assert.Equal(path, Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task A_null_in_a_non_null_field_has_a_code()
    {
        await using var host = await StartAsync();

        var error = await host.ErrorAsync("{ box { missing } }");

        Assert.Equal("HC0018", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_error_filter_sees_the_exception_and_may_replace_the_error()
    {
        await using var host = await StartAsync(error => error.Exception is InvalidOperationException exception
            ? error.WithMessage("replaced").WithCode("BUG").SetExtension("type", exception.GetType().Name)
            : error);

        var error = await host.ErrorAsync("{ bug }");

        Assert.Equal("replaced", error.GetProperty("message").GetString());
        Assert.Equal("""{"code":"BUG","type":"InvalidOperationException"}""", error.GetProperty("extensions").GetRawText());
    }

    [Theory]
    [InlineData("{", true)]
    [InlineData("query ($skip: Boolean!) { fine @skip(if: $skip) }", true)]
    [InlineData("{ nope }", false)]
    [InlineData("{ fine(a: 1) }", false)]
    public async Task An_error_filter_sees_what_cannot_be_read_but_not_what_validation_says(string query, bool expected)
    {
        await using var host = await StartAsync(error => error.WithCode("SEEN"));

        var error = await host.ErrorAsync(query, new { skip = "x" });

        Assert.Equal(expected, error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code) && code.GetString() == "SEEN");
    }

    [Fact]
    public async Task An_error_filter_may_be_a_class_with_services()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<FaultyQuery>().AddApplicationService<Tag>().AddErrorFilter<TaggingFilter>(), services =>
                services.AddSingleton(new Tag("t1")));

        Assert.Equal("t1", (await host.ErrorAsync("{ bug }")).GetProperty("extensions").GetProperty("tag").GetString());
    }

    [Fact]
    public async Task Details_of_exceptions_are_sent_when_asked_for()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<FaultyQuery>().ModifyRequestOptions(options => options.IncludeExceptionDetails = true));

        var error = await host.ErrorAsync("{ bug }");

        Assert.Equal("secret", error.GetProperty("extensions").GetProperty("exception").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Several_errors_of_one_exception_are_all_sent()
    {
        await using var host = await StartAsync();

        var answer = await host.QueryAsync("{ twice }");

        Assert.Equal(["one", "two"], answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()!));
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up()
    {
        await using var host = await GraphQLHost.StartAsync(
            builder => builder.AddQueryType<FaultyQuery>().ModifyRequestOptions(options =>
                options.ExecutionTimeout = TimeSpan.FromMilliseconds(200)));

        var error = await host.ErrorAsync("{ endless }");

        Assert.Equal("HC0045", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    public sealed record Tag(string Text);

    public sealed class TaggingFilter(Tag tag) : IErrorFilter
    {
        public IError OnError(IError error) => error.SetExtension("tag", tag.Text);
    }

    [GraphQLName("Query")]
    public sealed class FaultyQuery
    {
        public string Fine() => "fine";

        public string? Bug() => throw new InvalidOperationException("secret");

        public string? Refused() => throw new GraphQLException(ErrorBuilder.New().SetMessage("Too late.").SetCode("CLOSED").SetExtension("since", 5).Build());

        public string? Twice() => throw new GraphQLException(ErrorBuilder.New().SetMessage("one").Build(),
            ErrorBuilder.New().SetMessage("two").Build());

        public FaultyBox? GetBox() => new(1);

        public FaultyBox GetStrict() => new(1);

        public IReadOnlyList<FaultyBox?> GetBoxes() => [new(0), new(1), new(2)];

        public IReadOnlyList<FaultyBox>? GetStrictBoxes() => [new(0), new(1), new(2)];

        public async Task<string> EndlessAsync(CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return "never";
        }
    }

    public sealed record FaultyBox(int Number)
    {
        public FaultyBox? Box => new(Number);

        public string Missing => null!;

        public string Broken => Number == 1 ? throw new InvalidOperationException("broken") : "whole";

        public async Task<string> GetBrokenLaterAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }
    }
}
