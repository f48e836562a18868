using System.Text.Json.Serialization;
using Fincord.Domain.Serialization;

namespace Fincord.Domain.Trading;

/// <summary>The immutable id of a trading account: a version-7 GUID, handed in. The default value is no account.</summary>
[GenerateSerializer, Immutable, Alias("trading.account-id")]
[JsonConverter(typeof(AccountIdJsonConverter))]
public readonly record struct AccountId([property: Id(0)] Guid Value) : IComparable<AccountId>
{
    /// <inheritdoc/>
    public int CompareTo(AccountId other) => Value.CompareTo(other.Value);

    /// <summary>The text of the GUID, 36 characters.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>An <see cref="AccountId"/> in JSON: the text of its GUID.</summary>
public sealed class AccountIdJsonConverter : GuidJsonConverter<AccountId>
{
    /// <inheritdoc/>
    protected override AccountId FromGuid(Guid guid) => new(guid);

    /// <inheritdoc/>
    protected override Guid ToGuid(AccountId value) => value.Value;
}
