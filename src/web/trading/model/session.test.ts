import { expect, test } from "vitest";
import { readAgainAfter, sessionText, type Session } from "./session";

const session = (changes: Partial<Session>): Session => ({
  phase: "CONTINUOUS",
  nextChange: null,
  nextPhase: null,
  halt: null,
  ...changes,
});
const at = "2026-01-05T14:30:00.000000000Z";

test.each([
  [session({}), null],
  [session({ nextChange: at, nextPhase: "CLOSING_AUCTION" }), "The market is open. It begins its closing auction 2026-01-05 14:30 UTC."],
  [session({ phase: "CLOSED", nextChange: at, nextPhase: "CONTINUOUS" }), "The market is closed. It opens 2026-01-05 14:30 UTC."],
  [session({ phase: "HALTED", nextChange: at, nextPhase: "CLOSED", halt: { reason: "News." } }), "Trading is halted: News."],
])("A market's phase and what follows are a sentence", (state, text) => expect(sessionText(state)).toBe(text));

test("A session is read again just after it changes, and within a minute", () => {
  const change = Date.parse("2026-01-05T14:30:00Z");
  const next = session({ nextChange: at, nextPhase: "CLOSED" });
  expect([
    readAgainAfter(next, change - 5_000),
    readAgainAfter(next, change + 9_000),
    readAgainAfter(next, 0),
    readAgainAfter(null, 0),
  ]).toEqual([6_000, 1_000, 60_000, 60_000]);
});
