namespace Orleans.Runtime;

/// <summary>A failure of the runtime.</summary>
public class OrleansException : Exception
{
    /// <summary>A failure without words.</summary>
    public OrleansException()
    {
    }

    /// <summary>A failure in words.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>A failure because of another.</summary>
    public OrleansException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A call was refused before it reached its grain.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    internal OrleansMessageRejectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>The silo is not there (any more), so it is unknown whether the call was executed.</summary>
public sealed class SiloUnavailableException : OrleansMessageRejectionException
{
    /// <summary>A failure without words.</summary>
    public SiloUnavailableException()
        : base("SiloUnavailableException")
    {
    }

    /// <summary>A failure in words.</summary>
    public SiloUnavailableException(string msg)
        : base(msg)
    {
    }

    /// <summary>A failure because of another.</summary>
    public SiloUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The observer that was called is not there any more.</summary>
public sealed class ClientNotAvailableException : OrleansException
{
    internal ClientNotAvailableException(GrainId observer)
        : base($"No object has the reference {observer}.")
    {
    }
}

/// <summary>An object was passed where a reference belongs: see <see cref="IGrainFactory.CreateObjectReference"/>.</summary>
public sealed class GrainReferenceNotBoundException : OrleansException
{
    internal GrainReferenceNotBoundException(object value)
        : base($"{value.GetType()} is not a grain reference; pass the reference that IGrainFactory.CreateObjectReference makes for it.")
    {
    }
}

/// <summary>The configuration is wrong.</summary>
public sealed class OrleansConfigurationException : Exception
{
    /// <summary>What is wrong.</summary>
    public OrleansConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>What is wrong, because of another failure.</summary>
    public OrleansConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>An activation has as many requests as it may have.</summary>
public sealed class LimitExceededException : OrleansException
{
    /// <summary>Without details.</summary>
    public LimitExceededException()
        : base("Limit exceeded")
    {
    }

    /// <summary>With a message.</summary>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public LimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A gateway refuses a client's call because of its load. There is no gateway here, so it is never thrown; callers may handle it.</summary>
public sealed class GatewayTooBusyException : OrleansException
{
    /// <summary>Without details.</summary>
    public GatewayTooBusyException()
        : base("Gateway too busy")
    {
    }

    /// <summary>With a message.</summary>
    public GatewayTooBusyException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public GatewayTooBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
