namespace Fincord.Host;

/// <summary>Something in the user's hands keeps the program from starting; the message is one clear line, and the exit code is 2.</summary>
internal sealed class StartException(string message) : Exception(message);
