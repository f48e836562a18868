namespace HotChocolate; internal static class P;
