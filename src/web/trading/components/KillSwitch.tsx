import { useCallback, useState } from "react";
import { notify } from "@/shell/notices";
import { commands } from "../commands";
import type { Account } from "../model/accountBook";
import styles from "./AccountPage.module.css";
import { CommandDialog } from "./CommandDialog";

/** Stops an account at once: open orders are cancelled, new ones denied. */
export function KillSwitch({ account, onTurned }: { readonly account: Account; readonly onTurned: () => void }) {
  const [asks, setAsks] = useState(false);
  const { id: accountId, isKilled, name } = account;
  const command = useCallback(
    (idempotencyKey: string) => commands.turnKillSwitch({ idempotencyKey, accountId, isOn: !isKilled }),
    [accountId, isKilled],
  );
  return (
    <>
      <button
        type="button"
        role="switch"
        aria-checked={isKilled}
        className={styles.killSwitch}
        data-testid="kill-switch"
        onClick={() => setAsks(true)}
      >
        Kill switch: {isKilled ? "on" : "off"}
      </button>
      {asks && (
        <CommandDialog
          title={isKilled ? `Let ${name} trade again?` : `Stop ${name}?`}
          verb={isKilled ? "Turn it off" : "Stop trading"}
          doing="Turning…"
          danger={!isKilled}
          command={command}
          onClose={() => setAsks(false)}
          onDone={() => {
            notify("done", isKilled ? "The kill switch is off." : "The kill switch is on: open orders are being cancelled.");
            onTurned();
            setAsks(false);
          }}
        >
          <p>
            {isKilled
              ? "New orders are taken again. What was cancelled stays cancelled."
              : "All open orders are cancelled and new ones are denied, until you turn it off. Positions stay as they are."}
          </p>
        </CommandDialog>
      )}
    </>
  );
}
