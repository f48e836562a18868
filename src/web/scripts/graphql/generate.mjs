// The types of the page's operations, from the server's schema: graphql/generated.ts.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";
import { format, resolveConfig } from "prettier";

const web = new URL("../../", import.meta.url);

/** Where the server's schema stands, as its tests keep it. */
export const schemaFile = new URL("../../schemas/fincord.graphql", web);

/** What {@link generate} is written to. */
export const generatedFile = new URL("graphql/generated.ts", web);

/** The text of the generated file. Same schema and documents, same text. */
export async function generate() {
  const folder = new URL("graphql/documents/", web);
  const files = (await readdir(folder)).filter(file => file.endsWith(".graphql")).sort();
  const text = await codegen({
    filename: fileURLToPath(generatedFile),
    schema: parse(await readFile(schemaFile, "utf8")),
    documents: await Promise.all(
      files.map(async file => ({ location: file, document: parse(await readFile(new URL(file, folder), "utf8")) })),
    ),
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
    config: {
      enumsAsTypes: true,
      enumType: "string-literal",
      immutableTypes: true,
      avoidOptionals: { field: true },
      maybeValue: "T | null",
      inputMaybeValue: "T | null | undefined",
      useTypeImports: true,
      skipTypename: true,
      inlineFragmentTypes: "inline",
      optimizeDocumentNode: true,
      dedupeFragments: true,
      strictScalars: true,
      scalars: { Decimal: "string", Timestamp: "string", Long: "number" },
    },
  });
  const heading = "// Generated from schemas/fincord.graphql and graphql/documents by `npm run codegen`. Do not edit.\n";
  return format(heading + text, { ...(await resolveConfig(fileURLToPath(generatedFile), { editorconfig: true })), parser: "typescript" });
}
