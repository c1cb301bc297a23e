/** The plan by customer. The rows of a customer are loaded when it is opened, and only visible ones are rendered. */

import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useMemo, useRef, useState } from "react";
import { formatAddress, type SheetName } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { CustomerPlan, PlanLinesReply } from "../../api-types.ts";
import { ask } from "../api.ts";
import { useSettings } from "../settings.tsx";
import { useLoad } from "../use-load.ts";

export const planActions = ["create", "update", "delete", "unchanged", "refused"] as const;

export type PlanFilter = {
  readonly sheet?: SheetName;
  readonly action?: (typeof planActions)[number];
  /** In the name or the id. */
  readonly text?: string;
};

type Props = {
  readonly batchId: string;
  readonly customers: readonly CustomerPlan[];
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
};

/** Those with refused rows first, then those with changes. */
function shownCustomers(customers: readonly CustomerPlan[], { sheet, action, text = "" }: PlanFilter) {
  const wanted = text.trim().toLowerCase();
  const rank = ({ counts }: CustomerPlan) =>
    counts.refused > 0 ? 0 : counts.create + counts.update + (counts.delete ?? 0) > 0 ? 1 : 2;
  return customers
    .filter(({ customer, name = "" }) => `${name} ${customer}`.toLowerCase().includes(wanted))
    .filter(({ counts, sheets }) => {
      const own = sheet === undefined ? counts : sheets[sheet];
      return own !== undefined && (action === undefined || (own[action] ?? 0) > 0);
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

export function CustomerPlans({ batchId, customers: all, filter, onFilter }: Props) {
  const { words, number } = useSettings();
  const customers = useMemo(() => shownCustomers(all, filter), [all, filter]);
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
    <>
      <search className="filter-bar list-filter" aria-label={words.filter.label}>
        <input
          type="search"
          aria-label={words.plan.search}
          placeholder={words.plan.search}
          value={filter.text ?? ""}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
        {filter.action && (
          <button type="button" className="button small chip" onClick={() => onFilter({})}>
            {[filter.sheet && words.sheets[filter.sheet], words.plan[filter.action]].filter(Boolean).join(" · ")}
            <span aria-hidden="true">✕</span>
            <span className="unseen">{words.filter.clear}</span>
          </button>
        )}
        <span className="quiet" role="status">
          {words.plan.customersShown(customers.length, all.length)}
        </span>
      </search>
      <div ref={scroller} className="plans">
        <div style={{ height: list.getTotalSize(), position: "relative" }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const each = customers[index];
            if (!each) return null;
            const { customer, name, counts } = each;
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
                  <strong>{name ?? (customer || words.plan.templates)}</strong>
                  {name && <span className="quiet">{customer}</span>}
                  {planActions.map(
                    (what) =>
                      (counts[what] ?? 0) > 0 && (
                        <span key={what} className={`tag plan-${what}`}>
                          {words.plan[what]} {number(counts[what] ?? 0)}
                        </span>
                      ),
                  )}
                </button>
                {isOpen && <Lines batchId={batchId} customer={customer} filter={filter} />}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

type LinesProps = Pick<Props, "batchId" | "filter"> & { readonly customer: string };

function Lines({ batchId, customer, filter: { sheet, action } }: LinesProps) {
  const { words, say, language } = useSettings();
  const query = new URLSearchParams({ customer, ...(sheet ? { sheet } : {}), ...(action ? { action } : {}) });
  const path = `/api/batches/${batchId}/plan/lines?${query}`;
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
        {value.lines.map(({ at, key, action, changes, reason, hint, facts }) => (
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
              {reason && <span className="bad-text">{say(reason)}</span>}{" "}
              {hint && <span className="quiet">{say(hint)}</span>}
              {facts.length > 0 && (
                <ul className="facts">
                  {facts.map(({ column, value: text }) => (
                    <li key={column}>
                      {columnLabel(at.sheet, column, language) ?? column}: <ins>{text}</ins>
                    </li>
                  ))}
                </ul>
              )}
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
