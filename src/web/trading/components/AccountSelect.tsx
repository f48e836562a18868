import type { Accounts } from "../useAccounts";
import styles from "./Field.module.css";

/** The account that the page is about. Nothing to choose with one. */
export function AccountSelect({ accounts: { accounts, chosen, choose } }: { readonly accounts: Accounts }) {
  if (!chosen) return null;
  if (accounts.length === 1) return <span data-testid="account-name">{chosen.name}</span>;
  return (
    <select
      className={styles.select}
      aria-label="Account"
      value={chosen.id}
      data-testid="account-select"
      onChange={event => choose(event.target.value)}
    >
      {accounts.map(({ id, name, venue }) => (
        <option key={id} value={id}>
          {name} ({venue})
        </option>
      ))}
    </select>
  );
}
