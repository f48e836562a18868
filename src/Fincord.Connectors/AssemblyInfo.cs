using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Fincord.Connectors.Tests")]
