import { useSyncExternalStore } from "react";
import { realtime, type ConnectionState } from "@/graphql/realtime";

const subscribe = (listener: () => void): (() => void) => realtime().onStateChange(listener);
const current = (): ConnectionState => realtime().state();
const whilePrerendering = (): ConnectionState => "connecting";

/** The state of the page's one socket. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(subscribe, current, whilePrerendering);
}
