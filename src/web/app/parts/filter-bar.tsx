/** The filter above a grid: text, customer, status, only errors, one cause; and how many rows it finds. */
import type { ReactNode } from "react";
import { Button, Input, Label, SearchField, ToggleButton } from "react-aria-components";
import { type RowStatus, rowStatuses } from "../../../model/outcome.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { CustomerCounts } from "../../../report/customer-counts.ts";
import type { RowFilter } from "../../row-index.ts";
import { useSettings } from "../settings.tsx";
import { CustomerField } from "./customer-field.tsx";

type Props = {
  readonly filter: RowFilter;
  readonly customers: readonly Pick<CustomerCounts, "customer" | "name">[];
  /** Absent: rows have no status of their own yet. */
  readonly statuses?: Readonly<Partial<Record<RowStatus, number>>>;
  /** `isTyped`: a letter more or less of a search. */
  readonly onChange: (filter: RowFilter, isTyped?: boolean) => void;
  /** What stands at the end: counts, buttons. */
  readonly children?: ReactNode;
};

export function FilterBar({ filter, customers, statuses, onChange, children }: Props) {
  const { words } = useSettings();
  const change = (part: { [K in keyof RowFilter]?: RowFilter[K] | undefined }, isTyped = false) =>
    onChange(without({ ...filter, ...part }), isTyped);
  return (
    <search className="filter-bar" aria-label={words.filter.label}>
      <SearchField className="search" value={filter.text ?? ""} onChange={(text) => change({ text }, true)}>
        <Label className="unseen">{words.filter.text}</Label>
        <Input placeholder={words.filter.text} />
        <Button className="clear" aria-label={words.filter.clearText}>
          ✕
        </Button>
      </SearchField>
      {customers.length > 1 && (
        <CustomerField customers={customers} chosen={filter.customer} onChoose={(customer) => change({ customer })} />
      )}
      {statuses && (
        <StatusChoice statuses={statuses} chosen={filter.status} onChoose={(status) => change({ status })} />
      )}
      <ToggleButton
        className="button small toggle"
        isSelected={filter.only === "errors"}
        onChange={(isOn) => change({ only: isOn ? "errors" : undefined })}
      >
        {words.filter.onlyErrors}
      </ToggleButton>
      {filter.code && (
        <Button className="button small chip" onPress={() => change({ code: undefined, column: undefined })}>
          <CauseName filter={filter} /> <span aria-hidden="true">✕</span>
          <span className="unseen">{words.filter.clear}</span>
        </Button>
      )}
      {children && <div className="filter-end">{children}</div>}
    </search>
  );
}

type StatusProps = {
  readonly statuses: NonNullable<Props["statuses"]>;
  readonly chosen: RowStatus | undefined;
  readonly onChoose: (status: RowStatus | undefined) => void;
};

function StatusChoice({ statuses, chosen, onChoose }: StatusProps) {
  const { words, number } = useSettings();
  return (
    <label>
      <span className="unseen">{words.filter.status}</span>
      <select
        value={chosen ?? ""}
        onChange={(event) => onChoose(rowStatuses.find((status) => status === event.target.value))}
      >
        <option value="">{words.filter.everyStatus}</option>
        {rowStatuses
          .filter((status) => (statuses[status] ?? 0) > 0 || status === chosen)
          .map((status) => (
            <option key={status} value={status}>
              {words.statuses[status]} ({number(statuses[status] ?? 0)})
            </option>
          ))}
      </select>
    </label>
  );
}

/** The column and the code of the cause that is filtered by. */
function CauseName({ filter: { sheet, code, column } }: Pick<Props, "filter">) {
  const { language } = useSettings();
  const label = column && ((sheet && columnLabel(sheet, column, language)) ?? column);
  return <>{[label, code].filter(Boolean).join(" · ")}</>;
}

/** What is blank filters nothing. */
function without(filter: { [K in keyof RowFilter]?: RowFilter[K] | undefined }): RowFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  ) as RowFilter; // the same keys, fewer of them
}
