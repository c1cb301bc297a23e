/** The plan by customer. The rows of a customer are loaded when it is opened, and only visible ones are rendered. */

import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useRef, useState } from "react";
import { formatAddress } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { CustomerPlan, PlanLinesReply } from "../../api-types.ts";
import { ask } from "../api.ts";
import { useSettings } from "../settings.tsx";
import { useLoad } from "../use-load.ts";

type Props = { readonly batchId: string; readonly customers: readonly CustomerPlan[] };

export function CustomerPlans({ batchId, customers }: Props) {
  const { words, number } = useSettings();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: customers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 6,
  });
  const toggle = (customer: string) => {
    const next = new Set(open);
    if (!next.delete(customer)) next.add(customer);
    setOpen(next);
  };
  return (
    <div ref={scroller} className="plans">
      <div style={{ height: list.getTotalSize(), position: "relative" }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const each = customers[index];
          if (!each) return null;
          const { customer, counts } = each;
          const isOpen = open.has(customer);
          return (
            <div
              key={customer}
              ref={list.measureElement}
              data-index={index}
              className="plan-customer"
              style={{ transform: `translateY(${start}px)` }}
            >
              <button type="button" className="plan-head" aria-expanded={isOpen} onClick={() => toggle(customer)}>
                <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span>
                <strong>{customer || words.plan.templates}</strong>
                {(["create", "update", "delete", "unchanged", "refused"] as const).map(
                  (what) =>
                    (counts[what] ?? 0) > 0 && (
                      <span key={what} className={`tag plan-${what}`}>
                        {words.plan[what]} {number(counts[what] ?? 0)}
                      </span>
                    ),
                )}
              </button>
              {isOpen && <Lines batchId={batchId} customer={customer} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Lines({ batchId, customer }: { readonly batchId: string; readonly customer: string }) {
  const { words, say, language } = useSettings();
  const path = `/api/batches/${batchId}/plan/lines?customer=${encodeURIComponent(customer)}`;
  const { value } = useLoad(useCallback(() => ask<PlanLinesReply>(path), [path]));
  if (!value) return <p className="busy">{words.loading}</p>;
  return (
    <table className="table small">
      <thead>
        <tr>
          <th>{words.plan.key}</th>
          <th>{words.plan.what}</th>
          <th>
            {words.plan.before} → {words.plan.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {value.lines.map(({ at, key, action, changes, reason }) => (
          <tr key={`${at.file} ${at.row}`}>
            <td>
              {key} <span className="quiet">{formatAddress(at)}</span>
            </td>
            <td>
              <span className={`tag plan-${action === "none" ? "unchanged" : action}`}>
                {words.plan[action === "none" ? "unchanged" : action]}
              </span>
            </td>
            <td>
              {reason && <span className="bad-text">{say(reason)}</span>}
              {changes.map(({ field, before, after }) => (
                <div key={field}>
                  <span className="quiet">{columnLabel(at.sheet, field, language) ?? field}</span>{" "}
                  <del>{before || words.plan.blank}</del> → <ins>{after || words.plan.blank}</ins>
                </div>
              ))}
            </td>
          </tr>
        ))}
        {value.total > value.lines.length && (
          <tr>
            <td colSpan={3} className="quiet">
              {words.plan.more(value.total - value.lines.length)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
