using Fincord.Compat.Tests.GraphQL.Peers;
using HotChocolate.Execution;
using HotChocolate.Language;
using HotChocolate.Schemas;
using HotChocolate.Validation;

namespace Fincord.Compat.Tests.GraphQL.Fuzzing;

/// <summary>
/// Random and damaged documents in the parser, the validation, and the compiler of operations. <c>FINCORD_SOAK=1</c> tries ten times as many.
/// Nothing may run beside it, since it measures the heap of the process.
/// </summary>
[CollectionDefinition(nameof(ParserFuzzTests), DisableParallelization = true)]
[Collection(nameof(ParserFuzzTests))]
public sealed class ParserFuzzTests
{
    private const int Seed = 20261;
    private const long MaxGrowth = 4 << 20;

    [Fact]
    public async Task No_document_makes_an_exception_takes_long_or_leaves_memory_behind()
    {
        await using var host = await PeerSchema.StartAsync();
        var schema = (Schema)(await host.Services.GetRequestExecutorAsync()).Schema;
        var validator = new DocumentValidator(schema, new() { AllowIntrospection = true });
        var count = FuzzTests.Count(1_000_000);
        var inputs = new FuzzInputs(Seed);
        var times = new FuzzTimes(count);
        var (wellFormed, valid, heap) = (0, 0, 0L);

        for (var i = 0; i < count; i++)
        {
            if (i == count / 10) heap = GC.GetTotalMemory(forceFullCollection: true);
            var input = inputs.Next();
            var outcome = Outcome.Malformed;
            try
            {
                times.Measure(input, () => outcome = Prepare(input, schema, validator));
            }
            catch (Exception exception)
            {
                Assert.Fail($"{exception}\ninput {i}, {FuzzTimes.Show(input)}");
            }
            if (outcome >= Outcome.WellFormed) wellFormed++;
            if (outcome == Outcome.Valid) valid++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{wellFormed} well-formed, {valid} valid");
        Assert.InRange(wellFormed, count / 50, count - (count / 10));
        Assert.InRange(valid, count / 500, count / 2);
        times.Check(percentileLimit: 5, limit: 100);
        FuzzTests.CheckGrowth(heap, MaxGrowth);
    }

    private enum Outcome { Malformed, WellFormed, Valid }

    // As a server does it, but without its cache of documents, which would hide all but the first of several tries.
    private static Outcome Prepare(byte[] input, Schema schema, DocumentValidator validator)
    {
        DocumentNode document;
        try
        {
            document = Utf8GraphQLParser.Parse(input);
        }
        catch (SyntaxException exception)
        {
            Assert.InRange(exception.Position, 0, input.Length);
            return Outcome.Malformed;
        }
        if (validator.Validate(document).Count > 0) return Outcome.WellFormed;
        foreach (var operation in document.Operations)
        {
            try
            {
                OperationCompiler.Compile(schema, document, operation);
            }
            catch (GraphQLException)
            {
                // Too large once its fragments are spread, or nothing that the schema can run.
            }
        }
        return Outcome.Valid;
    }
}
