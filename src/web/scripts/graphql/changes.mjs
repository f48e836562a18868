// What a new schema means for clients of the old one.
import { buildSchema, findBreakingChanges, findDangerousChanges } from "graphql";

/**
 * The changes that break clients, and those that may surprise them, one line each.
 * @param {string} before @param {string} after Both in the schema definition language.
 */
export function changesBetween(before, after) {
  const [known, changed] = [buildSchema(before), buildSchema(after)];
  const lines = (/** @type {readonly { type: string, description: string }[]} */ changes) =>
    changes.map(({ type, description }) => `${type}: ${description}`).sort();
  return { breaking: lines(findBreakingChanges(known, changed)), dangerous: lines(findDangerousChanges(known, changed)) };
}
