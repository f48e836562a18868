import { useSyncExternalStore } from "react";
import { themeStorageKey } from "./themeScript";
import { useMediaQuery } from "./useMediaQuery";

/** What a member chose: the system's theme unless they say otherwise. */
export type Theme = "system" | "light" | "dark";

const listeners = new Set<() => void>();

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Applies and remembers `theme`. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(themeStorageKey, theme);
  } catch {
    // A browser that forbids storage still gets the theme, for this visit.
  }
  for (const listener of [...listeners]) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme, () => "system");
}

/** What is painted now. */
export function usePaintedTheme(): "light" | "dark" {
  const [theme, systemIsDark] = [useTheme(), useMediaQuery("(prefers-color-scheme: dark)")];
  return theme === "system" ? (systemIsDark ? "dark" : "light") : theme;
}
