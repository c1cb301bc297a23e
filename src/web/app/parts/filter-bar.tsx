/** The filter above a grid: text, customer, status or only errors. */
import { Button, Input, Label, SearchField, ToggleButton } from "react-aria-components";
import { type RowStatus, rowStatuses } from "../../../model/outcome.ts";
import type { CustomerCounts } from "../../../report/customer-counts.ts";
import type { RowFilter } from "../../row-index.ts";
import { useWords } from "../settings.tsx";

type Props = {
  readonly filter: RowFilter;
  readonly customers: readonly CustomerCounts[];
  /** Absent: rows have no status of their own yet. */
  readonly statuses?: Readonly<Partial<Record<RowStatus, number>>>;
  /** Absent: all rows have errors. */
  readonly hasErrorSwitch: boolean;
  readonly onChange: (filter: RowFilter) => void;
};

export function FilterBar({ filter, customers, statuses, hasErrorSwitch, onChange }: Props) {
  const words = useWords();
  const change = (part: { [K in keyof RowFilter]?: RowFilter[K] | undefined }) =>
    onChange(without({ ...filter, ...part }));
  return (
    <search className="filter-bar" aria-label={words.filter.label}>
      <SearchField className="search" value={filter.text ?? ""} onChange={(text) => change({ text })}>
        <Label className="unseen">{words.filter.text}</Label>
        <Input placeholder={words.filter.text} />
        <Button className="clear" aria-label={words.filter.clearText}>
          ✕
        </Button>
      </SearchField>
      <label>
        <span className="unseen">{words.filter.customer}</span>
        <input
          className="customer-field"
          list="customers"
          placeholder={words.filter.everyCustomer}
          value={filter.customer ?? ""}
          onChange={(event) => change({ customer: event.target.value })}
        />
        <datalist id="customers">
          {customers.slice(0, 500).map(({ customer }) => (
            <option key={customer} value={customer} />
          ))}
        </datalist>
      </label>
      {statuses && (
        <label>
          <span className="unseen">{words.filter.status}</span>
          <select
            value={filter.status ?? ""}
            onChange={(event) => change({ status: rowStatuses.find((status) => status === event.target.value) })}
          >
            <option value="">{words.filter.everyStatus}</option>
            {rowStatuses
              .filter((status) => (statuses[status] ?? 0) > 0)
              .map((status) => (
                <option key={status} value={status}>
                  {words.statuses[status]}
                </option>
              ))}
          </select>
        </label>
      )}
      {hasErrorSwitch && (
        <ToggleButton
          className="button small toggle"
          isSelected={filter.only === "errors"}
          onChange={(isOn) => change({ only: isOn ? "errors" : undefined })}
        >
          {words.filter.onlyErrors}
        </ToggleButton>
      )}
      {filter.code && (
        <Button className="button small chip" onPress={() => change({ code: undefined, column: undefined })}>
          {words.filter.active([filter.code, filter.column].filter(Boolean).join(" · "))} ✕
        </Button>
      )}
    </search>
  );
}

/** What is blank filters nothing. */
function without(filter: { [K in keyof RowFilter]?: RowFilter[K] | undefined }): RowFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  ) as RowFilter; // the same keys, fewer of them
}
