"use client";

import { useCallback, useState } from "react";
import type { AccountKind } from "@/graphql/generated";
import { notify } from "@/shell/notices";
import shell from "@/shell/shell.module.css";
import { commands } from "../commands";
import { CommandDialog } from "./CommandDialog";
import { Choice, Field } from "./Field";

const currency = /^[A-Z]{3,8}$/;

/** For a member without an account: what one is, and a way to it. */
export function OpenAccount({ onOpened }: { readonly onOpened: (id: string) => void }) {
  const [opens, setOpens] = useState(false);
  return (
    <div className={shell.problem} data-testid="no-account">
      <p className={shell.problemTitle}>You have no account yet</p>
      <p>A paper account fills orders against the live market, with play money.</p>
      <button type="button" className={`${shell.button} ${shell.primary}`} data-testid="open-account" onClick={() => setOpens(true)}>
        Open a paper account
      </button>
      {opens && <OpenAccountDialog onClose={() => setOpens(false)} onOpened={onOpened} />}
    </div>
  );
}

/** Opens a paper account. */
export function OpenAccountDialog({ onClose, onOpened }: { readonly onClose: () => void; readonly onOpened: (id: string) => void }) {
  const [name, setName] = useState("Paper");
  const [kind, setKind] = useState<AccountKind>("CASH");
  const [baseCurrency, setBaseCurrency] = useState("USD");
  const command = useCallback(
    (idempotencyKey: string) => commands.open({ idempotencyKey, name: name.trim(), kind, baseCurrency }),
    [name, kind, baseCurrency],
  );
  const problem = currency.test(baseCurrency) ? null : "A currency is a code such as USD.";
  return (
    <CommandDialog
      title="Open a paper account"
      verb="Open account"
      doing="Opening…"
      isIncomplete={name.trim() === "" || problem !== null}
      command={command}
      onClose={onClose}
      onDone={account => {
        notify("done", `${account.name} is open.`);
        onClose();
        onOpened(account.id);
      }}
    >
      <Field label="Name" value={name} maxLength={64} onText={setName} />
      <Choice
        label="Kind"
        value={kind}
        options={[
          { value: "CASH", name: "Cash: spends what it has" },
          { value: "MARGIN", name: "Margin: may borrow and sell short" },
        ]}
        onChoose={setKind}
      />
      <Field label="Base currency" value={baseCurrency} problem={problem} onText={text => setBaseCurrency(text.trim().toUpperCase())} />
      <p>Pay money in on the account page before the first order.</p>
    </CommandDialog>
  );
}
