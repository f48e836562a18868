import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { generate, generatedFile } from "./generate.mjs";

test("The generated operations are those of the schema; `npm run codegen` renews them", async () => {
  expect(await readFile(generatedFile, "utf8")).toBe(await generate());
});
