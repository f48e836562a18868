import { useId, type InputHTMLAttributes, type ReactNode } from "react";
import styles from "./Field.module.css";

interface Properties extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "id"> {
  readonly label: string;
  readonly unit?: ReactNode;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly onText: (text: string) => void;
}

/** A labelled box for text, with what is wrong with it. */
export function Field({ label, unit, hint, problem, onText, ...input }: Properties) {
  const id = useId();
  const note = problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <input
          autoComplete="off"
          spellCheck={false}
          {...input}
          id={id}
          className={styles.input}
          aria-invalid={problem ? true : undefined}
          aria-describedby={note}
          onChange={event => onText(event.target.value)}
        />
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </div>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {hint && !problem && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A labelled choice of a few. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChoose,
  testId,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly onChoose: (value: T) => void;
  readonly testId?: string;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select id={id} className={styles.select} value={value} data-testid={testId} onChange={event => onChoose(event.target.value as T)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A labelled box to tick. */
export function Check({
  label,
  name,
  hint,
  checked,
  problem,
  onCheck,
}: {
  readonly label: string;
  readonly name: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly problem?: string | null;
  readonly onCheck: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.check}>
        <input
          type="checkbox"
          name={name}
          checked={checked}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={event => onCheck(event.target.checked)}
        />
        <span title={hint}>{label}</span>
      </label>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
