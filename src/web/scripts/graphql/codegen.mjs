// npm run codegen: after a change of the schema or of graphql/documents.
import { writeFile } from "node:fs/promises";
import { generate, generatedFile } from "./generate.mjs";

await writeFile(generatedFile, await generate());
