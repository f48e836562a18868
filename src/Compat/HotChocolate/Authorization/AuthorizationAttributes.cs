namespace HotChocolate.Authorization;

/// <summary>When a rule is asked.</summary>
public enum ApplyPolicy
{
    /// <summary>Before the resolver runs: a denied field costs nothing and changes nothing.</summary>
    BeforeResolver = 0,
    /// <summary>After the resolver has run and only if it found something.</summary>
    AfterResolver = 1,
    /// <summary>Before anything of the document runs: a denied field refuses the whole request, with the HTTP status 401.</summary>
    Validation = 2,
}

/// <summary>
/// Lets only certain users see a field, or any field that shows an object of a class; on a root class, all its fields. A denied field is null
/// with the code <c>AUTH_NOT_AUTHENTICATED</c> or <c>AUTH_NOT_AUTHORIZED</c>. Several attributes must all agree. On a type extension it
/// protects the whole extended type.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public class AuthorizeAttribute : Attribute
{
    /// <summary>By the application's default policy: whoever is logged in.</summary>
    public AuthorizeAttribute() { }

    /// <summary>By a policy of the application.</summary>
    public AuthorizeAttribute(string policy) => Policy = policy;

    /// <summary>By a policy of the application, asked at a certain moment.</summary>
    public AuthorizeAttribute(string policy, ApplyPolicy apply) => (Policy, Apply) = (policy, apply);

    /// <summary>By the application's default policy, asked at a certain moment.</summary>
    public AuthorizeAttribute(ApplyPolicy apply) => Apply = apply;

    /// <summary>The policy; null for the application's default one.</summary>
    public string? Policy { get; set; }

    /// <summary>Roles of which the user must have one.</summary>
    public string[]? Roles { get; set; }

    /// <summary>When it is asked, by default before the resolver runs.</summary>
    public ApplyPolicy Apply { get; set; } = ApplyPolicy.BeforeResolver;
}

/// <summary>Shows a field to everybody, though its class or the class of its value is protected.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class AllowAnonymousAttribute : Attribute;
