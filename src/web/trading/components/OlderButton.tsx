import { useState } from "react";
import { reasonOf } from "@/graphql/client";
import shell from "@/shell/shell.module.css";
import styles from "./Tables.module.css";

/** Reads the next page of what is older. */
export function OlderButton({ load, what }: { readonly load: () => Promise<void>; readonly what: string }) {
  const [state, setState] = useState<{ readonly loads: boolean; readonly problem: string | null }>({ loads: false, problem: null });
  const read = async (): Promise<void> => {
    setState({ loads: true, problem: null });
    try {
      await load();
      setState({ loads: false, problem: null });
    } catch (error) {
      setState({ loads: false, problem: reasonOf(error) });
    }
  };
  return (
    <div className={styles.more}>
      {state.problem && <p role="alert">{state.problem}</p>}
      <button type="button" className={shell.button} disabled={state.loads} onClick={() => void read()}>
        {state.loads ? "Loading…" : `Older ${what}`}
      </button>
    </div>
  );
}
