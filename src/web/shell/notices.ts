import { useSyncExternalStore } from "react";

/** Something that happened, told for a while wherever on the page one is. */
export interface Notice {
  readonly id: number;
  readonly kind: "done" | "problem";
  readonly text: string;
}

const shownMilliseconds = 8_000;
let notices: readonly Notice[] = [];
let lastId = 0;
const none: readonly Notice[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Notice[]): void {
  notices = next;
  for (const listener of [...listeners]) listener();
}

/** Tells what was done, for eight seconds, or what went wrong, until it is dismissed. */
export function notify(kind: Notice["kind"], text: string): void {
  const id = ++lastId;
  // An order may be filled before its acceptance is told: the latest does not take the place of the one before. Problems stay.
  const kept = (known: Notice["kind"], most: number) => notices.filter(notice => notice.kind === known).slice(-most);
  change([...kept("problem", 2), ...kept("done", 1), { id, kind, text }]);
  if (kind === "done") setTimeout(() => dismiss(id), shownMilliseconds);
}

export function dismiss(id: number): void {
  change(notices.filter(notice => notice.id !== id));
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
    () => none,
  );
}
