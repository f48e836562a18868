using System.Linq.Expressions;
using System.Reflection;
using HotChocolate.Resolvers;
using HotChocolate.Schemas;

namespace HotChocolate.Types;

/// <summary>Writes down what is said of an object type.</summary>
internal sealed class ObjectTypeDescriptor<T>(ObjectTypeConfiguration said) : IObjectTypeDescriptor<T>
{
    public ObjectTypeConfiguration Said => said;

    public IObjectTypeDescriptor<T> Name(string value)
    {
        said.Name = value;
        return this;
    }

    public IObjectTypeDescriptor<T> Description(string? value)
    {
        said.Description = value;
        return this;
    }

    public IObjectTypeDescriptor<T> BindFieldsExplicitly()
    {
        said.IsExplicit = true;
        return this;
    }

    public IObjectTypeDescriptor<T> BindFieldsImplicitly()
    {
        said.IsExplicit = false;
        return this;
    }

    public IObjectFieldDescriptor Field(Expression<Func<T, object?>> propertyOrMethod) => Field((LambdaExpression)propertyOrMethod);

    public IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue?>> propertyOrMethod) => Field((LambdaExpression)propertyOrMethod);

    public IObjectFieldDescriptor Field(string name) => Field(
        Array.Find(typeof(T).GetMembers(BindingFlags.Public | BindingFlags.Instance), member =>
            member is PropertyInfo or MethodInfo { IsSpecialName: false } && NamingConventions.Field(member) == name),
        name);

    private ObjectFieldDescriptor Field(LambdaExpression access)
    {
        var body = access.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : access.Body;
        var member = body switch
        {
            MemberExpression { Member: PropertyInfo property } => property,
            MethodCallExpression call => (MemberInfo)call.Method,
            _ => throw new ArgumentException($"`{access}` is neither a property nor a method of {typeof(T)}.", nameof(access)),
        };
        return Field(member, null);
    }

    private ObjectFieldDescriptor Field(MemberInfo? member, string? name)
    {
        var field = said.Fields.Find(known => member is null ? known.Name == name : known.Member == member);
        if (field is null) said.Fields.Add(field = new() { Member = member, Name = member is null ? name : null });
        return new(field);
    }
}

/// <summary>Writes down what is said of a field.</summary>
internal sealed class ObjectFieldDescriptor(FieldConfiguration said) : IObjectFieldDescriptor
{
    public FieldConfiguration Said => said;

    public IObjectFieldDescriptor Name(string value) => Set(() => said.Name = value);

    public IObjectFieldDescriptor Description(string? value) => Set(() => said.Description = value);

    public IObjectFieldDescriptor Deprecated(string? reason) => Set(() => said.DeprecationReason = reason);

    public IObjectFieldDescriptor Type<TOutputType>() where TOutputType : class, IType => Type(typeof(TOutputType));

    public IObjectFieldDescriptor Type(Type type) => Set(() => said.Type = type);

    public IObjectFieldDescriptor Ignore(bool ignore = true) => Set(() => said.IsIgnored = ignore);

    public IObjectFieldDescriptor Resolve(FieldResolverDelegate fieldResolver) => Resolve(fieldResolver, null);

    public IObjectFieldDescriptor Resolve(FieldResolverDelegate fieldResolver, Type? resultType) =>
        Set(() => (said.Resolver, said.ResultType) = (fieldResolver, resultType));

    public IObjectFieldDescriptor Argument(string argumentName, Action<IArgumentDescriptor> argumentDescriptor)
    {
        ArgumentNullException.ThrowIfNull(argumentDescriptor);
        if (!said.Arguments.TryGetValue(argumentName, out var argument)) said.Arguments[argumentName] = argument = new();
        argumentDescriptor(new ArgumentDescriptor(argument));
        return this;
    }

    private ObjectFieldDescriptor Set(Action set)
    {
        set();
        return this;
    }
}

/// <summary>Writes down what is said of an argument.</summary>
internal sealed class ArgumentDescriptor(ArgumentConfiguration said) : IArgumentDescriptor
{
    public IArgumentDescriptor Description(string? value) => Set(() => said.Description = value);

    public IArgumentDescriptor Deprecated(string? reason) => Set(() => said.DeprecationReason = reason);

    public IArgumentDescriptor Type<TInputType>() where TInputType : IType => Type(typeof(TInputType));

    public IArgumentDescriptor Type(Type type) => Set(() => said.Type = type);

    public IArgumentDescriptor DefaultValue(object? value) => Set(() => (said.HasDefault, said.DefaultValue) = (true, value));

    private ArgumentDescriptor Set(Action set)
    {
        set();
        return this;
    }
}
