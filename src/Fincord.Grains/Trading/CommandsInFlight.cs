using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fincord.Contracts.Trading;
using Fincord.Domain.Markets;
using Fincord.Domain.Trading;

namespace Fincord.Grains.Trading;

/// <summary>
/// Commands that are being carried out, and what the store knows of earlier ones: a key is answered once. A command enters before the store is
/// asked and leaves when its answer is stored, so no moment lies between the two in which it could be carried out again.
/// </summary>
internal sealed class CommandsInFlight(ITradingStore store)
{
    private readonly Dictionary<string, (string Hash, Task<OrdersResult> Result)> _commands = new(StringComparer.Ordinal);

    // Of the keys that the store may know, so that it is asked only when there may be an answer. Should another one have answered a key since
    // it was loaded, the store refuses the second answer.
    private readonly HashSet<int> _hashCodes = [];

    /// <summary>Learns which keys were answered since a moment, and forgets those before it.</summary>
    public async Task Load(AccountId account, Timestamp since, CancellationToken cancellation)
    {
        var known = await store.ListCommandKeys(account, cancellation);
        if (known.Any(command => command.AnsweredAt < since)) await store.ForgetCommands(account, since, cancellation);
        foreach (var command in known.Where(command => command.AnsweredAt >= since)) _hashCodes.Add(HashCodeOf(command.Key));
    }

    public async Task<OrdersResult> Answer(AccountId account, string key, object command, Func<string, Task<OrdersResult>> carryOut)
    {
        if (!IdempotencyKey.IsValid(key)) return new([], Refusals.BadKey);
        var hash = HashOf(command);
        if (_commands.TryGetValue(key, out var known)) return known.Hash == hash ? await known.Result : new([], Refusals.IdempotencyConflict);
        var result = AnswerOnce(account, key, hash, carryOut);
        _commands.Add(key, (hash, result));
        try
        {
            return await result;
        }
        finally
        {
            _commands.Remove(key);
            _hashCodes.Add(HashCodeOf(key));
        }
    }

    /// <summary>What the store keeps of an answered command.</summary>
    public static CommandRecord Record(string key, string hash, OrdersResult result, Timestamp at) => new(key, hash, JsonSerializer.Serialize(result), at);

    private async Task<OrdersResult> AnswerOnce(AccountId account, string key, string hash, Func<string, Task<OrdersResult>> carryOut)
    {
        var stored = _hashCodes.Contains(HashCodeOf(key)) ? await store.FindCommand(account, key, CancellationToken.None) : null;
        if (stored is null) return await carryOut(hash);
        return stored.ContentHash == hash ? JsonSerializer.Deserialize<OrdersResult>(stored.Answer)! : new([], Refusals.IdempotencyConflict);
    }

    private static int HashCodeOf(string key) => StringComparer.Ordinal.GetHashCode(key);

    /// <summary>What tells a command from another one with its key.</summary>
    public static string HashOf(object command) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(command.GetType().Name), .. JsonSerializer.SerializeToUtf8Bytes(command, command.GetType())]));
}
