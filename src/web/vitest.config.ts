import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules", ".next", "out"],
    environment: "node",
    // axe-core and the code generator need seconds of a machine that has other things to do.
    testTimeout: 20_000,
    // graphql must be one copy: Vite would take its ES modules for a test, Node its CommonJS for graphql-ws.
    server: { deps: { inline: ["graphql", "graphql-ws"] } },
  },
});
