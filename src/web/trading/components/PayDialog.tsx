import { useMemo, useState } from "react";
import { notify } from "@/shell/notices";
import { commands } from "../commands";
import type { Account } from "../model/accountBook";
import { formatMoney, parseTyped, toDecimal } from "../model/amount";
import { CommandDialog } from "./CommandDialog";
import { Field } from "./Field";

/** Moves money into an account, or out of it. */
export function PayDialog({
  account,
  way,
  onClose,
  onDone,
}: {
  readonly account: Account;
  readonly way: "in" | "out";
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [amount, setAmount] = useState("");
  const [currency, setCurrency] = useState(account.baseCurrency);
  const sum = parseTyped(amount);
  const isSum = sum !== null && sum.gt(0);
  const signed = isSum ? toDecimal(way === "in" ? sum : sum.times(-1)) : "0";
  const command = useMemo(
    () => (idempotencyKey: string) => commands.pay({ idempotencyKey, accountId: account.id, currency, amount: signed }),
    [account.id, currency, signed],
  );
  const free = account.balances.find(balance => balance.currency === currency)?.free ?? "0";
  return (
    <CommandDialog
      title={way === "in" ? "Pay money in" : "Take money out"}
      verb={way === "in" ? "Pay in" : "Take out"}
      doing="Booking…"
      isIncomplete={!isSum || !/^[A-Z]{3,8}$/.test(currency)}
      command={command}
      onClose={onClose}
      onDone={() => {
        notify("done", `${formatMoney(sum)} ${currency} ${way === "in" ? "paid in" : "taken out"}.`);
        onDone();
        onClose();
      }}
    >
      <Field
        label="Amount"
        inputMode="decimal"
        value={amount}
        unit={currency}
        problem={amount.trim() !== "" && !isSum ? "Enter a number such as 1000, more than zero." : null}
        onText={setAmount}
        data-testid="pay-amount"
      />
      <Field
        label="Currency"
        value={currency}
        hint={`Free now: ${formatMoney(free)} ${currency}`}
        onText={text => setCurrency(text.trim().toUpperCase())}
      />
    </CommandDialog>
  );
}
