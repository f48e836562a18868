using Fincord.Domain.Members;

namespace Fincord.Domain.Tests.Members;

public sealed class MemberIdTests
{
    private const string Text = "01890a5d-ac96-774b-bcce-b302099a8057";

    [Fact]
    public void An_id_reads_what_it_writes()
    {
        Assert.True(MemberId.TryParse(Text, out var id));
        Assert.Equal(Text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("01890a5dac96774bbcceb302099a8057")]
    [InlineData("{01890a5d-ac96-774b-bcce-b302099a8057}")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void Anything_else_is_nobody(string? text)
    {
        Assert.False(MemberId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }
}
