// ./fincord schema diff: names what breaks clients between two schemas; exit code 1 when something does.
//   node diff.mjs BEFORE.graphql AFTER.graphql
import { readFile } from "node:fs/promises";
import { changesBetween } from "./changes.mjs";

const [before, after] = process.argv.slice(2);
if (!before || !after) {
  console.error("usage: diff.mjs BEFORE.graphql AFTER.graphql");
  process.exit(2);
}
const { breaking, dangerous } = changesBetween(await readFile(before, "utf8"), await readFile(after, "utf8"));
for (const change of breaking) console.log(`breaking   ${change}`);
for (const change of dangerous) console.log(`dangerous  ${change}`);
if (breaking.length + dangerous.length === 0) console.log("Nothing breaks.");
process.exitCode = breaking.length > 0 ? 1 : 0;
