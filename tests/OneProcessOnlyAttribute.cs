using System.Reflection;
using Xunit.v3;

namespace Fincord.Tests;

/// <summary>
/// A test that counts on what one process grants and a cluster does not: that an activation stays, that an event comes once, that an object
/// is shared. It is skipped when <c>FINCORD_CLUSTER_CONDITIONS</c> is set, in which a cluster's conditions are played.
/// </summary>
/// <param name="because">What the test counts on.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class OneProcessOnlyAttribute(string because) : BeforeAfterTestAttribute
{
    /// <summary>What the test counts on.</summary>
    public string Because => because;

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) =>
        Assert.SkipWhen(Environment.GetEnvironmentVariable("FINCORD_CLUSTER_CONDITIONS") is { Length: > 0 }, $"One process only: {because}.");
}
