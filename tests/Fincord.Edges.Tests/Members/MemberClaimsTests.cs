using System.Security.Claims;
using Fincord.Api.Members;
using Fincord.Contracts.Members;
using Fincord.Domain.Members;

namespace Fincord.Edges.Tests.Members;

public sealed class MemberClaimsTests
{
    private static readonly MemberId Ann = new(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));

    [Fact]
    public void A_member_comes_out_of_the_claims_as_they_went_in()
    {
        var member = new CurrentMember(Ann, "Ann", new HashSet<string> { Permissions.MarketsRead, Permissions.AccountRead });

        var back = member.ToPrincipal("test").ToMember();

        Assert.NotNull(back);
        Assert.Equal((Ann, "Ann"), (back.Id, back.Name));
        Assert.True(back.Permissions.SetEquals(member.Permissions));
        Assert.True(back.May(Permissions.AccountRead));
        Assert.False(back.May(Permissions.OrdersPlace));
    }

    [Fact]
    public void Nobody_is_no_member() => Assert.Null(new ClaimsPrincipal(new ClaimsIdentity()).ToMember());

    [Fact]
    public void Whoever_no_scheme_has_authenticated_is_no_member() =>
        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity([new(MemberClaims.Subject, Ann.ToString())])).ToMember());

    [Theory]
    [InlineData("")]
    [InlineData("root")]
    public void A_subject_that_is_no_id_is_no_member(string subject) =>
        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity([new(MemberClaims.Subject, subject)], "test")).ToMember());
}
