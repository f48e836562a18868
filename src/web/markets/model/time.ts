import type { Timestamp } from "@/graphql/schema";

/** Whole seconds since 1970-01-01 UTC. */
export type UnixSeconds = number;

/** The second that holds `timestamp`. */
export function toUnixSeconds(timestamp: Timestamp): UnixSeconds {
  return Date.parse(`${timestamp.slice(0, 19)}Z`) / 1000;
}

export function toTimestamp(seconds: UnixSeconds): Timestamp {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.000000000Z`;
}

/** `2026-01-05 14:30:00`, without what `precision` says is not needed. */
export function formatTime(seconds: UnixSeconds, precision: "day" | "minute" | "second"): string {
  const text = new Date(seconds * 1000).toISOString().replace("T", " ");
  return text.slice(0, { day: 10, minute: 16, second: 19 }[precision]);
}
