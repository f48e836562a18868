import type { Timestamp } from "@/graphql/schema";
import { formatTime, toUnixSeconds } from "@/markets/model/time";

/** A moment in UTC, to the second. */
export function TimeCell({ at }: { readonly at: Timestamp }) {
  return <time dateTime={at}>{formatTime(toUnixSeconds(at), "second")}</time>;
}
