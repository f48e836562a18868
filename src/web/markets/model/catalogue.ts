import type { ListedInstrument } from "@/graphql/schema";
import { newerQuote } from "./quote";

/** A page of the catalogue and the cursor that asks for it again. */
export interface CataloguePage {
  readonly after: string | null;
  readonly instruments: readonly ListedInstrument[];
}

/** `pages` with `page` in the place of the one that has its cursor; no market becomes older by that. */
export function replacePage(pages: readonly CataloguePage[], page: CataloguePage): readonly CataloguePage[] {
  return pages.map(known =>
    known.after !== page.after
      ? known
      : {
          after: page.after,
          instruments: page.instruments.map(instrument => ({
            ...instrument,
            quote: newerQuote(known.instruments.find(({ key }) => key === instrument.key)?.quote ?? null, instrument.quote),
          })),
        },
  );
}

/** All instruments of `pages` in their order, each once: a page that was read anew may have moved its end. */
export function instrumentsOf(pages: readonly CataloguePage[]): readonly ListedInstrument[] {
  return [...new Map(pages.flatMap(page => page.instruments).map(instrument => [instrument.key, instrument])).values()];
}

/** Those whose key, name or currency holds every word of `text`, in any case. */
export function filterInstruments(instruments: readonly ListedInstrument[], text: string): readonly ListedInstrument[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return instruments;
  return instruments.filter(({ key, name, currency }) => {
    const haystack = `${key} ${name} ${currency}`.toLowerCase();
    return words.every(word => haystack.includes(word));
  });
}

/** The cursors of the pages to read anew for `keys`; of an empty catalogue its beginning, where the first instrument will appear. */
export function pagesWith(pages: readonly CataloguePage[], keys: ReadonlySet<string>): readonly (string | null)[] {
  if (pages.every(page => page.instruments.length === 0)) return pages.slice(0, 1).map(page => page.after);
  return pages.filter(page => page.instruments.some(({ key }) => keys.has(key))).map(page => page.after);
}
