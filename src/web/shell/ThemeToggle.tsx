"use client";

import { Icon } from "./Icon";
import styles from "./shell.module.css";
import { chooseTheme, useTheme, type Theme } from "./theme";

const following: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };
const names: Readonly<Record<Theme, string>> = { system: "as the system", light: "light", dark: "dark" };

export function ThemeToggle() {
  const theme = useTheme();
  const label = `Theme: ${names[theme]}. Switch to ${names[following[theme]]}`;
  return (
    <button
      type="button"
      className={styles.iconButton}
      aria-label={label}
      title={label}
      data-testid="theme"
      onClick={() => chooseTheme(following[theme])}
    >
      <Icon name={theme} />
    </button>
  );
}
