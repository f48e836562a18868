"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { CandleInterval } from "@/graphql/schema";
import { Icon } from "@/shell/Icon";
import { Nothing, Problem } from "@/shell/Problem";
import shell from "@/shell/shell.module.css";
import { filterInstruments, instrumentsOf } from "../model/catalogue";
import type { Catalogue } from "../useCatalogue";
import { InstrumentRow } from "./InstrumentRow";
import styles from "./InstrumentList.module.css";
import { RowsSkeleton } from "./Skeletons";

interface Properties {
  readonly catalogue: Catalogue;
  readonly selected: string | null;
  readonly interval: CandleInterval;
  readonly onSelect: (key: string) => void;
  /** The page that the links lead to. */
  readonly page?: string;
}

/** The catalogue as links. Arrow keys, Home and End move between them, `/` goes to the filter, Enter there takes the first. */
export function InstrumentList({ catalogue, selected, interval, onSelect, page = "/" }: Properties) {
  const [filter, setFilter] = useState("");
  const all = useMemo(() => instrumentsOf(catalogue.pages), [catalogue.pages]);
  const shown = useMemo(() => filterInstruments(all, filter), [all, filter]);
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(useCallback(() => input.current?.focus(), []));

  const focusRow = (index: number): void => {
    const links = list.current?.querySelectorAll<HTMLAnchorElement>("a");
    links?.[Math.max(0, Math.min(links.length - 1, index))]?.focus();
  };
  const onFilterKey = (event: KeyboardEvent): void => {
    const first = shown[0];
    if (event.key === "ArrowDown") focusRow(0);
    else if (event.key === "Enter" && first) onSelect(first.key);
    else if (event.key === "Escape" && filter !== "") setFilter("");
    else return;
    event.preventDefault();
  };
  const onListKey = (event: KeyboardEvent): void => {
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const current = links.findIndex(link => link === document.activeElement);
    if (event.key === "ArrowDown") focusRow(current + 1);
    else if (event.key === "ArrowUp" && current === 0) input.current?.focus();
    else if (event.key === "ArrowUp") focusRow(current - 1);
    else if (event.key === "Home") focusRow(0);
    else if (event.key === "End") focusRow(links.length - 1);
    else return;
    event.preventDefault();
  };

  // One row is in the tab order: the selected one, or the first when it is not shown.
  const tabStop = shown.some(({ key }) => key === selected) ? selected : shown[0]?.key;
  return (
    <section className={styles.list} aria-labelledby="instruments-title">
      <h2 id="instruments-title" className={styles.title}>
        Instruments
        {all.length > 0 && (
          <span className={styles.count}>
            {filter ? `${shown.length} of ` : ""}
            {all.length}
            {catalogue.hasMore ? "+" : ""}
          </span>
        )}
      </h2>
      <div className={styles.filter}>
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          aria-label="Filter instruments"
          placeholder="Filter"
          autoComplete="off"
          spellCheck={false}
          value={filter}
          onChange={event => setFilter(event.target.value)}
          onKeyDown={onFilterKey}
          data-testid="instrument-filter"
        />
      </div>
      <nav className={styles.scroll} aria-labelledby="instruments-title">
        <ul ref={list} role="list" onKeyDown={onListKey} data-testid="instrument-list">
          {shown.map(instrument => (
            <InstrumentRow
              key={instrument.key}
              instrument={instrument}
              isSelected={instrument.key === selected}
              isTabStop={instrument.key === tabStop}
              interval={interval}
              onSelect={onSelect}
              watch={catalogue.watch}
              page={page}
            />
          ))}
        </ul>
        {catalogue.phase === "loading" && <RowsSkeleton rows={all.length === 0 ? 10 : 3} />}
        {catalogue.phase === "failed" && selected === null && <p className={styles.absent}>The list cannot be read.</p>}
        {catalogue.phase === "failed" && selected !== null && (
          <Problem title="The list cannot be read" reason={catalogue.problem ?? ""} retry={catalogue.loadMore} testId="list-problem" />
        )}
        {catalogue.phase === "ready" && all.length === 0 && (
          <p className={styles.absent} data-testid="list-empty">
            None yet.
          </p>
        )}
        {catalogue.phase === "ready" && all.length > 0 && shown.length === 0 && (
          <Nothing
            title="No match"
            hint={catalogue.hasMore ? "None of the loaded instruments matches. There are more to load." : `Nothing matches “${filter}”.`}
            testId="list-no-match"
          />
        )}
        {catalogue.phase === "ready" && catalogue.hasMore && (
          <p className={styles.more}>
            <button type="button" className={shell.button} onClick={catalogue.loadMore} data-testid="load-more">
              Load more
            </button>
          </p>
        )}
      </nav>
    </section>
  );
}

/** Calls `act` on `/`, unless somebody is typing. */
function useSlashKey(act: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [act]);
}
