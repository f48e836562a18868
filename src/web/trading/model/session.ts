import type { TermsQuery, TradingPhase } from "@/graphql/generated";
import { formatTime, toUnixSeconds } from "@/markets/model/time";

export type Terms = NonNullable<TermsQuery["instrument"]>["terms"];
export type Session = NonNullable<TermsQuery["instrument"]>["session"];

const [soonest, latest] = [1_000, 60_000];

/** After how many milliseconds a session is read again: just after it changes, and within a minute, since a halt is not foreseen. */
export function readAgainAfter(session: Session | null, now: number): number {
  const change = session?.nextChange ? toUnixSeconds(session.nextChange) * 1000 - now + soonest : latest;
  return Math.min(latest, Math.max(soonest, change));
}

const phases: Readonly<Record<TradingPhase, string>> = {
  CLOSED: "The market is closed",
  OPENING_AUCTION: "Orders are collected for the opening auction",
  CONTINUOUS: "The market is open",
  CLOSING_AUCTION: "Orders are collected for the closing auction",
  HALTED: "Trading is halted",
};

const nextPhases: Readonly<Record<TradingPhase, string>> = {
  CLOSED: "closes",
  OPENING_AUCTION: "begins its opening auction",
  CONTINUOUS: "opens",
  CLOSING_AUCTION: "begins its closing auction",
  HALTED: "is halted",
};

/** What a market does now and when that changes; null for one that is always open. */
export function sessionText({ phase, nextChange, nextPhase, halt }: Session): string | null {
  if (phase === "CONTINUOUS" && nextChange === null) return null;
  const now = halt ? `${phases[phase]}: ${halt.reason.replace(/\.$/, "")}` : phases[phase];
  if (halt || nextChange === null || nextPhase === null) return `${now}.`;
  return `${now}. It ${nextPhases[nextPhase]} ${formatTime(toUnixSeconds(nextChange), "minute")} UTC.`;
}
