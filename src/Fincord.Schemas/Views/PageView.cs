using System.Text.Json.Serialization;

namespace Fincord.Schemas.Views;

/// <summary>One page of a list, as REST shows it: the top level of a JSON body is always an object.</summary>
/// <param name="Results">The items of this page, in the list's order.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page; absent on the last one.</param>
public sealed record PageView<T>(
    IReadOnlyList<T> Results,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next = null);
