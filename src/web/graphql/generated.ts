// Generated from schemas/fincord.graphql and graphql/documents by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";
/** The length of a candle. D1 is the UTC day, W1 starts on Monday 00:00 UTC, MN1 is the calendar month in UTC. */
export type CandleInterval =
  /** One second. */
  | "S1"
  /** Five seconds. */
  | "S5"
  /** One minute. */
  | "M1"
  /** Five minutes. */
  | "M5"
  /** Fifteen minutes. */
  | "M15"
  /** Thirty minutes. */
  | "M30"
  /** One hour. */
  | "H1"
  /** Four hours. */
  | "H4"
  /** One UTC day. */
  | "D1"
  /** One week from Monday 00:00 UTC. */
  | "W1"
  /** One calendar month in UTC. */
  | "MN1";

/** What kind of thing is traded. */
export type InstrumentType =
  /** A share of a company. */
  | "EQUITY"
  /** An exchange-traded fund. */
  | "ETF"
  /** A mutual fund. */
  | "MUTUAL_FUND"
  /** A bond. */
  | "BOND"
  /** A pair of currencies. */
  | "FX"
  /** A crypto asset for immediate delivery. */
  | "CRYPTO_SPOT"
  /** A perpetual swap. */
  | "PERPETUAL"
  /** A dated future. */
  | "FUTURE"
  /** An option. */
  | "OPTION";

export type QuoteFieldsFragment = {
  readonly key: string;
  readonly bid: string | null;
  readonly ask: string | null;
  readonly bidSize: string | null;
  readonly askSize: string | null;
  readonly last: string | null;
  readonly lastSize: string | null;
  readonly occurredAt: string | null;
};

export type InstrumentFieldsFragment = {
  readonly id: string;
  readonly key: string;
  readonly venue: string;
  readonly symbol: string;
  readonly name: string;
  readonly type: InstrumentType;
  readonly currency: string;
};

export type ListedInstrumentFragment = {
  readonly id: string;
  readonly key: string;
  readonly venue: string;
  readonly symbol: string;
  readonly name: string;
  readonly type: InstrumentType;
  readonly currency: string;
  readonly quote: {
    readonly key: string;
    readonly bid: string | null;
    readonly ask: string | null;
    readonly bidSize: string | null;
    readonly askSize: string | null;
    readonly last: string | null;
    readonly lastSize: string | null;
    readonly occurredAt: string | null;
  } | null;
};

export type CandleFieldsFragment = {
  readonly openTime: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
  readonly vwap: string | null;
  readonly tradeCount: number;
  readonly revision: number;
  readonly isClosed: boolean;
};

export type InstrumentsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type InstrumentsQuery = {
  readonly instruments: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly key: string;
      readonly venue: string;
      readonly symbol: string;
      readonly name: string;
      readonly type: InstrumentType;
      readonly currency: string;
      readonly quote: {
        readonly key: string;
        readonly bid: string | null;
        readonly ask: string | null;
        readonly bidSize: string | null;
        readonly askSize: string | null;
        readonly last: string | null;
        readonly lastSize: string | null;
        readonly occurredAt: string | null;
      } | null;
    }> | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type InstrumentQueryVariables = Exact<{
  key: string;
}>;

export type InstrumentQuery = {
  readonly instrument: {
    readonly id: string;
    readonly key: string;
    readonly venue: string;
    readonly symbol: string;
    readonly name: string;
    readonly type: InstrumentType;
    readonly currency: string;
    readonly quote: {
      readonly key: string;
      readonly bid: string | null;
      readonly ask: string | null;
      readonly bidSize: string | null;
      readonly askSize: string | null;
      readonly last: string | null;
      readonly lastSize: string | null;
      readonly occurredAt: string | null;
    } | null;
  } | null;
};

export type CandleBoundsQueryVariables = Exact<{
  key: string;
  interval: CandleInterval;
}>;

export type CandleBoundsQuery = {
  readonly instrument: {
    readonly id: string;
    readonly quote: { readonly key: string; readonly occurredAt: string | null } | null;
    readonly candles: { readonly nodes: ReadonlyArray<{ readonly openTime: string }> | null } | null;
  } | null;
};

