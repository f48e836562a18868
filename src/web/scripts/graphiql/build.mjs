// Bundles GraphiQL, which the server shows to browsers at /graphql, into out/graphiql: nothing of it comes from another host.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const web = new URL("../../", import.meta.url);
const folder = fileURLToPath(new URL("out/graphiql/", web));

/** @type {import("esbuild").BuildOptions} */
const settings = {
  absWorkingDir: fileURLToPath(web),
  outdir: folder,
  bundle: true,
  minify: true,
  target: "es2022",
  format: "iife",
  define: { "process.env.NODE_ENV": '"production"' },
  loader: { ".ttf": "file" },
  assetNames: "[name]",
  logLevel: "warning",
};

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphiQL · Fincord</title>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/graphiql/page.css" />
  </head>
  <body>
    <div id="graphiql"></div>
    <script src="/graphiql/page.js"></script>
  </body>
</html>
`;

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await build({ ...settings, entryPoints: ["graphiql/page.tsx"], jsx: "automatic" });
await build({
  ...settings,
  entryPoints: {
    "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
    "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
    "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  },
});
await writeFile(new URL("out/graphiql/index.html", web), page);
