import type { ReactNode } from "react";
import styles from "./Figures.module.css";

/** Numbers with their names, side by side. */
export function Figures({ children, testId }: { readonly children: ReactNode; readonly testId?: string }) {
  return (
    <dl className={styles.figures} data-testid={testId}>
      {children}
    </dl>
  );
}

export function Figure({ name, testId, children }: { readonly name: string; readonly testId?: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-testid={testId}>{children}</dd>
    </div>
  );
}
