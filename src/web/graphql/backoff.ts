const firstDelay = 500;
const longestDelay = 10_000;

/**
 * Milliseconds to wait before attempt number `attempt` (0 is the first): doubling up to ten seconds, of which the last quarter is spread
 * by `random` (0 to 1), so that the pages of many members do not all come back in the same moment.
 */
export function retryDelay(attempt: number, random: number): number {
  const delay = Math.min(longestDelay, firstDelay * 2 ** Math.min(attempt, 10));
  return Math.round(delay * (0.75 + 0.25 * random));
}
