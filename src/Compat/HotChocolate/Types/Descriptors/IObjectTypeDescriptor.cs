using System.Linq.Expressions;

namespace HotChocolate.Types;

/// <summary>What can be said of an object type. Fields that are described stand first in the schema, in the order of their descriptions.</summary>
public interface IObjectTypeDescriptor<T>
{
    /// <summary>Its name in the schema.</summary>
    IObjectTypeDescriptor<T> Name(string value);

    /// <summary>Its description in the schema.</summary>
    IObjectTypeDescriptor<T> Description(string? value);

    /// <summary>Members that are not described are no fields.</summary>
    IObjectTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>Members that are not described are fields, too; this is the default.</summary>
    IObjectTypeDescriptor<T> BindFieldsImplicitly();

    /// <summary>The field of a property or method.</summary>
    IObjectFieldDescriptor Field(Expression<Func<T, object?>> propertyOrMethod);

    /// <summary>The field of a property or method.</summary>
    IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue?>> propertyOrMethod);

    /// <summary>The field of this name, a new one unless a member has it.</summary>
    IObjectFieldDescriptor Field(string name);
}

/// <summary>Shorter ways to say things.</summary>
public static class ObjectTypeDescriptorExtensions
{
    /// <summary>Keeps a member out of the schema.</summary>
    public static IObjectTypeDescriptor<T> Ignore<T>(this IObjectTypeDescriptor<T> descriptor, Expression<Func<T, object?>> propertyOrMethod)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        descriptor.Field(propertyOrMethod).Ignore();
        return descriptor;
    }
}