export type CandlesQueryVariables = Exact<{
  key: string;
  interval: CandleInterval;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type CandlesQuery = {
  readonly instrument: {
    readonly id: string;
    readonly candles: {
      readonly nodes: ReadonlyArray<{
        readonly openTime: string;
        readonly open: string;
        readonly high: string;
        readonly low: string;
        readonly close: string;
        readonly volume: string;
        readonly vwap: string | null;
        readonly tradeCount: number;
        readonly revision: number;
        readonly isClosed: boolean;
      }> | null;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type QuoteChangedSubscriptionVariables = Exact<{
  key: string;
}>;

export type QuoteChangedSubscription = {
  readonly quoteChanged: {
    readonly key: string;
    readonly bid: string | null;
    readonly ask: string | null;
    readonly bidSize: string | null;
    readonly askSize: string | null;
    readonly last: string | null;
    readonly lastSize: string | null;
    readonly occurredAt: string | null;
  };
};

export type CandleChangedSubscriptionVariables = Exact<{
  key: string;
  interval: CandleInterval;
}>;

export type CandleChangedSubscription = {
  readonly candleChanged: {
    readonly openTime: string;
    readonly open: string;
    readonly high: string;
    readonly low: string;
    readonly close: string;
    readonly volume: string;
    readonly vwap: string | null;
    readonly tradeCount: number;
    readonly revision: number;
    readonly isClosed: boolean;
  };
};

export const InstrumentFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<InstrumentFieldsFragment, unknown>;
export const QuoteFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<QuoteFieldsFragment, unknown>;
export const ListedInstrumentFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ListedInstrument" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "quote" },
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "QuoteFields" } }] },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ListedInstrumentFragment, unknown>;
export const CandleFieldsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CandleFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Candle" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "openTime" } },
          { kind: "Field", name: { kind: "Name", value: "open" } },
          { kind: "Field", name: { kind: "Name", value: "high" } },
          { kind: "Field", name: { kind: "Name", value: "low" } },
          { kind: "Field", name: { kind: "Name", value: "close" } },
          { kind: "Field", name: { kind: "Name", value: "volume" } },
          { kind: "Field", name: { kind: "Name", value: "vwap" } },
          { kind: "Field", name: { kind: "Name", value: "tradeCount" } },
          { kind: "Field", name: { kind: "Name", value: "revision" } },
          { kind: "Field", name: { kind: "Name", value: "isClosed" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CandleFieldsFragment, unknown>;
export const InstrumentsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Instruments" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instruments" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ListedInstrument" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ListedInstrument" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "quote" },
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "QuoteFields" } }] },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<InstrumentsQuery, InstrumentsQueryVariables>;
export const InstrumentDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Instrument" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ListedInstrument" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "InstrumentFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "venue" } },
          { kind: "Field", name: { kind: "Name", value: "symbol" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ListedInstrument" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Instrument" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "InstrumentFields" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "quote" },
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "QuoteFields" } }] },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<InstrumentQuery, InstrumentQueryVariables>;
export const CandleBoundsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "CandleBounds" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "interval" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "CandleInterval" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "quote" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "key" } },
                      { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "candles" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "interval" },
                      value: { kind: "Variable", name: { kind: "Name", value: "interval" } },
                    },
                    { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "1" } },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "openTime" } }] },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CandleBoundsQuery, CandleBoundsQueryVariables>;
export const CandlesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Candles" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "interval" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "CandleInterval" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "from" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Timestamp" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "to" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Timestamp" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "instrument" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "candles" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "interval" },
                      value: { kind: "Variable", name: { kind: "Name", value: "interval" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "from" },
                      value: { kind: "Variable", name: { kind: "Name", value: "from" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "to" },
                      value: { kind: "Variable", name: { kind: "Name", value: "to" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "Variable", name: { kind: "Name", value: "first" } },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "after" },
                      value: { kind: "Variable", name: { kind: "Name", value: "after" } },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "CandleFields" } }],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                            { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CandleFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Candle" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "openTime" } },
          { kind: "Field", name: { kind: "Name", value: "open" } },
          { kind: "Field", name: { kind: "Name", value: "high" } },
          { kind: "Field", name: { kind: "Name", value: "low" } },
          { kind: "Field", name: { kind: "Name", value: "close" } },
          { kind: "Field", name: { kind: "Name", value: "volume" } },
          { kind: "Field", name: { kind: "Name", value: "vwap" } },
          { kind: "Field", name: { kind: "Name", value: "tradeCount" } },
          { kind: "Field", name: { kind: "Name", value: "revision" } },
          { kind: "Field", name: { kind: "Name", value: "isClosed" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CandlesQuery, CandlesQueryVariables>;
export const QuoteChangedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "QuoteChanged" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "quoteChanged" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
            ],
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "QuoteFields" } }] },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "QuoteFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Quote" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "bid" } },
          { kind: "Field", name: { kind: "Name", value: "ask" } },
          { kind: "Field", name: { kind: "Name", value: "bidSize" } },
          { kind: "Field", name: { kind: "Name", value: "askSize" } },
          { kind: "Field", name: { kind: "Name", value: "last" } },
          { kind: "Field", name: { kind: "Name", value: "lastSize" } },
          { kind: "Field", name: { kind: "Name", value: "occurredAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<QuoteChangedSubscription, QuoteChangedSubscriptionVariables>;
export const CandleChangedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "CandleChanged" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "interval" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "CandleInterval" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "candleChanged" },
            arguments: [
              { kind: "Argument", name: { kind: "Name", value: "key" }, value: { kind: "Variable", name: { kind: "Name", value: "key" } } },
              {
                kind: "Argument",
                name: { kind: "Name", value: "interval" },
                value: { kind: "Variable", name: { kind: "Name", value: "interval" } },
              },
            ],
            selectionSet: { kind: "SelectionSet", selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "CandleFields" } }] },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CandleFields" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Candle" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "openTime" } },
          { kind: "Field", name: { kind: "Name", value: "open" } },
          { kind: "Field", name: { kind: "Name", value: "high" } },
          { kind: "Field", name: { kind: "Name", value: "low" } },
          { kind: "Field", name: { kind: "Name", value: "close" } },
          { kind: "Field", name: { kind: "Name", value: "volume" } },
          { kind: "Field", name: { kind: "Name", value: "vwap" } },
          { kind: "Field", name: { kind: "Name", value: "tradeCount" } },
          { kind: "Field", name: { kind: "Name", value: "revision" } },
          { kind: "Field", name: { kind: "Name", value: "isClosed" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CandleChangedSubscription, CandleChangedSubscriptionVariables>;
