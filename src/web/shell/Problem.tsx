import styles from "./shell.module.css";

/** Says what is not there and why, with a way out if there is one. */
export function Problem({
  title,
  reason,
  retry,
  testId,
}: {
  readonly title: string;
  readonly reason?: string;
  readonly retry?: () => void;
  readonly testId?: string;
}) {
  return (
    <div className={styles.problem} role="alert" data-testid={testId ?? "problem"}>
      <p className={styles.problemTitle}>{title}</p>
      {reason && <p>{reason}</p>}
      {retry && (
        <button type="button" className={styles.button} onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Says that there is nothing, which is no fault. */
export function Nothing({ title, hint, testId }: { readonly title: string; readonly hint: string; readonly testId?: string }) {
  return (
    <div className={styles.problem} data-testid={testId ?? "empty"}>
      <p className={styles.problemTitle}>{title}</p>
      <p>{hint}</p>
    </div>
  );
}
