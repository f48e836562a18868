import { useCallback, useEffect, useState } from "react";
import { api, reasonOf } from "@/graphql/client";
import { EquityCurveDocument } from "@/graphql/generated";
import { mostPoints, startOf, type EquityPoint, type EquityRange } from "./model/equity";

export type EquityState =
  | { readonly phase: "loading" }
  | { readonly phase: "ready"; readonly points: readonly EquityPoint[] }
  | { readonly phase: "failed"; readonly problem: string };

const refreshEveryMilliseconds = 30_000;

/** All points since `from`: the server tells a week of minutes at once. */
async function readAll(id: string, from: string, signal: AbortSignal): Promise<readonly EquityPoint[]> {
  const points: EquityPoint[] = [];
  for (let start = from; ;) {
    const { account } = await api().requestSeries(EquityCurveDocument, { id, from: start, to: null }, signal);
    const page = account?.equityCurve ?? [];
    points.push(...page.filter(({ at }) => at > (points.at(-1)?.at ?? "")));
    const last = page.at(-1)?.at;
    if (page.length < mostPoints || last === undefined || last === start) return points;
    start = last;
  }
}

/** What the account was worth over a range, read anew every half minute while somebody looks. A component that shows another one must be another instance. */
export function useEquityCurve(id: string, range: EquityRange): { readonly state: EquityState; readonly retry: () => void } {
  const [state, setState] = useState<EquityState>({ phase: "loading" });
  const load = useCallback(
    async (signal: AbortSignal) => {
      try {
        const points = await readAll(id, startOf(range, Math.floor(Date.now() / 1000)), signal);
        if (!signal.aborted) setState({ phase: "ready", points });
      } catch (error) {
        if (!signal.aborted) setState(known => (known.phase === "ready" ? known : { phase: "failed", problem: reasonOf(error) }));
      }
    },
    [id, range],
  );
  useEffect(() => {
    const lifetime = new AbortController();

    void load(lifetime.signal);
    const timer = setInterval(() => {
      if (!document.hidden) void load(lifetime.signal);
    }, refreshEveryMilliseconds);
    return () => {
      lifetime.abort();
      clearInterval(timer);
    };
  }, [load]);
  const retry = useCallback(() => {
    setState({ phase: "loading" });
    void load(new AbortController().signal);
  }, [load]);
  return { state, retry };
}
