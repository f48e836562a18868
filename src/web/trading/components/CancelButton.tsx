import { useCallback } from "react";
import { notify } from "@/shell/notices";
import { commands } from "../commands";
import type { Order } from "../model/accountBook";
import { mayCancel } from "../model/orderText";
import { useSubmission } from "../useSubmission";
import styles from "./Tables.module.css";

/** Cancels one order, at once: an order that is gone can be placed again. */
export function CancelButton({
  accountId,
  order,
  onOrders,
}: {
  readonly accountId: string;
  readonly order: Order;
  readonly onOrders: (orders: readonly Order[]) => void;
}) {
  const { id, instrument } = order;
  const may = mayCancel(order);
  // A new intention whenever the order is open again after a refusal.
  const command = useCallback(
    (key: string) => commands.cancel({ idempotencyKey: key, accountId, orderId: id }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [accountId, id, order.version],
  );
  const { state, send } = useSubmission(command);
  const cancel = async (): Promise<void> => {
    const after = await send();
    if (after.phase === "done") onOrders(after.value);
    else if (after.phase === "refused")
      notify("problem", `The order of ${instrument.symbol} was not cancelled: ${after.error.message} (${after.error.code})`);
    else if (after.phase === "unknown") notify("problem", `${after.problem} Press Cancel again: it is done once.`);
  };
  return (
    <button
      type="button"
      className={styles.action}
      disabled={!may || state.phase === "sending" || state.phase === "done"}
      aria-label={`Cancel the order of ${instrument.symbol}`}
      data-testid="cancel-order"
      onClick={() => void cancel()}
    >
      Cancel
    </button>
  );
}
