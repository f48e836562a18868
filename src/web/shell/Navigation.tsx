"use client";

import { usePathname } from "next/navigation";
import styles from "./shell.module.css";

const pages = [
  { path: "/", name: "Markets" },
  { path: "/trade/", name: "Trade" },
  { path: "/account/", name: "Account" },
] as const;

/** The pages. Plain links: each page is a document of its own, and its socket and caches end with it. */
export function Navigation() {
  const path = usePathname();
  const here = path.endsWith("/") ? path : `${path}/`;
  return (
    <nav className={styles.nav} aria-label="Pages">
      {pages.map(page => (
        <a key={page.path} href={page.path} aria-current={page.path === here ? "page" : undefined}>
          {page.name}
        </a>
      ))}
    </nav>
  );
}
