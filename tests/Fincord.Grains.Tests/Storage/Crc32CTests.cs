using System.Text;
using Fincord.Storage.Markets.Segments;

namespace Fincord.Grains.Tests.Storage;

public sealed class Crc32CTests
{
    // RFC 3720, appendix B.4, and the check value of the CRC catalogue.
    [Theory]
    [InlineData("123456789", 0xE3069283)]
    [InlineData("", 0)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0x8A9136AA)]
    public void Checksums_are_those_of_the_standard(string text, uint checksum) => Assert.Equal(checksum, Crc32C.Of(Encoding.ASCII.GetBytes(text)));
}
