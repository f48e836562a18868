"use client";

import { useCallback, useEffect, useId, useRef, type ReactNode } from "react";
import shell from "@/shell/shell.module.css";
import { explainRefusal, type TradingError } from "../model/refusal";
import type { Outcome } from "../model/submission";
import { useSubmission } from "../useSubmission";
import styles from "./Dialog.module.css";

interface Properties<T> {
  readonly title: string;
  /** What the button says, and what it says while the answer is awaited. */
  readonly verb: string;
  readonly doing: string;
  /** What will be done. Another function is another intention, with a key of its own. */
  readonly command: (key: string) => Promise<Outcome<T>>;
  readonly onDone: (value: T) => void;
  readonly onRefused?: (error: TradingError) => void;
  readonly onClose: () => void;
  /** Keeps the button from being pressed. */
  readonly isIncomplete?: boolean;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

/** Says what will happen before it does, and what came of it. Escape leaves; Enter does it. */
export function CommandDialog<T>(properties: Properties<T>) {
  const { title, verb, doing, command, onDone, onRefused, onClose, isIncomplete = false, danger = false, children } = properties;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { state, send } = useSubmission(command);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    const opened = dialog.current;
    if (!opened) return;
    before.current ??= document.activeElement;
    if (!opened.open) opened.showModal();
    // What is to be filled in, else what it is all about: Enter does it.
    opened.querySelector<HTMLElement>("input, [type=submit]")?.focus();
    return () => {
      // A dialog that is taken away takes the focus with it; the browser gives it back only to one that is closed.
      if (document.activeElement === document.body && before.current instanceof HTMLElement) before.current.focus();
    };
  }, []);

  const submit = useCallback(async () => {
    const after = await send();
    if (after.phase === "done") onDone(after.value);
    else if (after.phase === "refused") onRefused?.(after.error);
  }, [send, onDone, onRefused]);

  const isSending = state.phase === "sending";
  const refusal = state.phase === "refused" ? explainRefusal(state.error) : null;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      data-testid="command-dialog"
      data-state={state.phase}
      onClose={onClose}
      onCancel={event => {
        // While the answer is on its way there is nothing to go back to.
        if (isSending) event.preventDefault();
      }}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!isIncomplete && state.phase !== "refused") void submit();
        }}
      >
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <div className={styles.content}>{children}</div>
        <div role="alert">
          {refusal && state.phase === "refused" && (
            <div className={styles.refusal} data-testid="refusal" data-code={state.error.code}>
              <p className={styles.refusalTitle}>{refusal.reason}</p>
              {refusal.numbers && <p>{refusal.numbers}</p>}
              {refusal.advice && <p>{refusal.advice}</p>}
              <p className={styles.code}>{state.error.code}</p>
            </div>
          )}
          {state.phase === "unknown" && (
            <div className={styles.refusal} data-testid="unknown-outcome">
              <p className={styles.refusalTitle}>{state.problem}</p>
              <p>Nobody knows yet whether it happened. Sending it again is safe: it is done once, however often it arrives.</p>
            </div>
          )}
        </div>
        <div className={styles.actions}>
          <button type="button" className={shell.button} disabled={isSending} onClick={() => dialog.current?.close()}>
            {state.phase === "refused" || state.phase === "unknown" ? "Close" : "Back"}
          </button>
          {state.phase !== "refused" && (
            <button
              type="submit"
              className={`${shell.button} ${danger ? styles.danger : shell.primary}`}
              aria-disabled={isSending || isIncomplete}
              data-testid="confirm"
            >
              {isSending ? doing : state.phase === "unknown" ? "Send again" : verb}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
