import { api } from "@/graphql/client";
import {
  AmendOrderDocument,
  CancelAllOrdersDocument,
  CancelOrderDocument,
  ClosePositionDocument,
  OpenAccountDocument,
  PayDocument,
  PlaceOrderDocument,
  TurnKillSwitchDocument,
  type AmendOrderInput,
  type CancelAllOrdersInput,
  type CancelOrderInput,
  type ClosePositionInput,
  type OpenAccountInput,
  type PayInput,
  type PlaceOrderInput,
  type TurnKillSwitchInput,
} from "@/graphql/generated";
import type { Account, Order } from "./model/accountBook";
import type { TradingError } from "./model/refusal";
import type { Outcome } from "./model/submission";

interface OrdersAnswer {
  readonly orders: readonly Order[];
  readonly error: TradingError | null;
}

interface AccountAnswer {
  readonly account: Account | null;
  readonly error: TradingError | null;
}

/** The orders of an answer, or why nothing was done; that they were denied is such a reason, too. */
function ordersOutcome({ orders, error }: OrdersAnswer): Outcome<readonly Order[]> {
  return error ? { value: null, error } : { value: orders, error: null };
}

function accountOutcome({ account, error }: AccountAnswer): Outcome<Account> {
  if (account && !error) return { value: account, error: null };
  const nothing = { code: "INTERNAL", message: "The server answered with nothing.", limit: null, actual: null, unit: null };
  return { value: null, error: error ?? nothing };
}

/** What a member can do, each under an idempotency key in its input. */
export const commands = {
  place: async (input: PlaceOrderInput) => ordersOutcome((await api().mutate(PlaceOrderDocument, { input })).placeOrder),
  amend: async (input: AmendOrderInput) => ordersOutcome((await api().mutate(AmendOrderDocument, { input })).amendOrder),
  cancel: async (input: CancelOrderInput) => ordersOutcome((await api().mutate(CancelOrderDocument, { input })).cancelOrder),
  cancelAll: async (input: CancelAllOrdersInput) => ordersOutcome((await api().mutate(CancelAllOrdersDocument, { input })).cancelAllOrders),
  close: async (input: ClosePositionInput) => ordersOutcome((await api().mutate(ClosePositionDocument, { input })).closePosition),
  open: async (input: OpenAccountInput) => accountOutcome((await api().mutate(OpenAccountDocument, { input })).openAccount),
  pay: async (input: PayInput) => accountOutcome((await api().mutate(PayDocument, { input })).pay),
  turnKillSwitch: async (input: TurnKillSwitchInput) =>
    accountOutcome((await api().mutate(TurnKillSwitchDocument, { input })).turnKillSwitch),
};
