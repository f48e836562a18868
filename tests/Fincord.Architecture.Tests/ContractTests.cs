using System.Reflection;
using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>
/// The contract between silos of different versions is a reviewed text file: a member that moves or disappears breaks it.
/// After a wanted change: <c>FINCORD_UPDATE_CONTRACTS=1 ./fincord test Architecture</c>, and read the difference.
/// </summary>
public sealed class ContractTests
{
    private const string File = "tests/Fincord.Architecture.Tests/Contracts.txt";

    [Fact]
    public void What_travels_between_silos_is_what_was_reviewed()
    {
        var contracts = string.Join("\n\n", Messages.All.Select(Describe).Concat(Messages.Interfaces.Select(DescribeInterface))) + "\n";
        if (Environment.GetEnvironmentVariable("FINCORD_UPDATE_CONTRACTS") == "1") System.IO.File.WriteAllText(Repository.PathOf(File), contracts);

        Assert.Equal(Repository.Read(File), contracts);
    }

    private static string Describe(Type type)
    {
        if (type.IsEnum)
            return Block("enum", type, Enum.GetValues(type).Cast<object>().Select(value => $"{Convert.ToInt64(value)} {value}"));
        if (type.IsAssignableTo(typeof(Exception)))
            return Block("exception", type, []);
        return Block(type.IsValueType ? "struct" : "class", type, Messages.MembersOf(type).Select(member => $"{member.Order} {member.Name} {NameOf(member.Type)}"));
    }

    private static string DescribeInterface(Type contract) =>
        Block("interface", contract, contract.GetMethods().OrderBy(Messages.AliasOf, StringComparer.Ordinal).Select(DescribeMethod));

    private static string DescribeMethod(MethodInfo method) =>
        $"{Messages.AliasOf(method)}({string.Join(", ", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)))}) {NameOf(method.ReturnType)}";

    private static string Block(string kind, Type type, IEnumerable<string> lines) => string.Join("\n    ", lines.Prepend($"{kind} {Messages.AliasOf(type)}"));

    // An alias where there is one: renaming a type in code changes nothing on the wire.
    private static string NameOf(Type type)
    {
        if (Messages.AliasOf(type) is { } alias) return alias;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return NameOf(underlying) + "?";
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
