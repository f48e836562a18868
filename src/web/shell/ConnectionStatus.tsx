"use client";

import { realtime, type ConnectionState } from "@/graphql/realtime";
import styles from "./shell.module.css";
import { useConnection } from "./useConnection";

const texts: Readonly<Record<ConnectionState, string>> = { connecting: "Connecting", live: "Live", reconnecting: "Reconnecting" };

/** Whether prices on the page are fed; with a way not to wait when they are not. */
export function ConnectionStatus() {
  const state = useConnection();
  return (
    <div className={styles.status}>
      <p role="status" className={styles.statusText} data-testid="status" data-state={state}>
        <span className={styles.dot} aria-hidden="true" />
        {texts[state]}
      </p>
      {state === "reconnecting" && (
        <button type="button" className={styles.statusRetry} onClick={() => realtime().retryNow()}>
          Retry now
        </button>
      )}
    </div>
  );
}
