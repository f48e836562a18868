using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Fincord.Architecture.Tests.House;

namespace Fincord.Architecture.Tests;

/// <summary>What travels between grains is sealed, immutable and known by an alias, so that it may be shared, renamed and read by an older silo.</summary>
public sealed class MessageTests
{
    public static TheoryData<Type> Types => [.. Messages.All];

    public static TheoryData<Type> Interfaces => [.. Messages.Interfaces];

    [Fact]
    public void There_are_messages_and_grain_interfaces()
    {
        Assert.NotEmpty(Messages.All);
        Assert.NotEmpty(Messages.Interfaces);
    }

    [Theory, MemberData(nameof(Types))]
    public void A_message_is_sealed(Type type) => Assert.True(type.IsSealed, $"{type} is open: nothing may derive from what another silo reads.");

    [Theory, MemberData(nameof(Types))]
    public void A_message_says_that_it_is_immutable(Type type) =>
        Assert.True(type.IsEnum || type.IsAssignableTo(typeof(Exception)) || Messages.Has(type, "ImmutableAttribute"), $"{type} lacks [Immutable].");

    [Theory, MemberData(nameof(Types))]
    public void Nothing_in_a_message_can_be_set_after_it_was_made(Type type) => Offences.MustBeNone(
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type}.{property.Name}");

    [Theory, MemberData(nameof(Types))]
    public void Nothing_in_a_message_is_a_collection_that_can_change(Type type) => Offences.MustBeNone(
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let held = property.PropertyType
        where held.IsAssignableTo(typeof(IEnumerable)) && held != typeof(string) && held.Namespace is not "System.Collections.Immutable" and not "System.Collections.Frozen"
        where !type.IsAssignableTo(typeof(Exception))
        select $"{type}.{property.Name} is a {held}");

    [Fact]
    public void Each_message_has_an_alias_of_its_own()
    {
        Offences.MustBeNone(Messages.All.Where(type => Messages.AliasOf(type) is null));
        Offences.MustBeNone(Messages.All.Concat(Messages.Interfaces).GroupBy(Messages.AliasOf, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory, MemberData(nameof(Interfaces))]
    public void A_grain_interface_and_each_of_its_methods_have_an_alias_of_their_own(Type contract)
    {
        var methods = contract.GetMethods();

        Assert.NotNull(Messages.AliasOf(contract));
        Offences.MustBeNone(methods.Where(method => Messages.AliasOf(method) is null));
        Assert.Equal(methods.Length, methods.Select(Messages.AliasOf).Distinct(StringComparer.Ordinal).Count());
    }
}
