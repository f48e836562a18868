import type { ReactNode } from "react";
import { ConnectionStatus } from "./ConnectionStatus";
import { Navigation } from "./Navigation";
import styles from "./shell.module.css";
import { ThemeToggle } from "./ThemeToggle";

/** The bar over every page; `children` stand before the name. */
export function TopBar({ children }: { readonly children?: ReactNode }) {
  return (
    <header className={styles.bar}>
      {children}
      <Brand />
      <Navigation />
      <div className={styles.barEnd}>
        <ConnectionStatus />
        <ThemeToggle />
      </div>
    </header>
  );
}

function Brand() {
  return (
    <p className={styles.brand}>
      <svg aria-hidden="true" width="22" height="22" viewBox="0 0 24 24">
        <path d="M6 3v18M12 6v12M18 2v15" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" opacity="0.55" />
        <path d="M4 8h4v9H4zM10 9h4v5h-4zM16 5h4v8h-4z" fill="currentColor" />
      </svg>
      <span className={styles.brandName}>Fincord</span>
    </p>
  );
}
