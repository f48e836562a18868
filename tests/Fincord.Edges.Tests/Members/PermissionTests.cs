using System.Reflection;
using Fincord.Api;
using Fincord.Contracts.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Fincord.Edges.Tests.Members;

/// <summary>Every operation says who may use it: it names a permission, or that it is for everybody.</summary>
public sealed class PermissionTests
{
    private const BindingFlags OwnInstance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // What everybody who is logged in may know: who they are.
    private static readonly string[] ForMembers = ["MemberQueries.GetMe"];

    [Fact]
    public void The_list_of_permissions_is_complete()
    {
        var constants = typeof(Permissions).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(constants.Order(), Permissions.All.Order());
    }

    [Fact]
    public void Every_field_of_a_GraphQL_root_names_its_permission()
    {
        var fields = typeof(ApiServices).Assembly.GetTypes().Where(IsRoot).SelectMany(Fields).ToList();

        Assert.True(fields.Count > 4);
        Assert.Empty(fields.Where(field => !NamesIt(field)).Select(NameOf));
    }

    [Fact]
    public void Every_node_that_is_fetched_by_its_id_names_its_permission() =>
        Assert.Empty(typeof(ApiServices).Assembly.GetTypes().Where(type => Has(type, "NodeAttribute") && !NamesIt(type)).Select(type => type.Name));

    [Fact]
    public void Every_endpoint_names_its_permission()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddApi();
        var app = builder.Build();
        app.MapApi();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.True(endpoints.Count > 6);
        Assert.Empty(endpoints.Where(endpoint => !NamesIt(endpoint)).Select(endpoint => endpoint.RoutePattern.RawText));
    }

    private static bool NamesIt(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(demand => demand.Policy is { } policy && Permissions.All.Contains(policy));

    // Of HotChocolate's attributes only the names are known here.
    private static bool NamesIt(MemberInfo member) => member.CustomAttributes.Any(attribute => attribute.AttributeType.Name switch
    {
        "AllowAnonymousAttribute" => true,
        "AuthorizeAttribute" => attribute.ConstructorArguments is [{ Value: string policy }, ..] ? Permissions.All.Contains(policy) : ForMembers.Contains(NameOf(member)),
        _ => false,
    });

    private static bool IsRoot(Type type) => type.Name is "Query" or "Mutation" or "Subscription"
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ExtendObjectTypeAttribute"
            && attribute.ConstructorArguments is [{ ArgumentType.Name: "OperationType" }]);

    // The methods that open the streams of subscriptions are none.
    private static IEnumerable<MemberInfo> Fields(Type root)
    {
        var members = root.GetMembers(OwnInstance).Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false }).ToList();
        var streams = members.SelectMany(member => member.CustomAttributes).SelectMany(attribute => attribute.NamedArguments)
            .Where(argument => argument.MemberName == "With").Select(argument => (string)argument.TypedValue.Value!).ToHashSet();
        return members.Where(member => !streams.Contains(member.Name));
    }

    private static bool Has(Type type, string attribute) => type.CustomAttributes.Any(data => data.AttributeType.Name == attribute);

    private static string NameOf(MemberInfo member) => $"{member.DeclaringType?.Name}.{member.Name}";
}
