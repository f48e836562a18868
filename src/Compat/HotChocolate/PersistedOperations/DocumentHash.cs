using System.Security.Cryptography;

namespace HotChocolate.Language
{
    /// <summary>How a hash becomes the id of a document.</summary>
    public enum HashFormat
    {
        /// <summary>Base64 in its form for URLs, without padding.</summary>
        Base64,
        /// <summary>Lower-case hexadecimal digits.</summary>
        Hex,
    }
}

namespace HotChocolate.PersistedOperations
{
    /// <summary>Which hash of a document is its id.</summary>
    internal sealed record DocumentHash(HashAlgorithmName Algorithm, Language.HashFormat Format)
    {
        /// <summary>The id of a document.</summary>
        public string Of(ReadOnlySpan<byte> document)
        {
            var hash = CryptographicOperations.HashData(Algorithm, document);
            return Format == Language.HashFormat.Hex ? Convert.ToHexStringLower(hash) : System.Buffers.Text.Base64Url.EncodeToString(hash);
        }
    }
}
