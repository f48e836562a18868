import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { changesBetween } from "./changes.mjs";
import { schemaFile } from "./generate.mjs";

const schema = await readFile(schemaFile, "utf8");

test("A schema breaks nothing of itself", () => {
  expect(changesBetween(schema, schema)).toEqual({ breaking: [], dangerous: [] });
});

test("A field that is gone and an argument that is needed anew are breaking", () => {
  const changed = schema
    .replace(/^ {2}"[^"\n]*"\n {2}vwap: Decimal$/m, "")
    .replace("instrument(key: String!)", "instrument(key: String!, venue: String!)");
  expect(changesBetween(schema, changed).breaking).toEqual([
    "FIELD_REMOVED: Candle.vwap was removed.",
    "REQUIRED_ARG_ADDED: A required arg venue on Query.instrument was added.",
  ]);
});

test("A new value of an enum is dangerous, and a new field is neither", () => {
  const changed = schema
    .replace(/^ {2}OPTION$/m, "  OPTION\n  WARRANT")
    .replace(/^ {2}vwap: Decimal$/m, "  vwap: Decimal\n  median: Decimal");
  expect(changesBetween(schema, changed)).toEqual({
    breaking: [],
    dangerous: ["VALUE_ADDED_TO_ENUM: WARRANT was added to enum type InstrumentType."],
  });
});
