// The steps of a script, in order: each prints a line of JSON that says how it went.
const patience = 20_000;

/** Runs a step; one that throws or takes too long has failed, and the others still run. */
export async function step(name, action) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing happened for ${patience} ms`)), patience);
  });
  try {
    await Promise.race([action(), late]);
    console.log(JSON.stringify({ name, status: 'ok' }));
  } catch (error) {
    console.log(JSON.stringify({ name, status: 'failed', reason: error?.stack ?? String(error) }));
  } finally {
    clearTimeout(timer);
  }
}

/** A promise with its handles, as Promise.withResolvers of newer versions of Node. */
export function deferred() {
  const handles = {};
  handles.promise = new Promise((resolve, reject) => Object.assign(handles, { resolve, reject }));
  return handles;
}
