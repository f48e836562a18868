namespace HotChocolate.Types;

/// <summary>Says of a class what its object type is, where the class itself cannot carry attributes or its fields need resolvers of their own.</summary>
public class ObjectType<T> : IType, IObjectTypeConfigurator
{
    /// <summary>Describes the type.</summary>
    protected virtual void Configure(IObjectTypeDescriptor<T> descriptor)
    {
    }

    ObjectTypeConfiguration IObjectTypeConfigurator.Describe()
    {
        var said = new ObjectTypeConfiguration(typeof(T));
        Configure(new ObjectTypeDescriptor<T>(said));
        return said;
    }
}

/// <summary>An <see cref="ObjectType{T}"/> of any class.</summary>
internal interface IObjectTypeConfigurator
{
    ObjectTypeConfiguration Describe();
}
