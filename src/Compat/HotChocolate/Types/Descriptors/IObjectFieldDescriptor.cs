using HotChocolate.Resolvers;

namespace HotChocolate.Resolvers
{
    /// <summary>Finds the value of a field.</summary>
    public delegate ValueTask<object?> FieldResolverDelegate(IResolverContext context);
}

namespace HotChocolate.Types
{
    /// <summary>What can be said of a field.</summary>
    public interface IObjectFieldDescriptor
    {
        /// <summary>Its name in the schema.</summary>
        IObjectFieldDescriptor Name(string value);

        /// <summary>Its description in the schema.</summary>
        IObjectFieldDescriptor Description(string? value);

        /// <summary>Marks it as deprecated: why, and what to use instead.</summary>
        IObjectFieldDescriptor Deprecated(string? reason);

        /// <summary>Its type in the schema.</summary>
        IObjectFieldDescriptor Type<TOutputType>() where TOutputType : class, IType;

        /// <summary>Its type: a CLR type or one of the schema.</summary>
        IObjectFieldDescriptor Type(Type type);

        /// <summary>One of its arguments; of a field with a resolver of its own, it must say the type.</summary>
        IObjectFieldDescriptor Argument(string argumentName, Action<IArgumentDescriptor> argumentDescriptor);

        /// <summary>Keeps it out of the schema.</summary>
        IObjectFieldDescriptor Ignore(bool ignore = true);

        /// <summary>Finds its value; the type must be said.</summary>
        IObjectFieldDescriptor Resolve(FieldResolverDelegate fieldResolver);

        /// <summary>Finds its value, of a CLR type that is taken unless another type is said.</summary>
        IObjectFieldDescriptor Resolve(FieldResolverDelegate fieldResolver, Type? resultType);
    }

    /// <summary>What can be said of an argument.</summary>
    public interface IArgumentDescriptor
    {
        /// <summary>Its description in the schema.</summary>
        IArgumentDescriptor Description(string? value);

        /// <summary>Marks it as deprecated: why, and what to use instead.</summary>
        IArgumentDescriptor Deprecated(string? reason);

        /// <summary>Its type in the schema.</summary>
        IArgumentDescriptor Type<TInputType>() where TInputType : IType;

        /// <summary>Its type: a CLR type or one of the schema.</summary>
        IArgumentDescriptor Type(Type type);

        /// <summary>Its value where the request gives none.</summary>
        IArgumentDescriptor DefaultValue(object? value);
    }
}
