import { api, RequestError } from "@/graphql/client";
import { CandleBoundsDocument, CandleChangedDocument, CandlesDocument, InstrumentsDocument } from "@/graphql/generated";
import { realtime } from "@/graphql/realtime";
import type { CandleInterval } from "@/graphql/schema";
import type { CandleSource } from "./model/candleFeed";
import type { CatalogueSource } from "./model/catalogueFeed";
import { timed } from "./model/candleSeries";
import { pageSize } from "./model/history";
import { toTimestamp, toUnixSeconds } from "./model/time";

const instrumentsPerPage = 50;

/** The catalogue as the server has it. */
export const serverCatalogue: CatalogueSource = {
  async page(after) {
    const { instruments } = await api().request(InstrumentsDocument, { first: instrumentsPerPage, after });
    const next = instruments?.pageInfo.hasNextPage ? instruments.pageInfo.endCursor : null;
    return { page: { after, instruments: instruments?.nodes ?? [] }, next };
  },
  watch: (after, changed) =>
    api().watch(InstrumentsDocument, { first: instrumentsPerPage, after }, ({ instruments }) =>
      changed({ after, instruments: instruments?.nodes ?? [] }),
    ),
  onResumed: resumed =>
    realtime().onStateChange(() => {
      if (realtime().state() === "live") resumed();
    }),
  isWatched: () => !document.hidden,
};

/** The candles of `key` as the server has them. */
export function serverCandles(key: string, interval: CandleInterval): CandleSource {
  return {
    async bounds() {
      const { instrument } = await api().requestSeries(CandleBoundsDocument, { key, interval });
      if (!instrument) throw unknownInstrument(key);
      const [first, occurredAt] = [instrument.candles?.nodes?.[0], instrument.quote?.occurredAt];
      return { earliest: first ? toUnixSeconds(first.openTime) : null, now: occurredAt ? toUnixSeconds(occurredAt) : null };
    },
    async page(from, to, after) {
      const variables = { key, interval, from: toTimestamp(from), to: to === null ? null : toTimestamp(to), first: pageSize, after };
      const candles = (await api().requestSeries(CandlesDocument, variables)).instrument?.candles;
      if (!candles) throw unknownInstrument(key);
      const { hasNextPage, endCursor } = candles.pageInfo;
      return { candles: (candles.nodes ?? []).map(timed), complete: !hasNextPage, next: endCursor };
    },
    subscribe: (next, resumed) =>
      api().subscribeSeries(CandleChangedDocument, { key, interval }, { next: data => next(timed(data.candleChanged)), resumed }),
    now: () => Math.floor(Date.now() / 1000),
  };
}

export function unknownInstrument(key: string): RequestError {
  return new RequestError(`No instrument is called ${key}.`, "UNKNOWN_INSTRUMENT");
}
