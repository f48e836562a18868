import { expect, test } from "vitest";
import { RequestError } from "@/graphql/client";
import { newIdempotencyKey, Submission, type Outcome } from "./submission";

test("Pressing twice sends once", async () => {
  const keys: string[] = [];
  let answer: (outcome: Outcome<number>) => void = () => undefined;
  const submission = new Submission<number>("k", key => {
    keys.push(key);
    return new Promise(resolve => (answer = resolve));
  });
  const first = submission.send();
  await submission.send();
  answer({ value: 1, error: null });
  await first;
  await submission.send();
  expect([keys, submission.state()]).toEqual([["k"], { phase: "done", value: 1 }]);
});

test("What got lost is sent again under the same key", async () => {
  const keys: string[] = [];
  const submission = new Submission<number>("k", key => {
    keys.push(key);
    return keys.length === 1
      ? Promise.reject(new RequestError("The server cannot be reached.", null))
      : Promise.resolve({ value: 2, error: null });
  });
  await submission.send();
  expect(submission.state()).toEqual({ phase: "unknown", problem: "The server cannot be reached." });
  await submission.send();
  expect([keys, submission.state().phase]).toEqual([["k", "k"], "done"]);
});

test("A refusal is final, in the payload and as an error with a code", async () => {
  const error = { code: "PRICE_BAND", message: "Too far.", limit: "1", actual: "2", unit: "USD" };
  const refused = new Submission<number>("k", () => Promise.resolve({ value: null, error }));
  await refused.send();
  expect(refused.state()).toEqual({ phase: "refused", error });
  const forbidden = new Submission<number>("k", () => Promise.reject(new RequestError("No.", "PERMISSION_DENIED")));
  await forbidden.send();
  expect(forbidden.state()).toMatchObject({ phase: "refused", error: { code: "PERMISSION_DENIED" } });
});

test("Of an inner fault of the server nobody knows what came", async () => {
  const submission = new Submission<number>("k", () => Promise.reject(new RequestError("Broken.", "INTERNAL")));
  await submission.send();
  expect(submission.state().phase).toBe("unknown");
});

test("Keys have 128 bits and differ", () => {
  const [one, other] = [newIdempotencyKey(), newIdempotencyKey()];
  expect(one).toMatch(/^[0-9a-f]{32}$/);
  expect(one).not.toBe(other);
});
