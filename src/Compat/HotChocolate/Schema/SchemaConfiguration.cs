using HotChocolate.Authorization;
using HotChocolate.CostAnalysis;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;
using HotChocolate.Utilities;

namespace HotChocolate.Schemas;

/// <summary>What an application has said about its schema.</summary>
internal sealed class SchemaConfiguration
{
    public Type? Query { get; set; }
    public Type? Mutation { get; set; }
    public Type? Subscription { get; set; }
    public List<Type> Extensions { get; } = [];
    public List<Type> Types { get; } = [];
    public Dictionary<Type, Type> Bindings { get; } = [];
    public TypeConverters Converters { get; } = new();
    public PagingOptions Paging { get; } = new();
    public Dictionary<Type, ObjectTypeConfiguration> ObjectTypes { get; } = [];
    public SchemaOptions Options { get; } = new();
    public CostOptions Cost { get; } = new();
    public bool GlobalObjectIdentification { get; set; }

    /// <summary>Whether fields may be protected.</summary>
    public bool HasAuthorization { get; set; }
    public AuthorizationOptions Authorization { get; } = new();

    public void Add(ObjectTypeConfiguration type)
    {
        ObjectTypes[type.RuntimeType] = type;
        Types.Add(type.RuntimeType);
    }
}
