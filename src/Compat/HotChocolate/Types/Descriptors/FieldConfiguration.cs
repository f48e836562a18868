using System.Reflection;
using HotChocolate.Authorization;
using HotChocolate.Resolvers;

namespace HotChocolate.Types;

/// <summary>What an <see cref="ObjectType{T}"/> says of a class.</summary>
internal sealed class ObjectTypeConfiguration(Type runtimeType)
{
    public Type RuntimeType { get; } = runtimeType;
    public string? Name { get; set; }
    public string? Description { get; set; }

    /// <summary>Whether only described members are fields.</summary>
    public bool IsExplicit { get; set; }
    public List<FieldConfiguration> Fields { get; } = [];
    public List<AuthorizeRule> Rules { get; } = [];
}

/// <summary>What is said of a field.</summary>
internal sealed class FieldConfiguration
{
    /// <summary>The member that it is; null for a new field.</summary>
    public MemberInfo? Member { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public string? DeprecationReason { get; set; }

    /// <summary>Its type: a CLR type or a class of the schema.</summary>
    public Type? Type { get; set; }
    public bool IsIgnored { get; set; }
    public FieldResolverDelegate? Resolver { get; set; }

    /// <summary>The CLR type of what the resolver finds, where it says so.</summary>
    public Type? ResultType { get; set; }
    public Dictionary<string, ArgumentConfiguration> Arguments { get; } = [];
    public List<AuthorizeRule> Rules { get; } = [];
    public bool IsForEverybody { get; set; }
    public double? Cost { get; set; }
}

/// <summary>What is said of an argument.</summary>
internal sealed class ArgumentConfiguration
{
    public string? Description { get; set; }
    public string? DeprecationReason { get; set; }
    public Type? Type { get; set; }
    public bool HasDefault { get; set; }
    public object? DefaultValue { get; set; }
}
