/** Where the editor's helpers are: beside the page, as build.mjs puts them. */
const workers: Readonly<Record<string, string>> = { json: "json.worker", graphql: "graphql.worker" };

(globalThis as { MonacoEnvironment?: unknown }).MonacoEnvironment = {
  getWorker: (_: string, label: string) => new Worker(`/graphiql/${workers[label] ?? "editor.worker"}.js`),
};
