"use client";

import { Icon } from "./Icon";
import { dismiss, useNotices } from "./notices";
import styles from "./shell.module.css";

/** What happened lately, over the bar, where it hides nothing that one is working at. The region is always there, so that a screen reader hears what comes into it. */
export function Notices() {
  const notices = useNotices();
  return (
    <div className={styles.notices} role="status" data-testid="notices">
      {notices.map(({ id, kind, text }) => (
        <p key={id} className={styles.notice} data-kind={kind}>
          <span>{text}</span>
          <button type="button" className={styles.iconButton} aria-label="Dismiss" onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  );
}
