import { useCallback, useRef } from "react";
import type { CandleInterval } from "@/graphql/schema";
import { Icon } from "@/shell/Icon";
import shell from "@/shell/shell.module.css";
import type { Catalogue } from "../useCatalogue";
import styles from "./InstrumentDrawer.module.css";
import { InstrumentList } from "./InstrumentList";

interface Properties {
  readonly catalogue: Catalogue;
  readonly selected: string | null;
  readonly interval: CandleInterval;
  readonly onSelect: (key: string) => void;
  /** The page that the links lead to. */
  readonly page?: string;
}

/** A button and the list of instruments that it opens over the page. */
export function InstrumentDrawer({ onSelect, ...list }: Properties) {
  const drawer = useRef<HTMLDialogElement>(null);
  const choose = useCallback(
    (key: string) => {
      onSelect(key);
      drawer.current?.close();
    },
    [onSelect],
  );
  return (
    <>
      <button
        type="button"
        className={shell.iconButton}
        aria-label="Show instruments"
        aria-haspopup="dialog"
        data-testid="open-list"
        onClick={() => drawer.current?.showModal()}
      >
        <Icon name="list" />
      </button>
      <dialog
        ref={drawer}
        className={styles.drawer}
        aria-label="Instruments"
        onClick={event => {
          if (event.target === event.currentTarget) event.currentTarget.close();
        }}
      >
        <div className={styles.drawerContent}>
          <button
            type="button"
            className={`${shell.iconButton} ${styles.drawerClose}`}
            aria-label="Close"
            onClick={() => drawer.current?.close()}
          >
            <Icon name="close" />
          </button>
          <InstrumentList {...list} onSelect={choose} />
        </div>
      </dialog>
    </>
  );
}
