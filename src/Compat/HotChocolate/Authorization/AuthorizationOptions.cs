using HotChocolate.Types;

namespace HotChocolate.Authorization;

/// <summary>Who may use the fields that nobody wrote.</summary>
public class AuthorizationOptions
{
    /// <summary>Protects the query fields <c>node</c> and <c>nodes</c>; the types of the nodes are asked besides.</summary>
    public Action<IObjectFieldDescriptor>? ConfigureNodeFields { get; set; }
}
