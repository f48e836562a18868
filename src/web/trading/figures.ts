import { api } from "@/graphql/client";
import {
  DailyPnlDocument,
  PerformanceDocument,
  RiskDocument,
  StatementDocument,
  TradesDocument,
  type DailyPnlQuery,
  type PerformanceQuery,
  type RiskQuery,
  type StatementQuery,
  type TradesQuery,
} from "@/graphql/generated";

type AccountOf<Q extends { readonly account: object | null }> = NonNullable<Q["account"]>;

export type Day = AccountOf<DailyPnlQuery>["dailyPnl"][number];
export type Performance = AccountOf<PerformanceQuery>["performance"];
export type Statement = AccountOf<StatementQuery>["statement"];
export type Risk = NonNullable<AccountOf<RiskQuery>["risk"]>;
export type Trade = NonNullable<NonNullable<AccountOf<TradesQuery>["trades"]>["nodes"]>[number];

const latestTrades = 50;

/** What an account did in its last 30 days and what it risks, read when it is asked for: each goes through a history. */
export const figures = {
  days: async (id: string, signal: AbortSignal): Promise<readonly Day[]> =>
    (await api().requestSeries(DailyPnlDocument, { id }, signal)).account?.dailyPnl ?? [],
  performance: async (id: string, signal: AbortSignal): Promise<Performance | null> =>
    (await api().requestSeries(PerformanceDocument, { id }, signal)).account?.performance ?? null,
  trades: async (id: string, signal: AbortSignal): Promise<readonly Trade[]> =>
    (await api().requestSeries(TradesDocument, { id, first: latestTrades, after: null }, signal)).account?.trades?.nodes ?? [],
  statement: async (id: string, signal: AbortSignal): Promise<Statement | null> =>
    (await api().requestSeries(StatementDocument, { id }, signal)).account?.statement ?? null,
  risk: async (id: string, signal: AbortSignal): Promise<Risk | null> =>
    (await api().requestSeries(RiskDocument, { id }, signal)).account?.risk ?? null,
};
