import { useMemo, useState } from "react";
import { formatDecimal } from "@/markets/model/decimal";
import { notify } from "@/shell/notices";
import { commands } from "../commands";
import type { Order } from "../model/accountBook";
import { checkAmendment, toAmendment, type AmendmentDraft } from "../model/amendment";
import { sideNames, typeNames } from "../model/orderText";
import { CommandDialog } from "./CommandDialog";
import { Field } from "./Field";

const labels = { quantity: "Quantity", limitPrice: "Limit price", triggerPrice: "Trigger price" } as const;

/** Changes the quantity and the prices of a working order. */
export function AmendDialog({
  accountId,
  order,
  onClose,
  onOrders,
}: {
  readonly accountId: string;
  readonly order: Order;
  readonly onClose: () => void;
  readonly onOrders: (orders: readonly Order[]) => void;
}) {
  const { instrument, side, type, filled } = order;
  const [draft, setDraft] = useState<AmendmentDraft>({
    quantity: order.quantity,
    limitPrice: order.limitPrice ?? "",
    triggerPrice: order.triggerPrice ?? "",
  });
  const problems = checkAmendment(order, draft);
  const amendment = toAmendment(order, draft);
  const isUnchanged = Object.values(amendment).every(value => value === null);
  // Another content is another intention: each has a key of its own.
  const { quantity, limitPrice, triggerPrice } = amendment;
  const command = useMemo(
    () => (idempotencyKey: string) =>
      commands.amend({ idempotencyKey, accountId, orderId: order.id, version: order.version, quantity, limitPrice, triggerPrice }),
    [accountId, order.id, order.version, quantity, limitPrice, triggerPrice],
  );
  const fields = (["quantity", "limitPrice", "triggerPrice"] as const).filter(field =>
    field === "quantity"
      ? true
      : field === "limitPrice"
        ? order.limitPrice !== null
        : order.triggerPrice !== null && type !== "TRAILING_STOP",
  );
  return (
    <CommandDialog
      title={`Change this order of ${instrument.symbol}`}
      verb="Change order"
      doing="Changing…"
      isIncomplete={problems.length > 0 || isUnchanged}
      command={command}
      onClose={onClose}
      onDone={orders => {
        notify("done", `The change of ${instrument.symbol} is on its way.`);
        onOrders(orders);
        onClose();
      }}
    >
      <p>
        {sideNames[side]} {formatDecimal(order.quantity)} {instrument.symbol}, {typeNames[type].toLowerCase()}. {formatDecimal(filled)} of
        it is filled.
      </p>
      {fields.map(field => (
        <Field
          key={field}
          label={labels[field]}
          name={field}
          inputMode="decimal"
          value={draft[field]}
          {...(field === "quantity" ? {} : { unit: instrument.currency })}
          problem={problems.find(problem => problem.field === field)?.message ?? null}
          onText={text => setDraft({ ...draft, [field]: text })}
          data-testid={`amend-${field}`}
        />
      ))}
    </CommandDialog>
  );
}
