import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import styles from "./Tabs.module.css";

export interface Tab<T extends string> {
  readonly value: T;
  readonly name: string;
  readonly count?: number;
}

/** Tabs over one panel. Arrow keys, Home and End go from tab to tab. */
export function Tabs<T extends string>({
  label,
  tabs,
  value,
  onChange,
  children,
  end,
}: {
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly children: ReactNode;
  /** What stands at the end of the row of tabs. */
  readonly end?: ReactNode;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const current = tabs.findIndex(tab => tab.value === value);
    const next = {
      ArrowRight: (current + 1) % tabs.length,
      ArrowLeft: (current + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.value);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.value}"]`)?.focus();
  };
  return (
    <section className={styles.tabs} aria-label={label}>
      <div className={styles.bar}>
        <div ref={list} className={styles.list} role="tablist" aria-label={label} onKeyDown={onKey}>
          {tabs.map(tab => (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              className={styles.tab}
              aria-selected={tab.value === value}
              aria-controls={`${id}-panel`}
              tabIndex={tab.value === value ? 0 : -1}
              data-tab={tab.value}
              data-testid={`tab-${tab.value}`}
              onClick={() => onChange(tab.value)}
            >
              {tab.name}
              {tab.count !== undefined && tab.count > 0 && <span className={styles.count}>{tab.count}</span>}
            </button>
          ))}
        </div>
        {end}
      </div>
      <div id={`${id}-panel`} className={styles.panel} role="tabpanel" aria-labelledby={`${id}-${value}`} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
