import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules", ".next", "out"],
    environment: "node",
    // graphql must be one copy: Vite would take its ES modules for a test, Node its CommonJS for graphql-ws.
    server: { deps: { inline: ["graphql", "graphql-ws"] } },
  },
});
