using HotChocolate.CostAnalysis;
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
    public CostOptions Cost { get; } = new();
    public bool GlobalObjectIdentification { get; set; }

    public void Add(ObjectTypeConfiguration type)
    {
        ObjectTypes[type.RuntimeType] = type;
        Types.Add(type.RuntimeType);
    }
}

/// <summary>What an <see cref="Types.ObjectType{T}"/> says of a class.</summary>
internal sealed record ObjectTypeConfiguration(Type RuntimeType, string? Name, string? Description);
