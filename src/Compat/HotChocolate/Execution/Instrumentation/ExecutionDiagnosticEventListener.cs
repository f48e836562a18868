using HotChocolate.Resolvers;

namespace HotChocolate.Resolvers
{
    /// <summary>What is known of a field in the middle of its execution.</summary>
    public interface IMiddlewareContext : IResolverContext;
}

namespace HotChocolate.Execution
{
    /// <summary>A request on its way.</summary>
    public sealed class RequestContext
    {
        internal RequestContext(ISchemaDefinition schema) => Schema = schema;

        /// <summary>The schema that it is about.</summary>
        public ISchemaDefinition Schema { get; }
    }
}

namespace HotChocolate.Execution.Instrumentation
{
    /// <summary>Hears how requests go. What a method returns is disposed when that part of the request is over.</summary>
    public class ExecutionDiagnosticEventListener
    {
        /// <summary>Hears nothing, until a method is overridden.</summary>
        protected ExecutionDiagnosticEventListener() { }

        /// <summary>For a part whose end is of no interest.</summary>
        protected internal static IDisposable EmptyScope { get; } = new Nothing();

        /// <summary>A request has come.</summary>
        public virtual IDisposable ExecuteRequest(RequestContext context) => EmptyScope;

        /// <summary>Its document is validated, or found among those that were.</summary>
        public virtual IDisposable ValidateDocument(RequestContext context) => EmptyScope;

        /// <summary>Its document is not valid.</summary>
        public virtual void ValidationErrors(RequestContext context, IReadOnlyList<IError> errors) { }

        /// <summary>Its operation runs.</summary>
        public virtual IDisposable ExecuteOperation(RequestContext context) => EmptyScope;

        /// <summary>One of its fields has failed.</summary>
        public virtual void ResolverError(IMiddlewareContext context, IError error) { }

        private sealed class Nothing : IDisposable
        {
            public void Dispose()
            {
                // There is nothing to end.
            }
        }
    }
}
