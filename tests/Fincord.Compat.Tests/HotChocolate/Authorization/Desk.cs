using System.Runtime.CompilerServices;
using HotChocolate.Authorization;

namespace Fincord.Compat.Tests.GraphQL.Authorization;

/// <summary>Counts what was really called.</summary>
public sealed class Calls
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public string Made(string what)
    {
        Interlocked.Increment(ref _count);
        return what;
    }
}

/// <summary>Fields with every kind of protection.</summary>
[GraphQLName("Query")]
public sealed class Desk
{
    public string Open => "open";

    [Authorize]
    public string? Members => "members";

    [Authorize]
    public string Strict => "strict";

    [Authorize(Roles = ["trader", "manager"])]
    public string? Floor(Calls calls) => calls.Made("floor");

    [Authorize("quiet")]
    public async Task<string?> GetLibraryAsync(Calls calls)
    {
        await Task.Yield();
        return calls.Made("library");
    }

    [Authorize("quiet")]
    [Authorize(Roles = ["trader"])]
    public string? Both => "both";

    [Authorize("nowhere")]
    public string? Nowhere => "nowhere";

    [Authorize("quiet", ApplyPolicy.AfterResolver)]
    public string? Late(Calls calls) => calls.Made("late");

    [Authorize("quiet", ApplyPolicy.AfterResolver)]
    public string? LateNull => null;

    [Authorize("quiet", ApplyPolicy.Validation)]
    public string? Checked => "checked";

    public Vault? Vault => new("v");

    public IReadOnlyList<Vault?> Vaults => [new("v"), new("w")];

    [AllowAnonymous]
    public Vault? Window => new("window");

    public IRoom? Room => new Lobby("l");

    public IPlace? Place => new Lobby("l");

    [UsePaging]
    public IEnumerable<Vault> Page => [new("v")];
}

/// <summary>An object type that is protected wherever it appears.</summary>
[Authorize("quiet")]
public sealed record Vault(string Name) : IRoom, IPlace
{
    [Authorize(Roles = ["manager"])]
    public string? Content => "gold";
}

public sealed record Lobby(string Name) : IRoom, IPlace;

[InterfaceType("Room")]
public interface IRoom
{
    string Name { get; }
}

[UnionType("Place")]
public interface IPlace;

public sealed class DeskMutation
{
    [Authorize("quiet")]
    public string? Whisper(Calls calls) => calls.Made("whisper");

    public string Shout(Calls calls) => calls.Made("shout");
}

public sealed class DeskSubscription
{
    [Subscribe(With = nameof(CountAsync))]
    [Authorize("quiet")]
    public int? Guarded([EventMessage] int count) => count;

    [Subscribe(With = nameof(CountAsync))]
    [Authorize("quiet", ApplyPolicy.Validation)]
    public int? Refused([EventMessage] int count) => count;

    public async IAsyncEnumerable<int> CountAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var count = 1; count <= 2; count++)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            yield return count;
        }
    }
}
