/** What a comparison found: counts by sheet and kind, the differences by customer with both values, licenses, files. */
import { useCallback, useState } from "react";
import { Button, Input, Label, SearchField } from "react-aria-components";
import { type DriftLine, type DriftSummary, driftKinds, driftSheets, isScarce } from "../../../model/drift.ts";
import { formatAddress } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { DriftLinesReply, DriftReply } from "../../api-types.ts";
import { ask } from "../api.ts";
import { type DriftFilter, queryOf, useDriftFilter } from "../drift-filter.ts";
import { CustomerField } from "../parts/customer-field.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { useLoad } from "../use-load.ts";
import { Compared } from "./drifts-screen.tsx";

/** Lines that are shown at once, and how many more at a time. */
const atATime = 500;

export function DriftScreen({ driftId }: { readonly driftId: string }) {
  const { words } = useSettings();
  const path = `/api/drifts/${encodeURIComponent(driftId)}`;
  const { value, trouble } = useLoad(useCallback(() => ask<DriftReply>(path), [path]));
  return (
    <>
      <div className="work-head">
        <h1>{words.drift.title}</h1>
        <div className="actions">
          <a className="button" href={pathOf({ screen: "drift" })}>
            {words.drift.back}
          </a>
        </div>
      </div>
      <TroubleNote trouble={trouble} />
      {!value && !trouble && <p className="busy">{words.loading}</p>}
      {value && <Found path={path} reply={value} />}
    </>
  );
}

type FoundProps = { readonly path: string; readonly reply: DriftReply };

function Found({ path, reply: { summary, customers, files } }: FoundProps) {
  const { words, time } = useSettings();
  const { filter, set } = useDriftFilter();
  const { differences, differing, notCompared, startedAt, operator, ticket } = summary;
  const doer = [...(operator ? [words.runList.by(operator)] : []), ...(ticket ? [ticket] : [])];
  return (
    <>
      <p className="counts quiet">
        {time(startedAt)} · <Compared drift={summary} />
        {doer.map((each) => ` · ${each}`)}
      </p>
      <p className="plan-sentence">{words.drift.outcome(differences, differing, summary.customers)}</p>
      {notCompared > 0 && <p className="note bad">{words.drift.notCompared(notCompared)}</p>}
      <Counts summary={summary} filter={filter} onFilter={set} />
      {differences > 0 && (
        <section aria-labelledby="differences">
          <h2 id="differences">{words.drift.byCustomer}</h2>
          <FilterOfLines customers={customers} filter={filter} onFilter={set} />
          <Lines path={path} filter={filter} of={differences} />
        </section>
      )}
      <Licenses licenses={summary.licenses} names={new Map(customers.map(({ customer, name }) => [customer, name]))} />
      {files.length > 0 && (
        <section aria-labelledby="files">
          <h2 id="files">{words.drift.filesTitle}</h2>
          <div className="files">
            {files.map((name) => (
              <a key={name} className="button small" href={`${path}/files/${name}`} download={name}>
                {name}
              </a>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

type FilterProps = {
  readonly filter: DriftFilter;
  /** `isTyped`: a letter more or less of a search. */
  readonly onFilter: (filter: DriftFilter, isTyped?: boolean) => void;
};

/** Rows compared and differences by sheet; each number of these leaves only its own in the list below. */
function Counts({ summary: { sheets }, filter, onFilter }: FilterProps & { readonly summary: DriftSummary }) {
  const { words, number } = useSettings();
  const kinds = driftKinds.filter(
    (kind) => kind !== "leftover" || driftSheets.some((sheet) => sheets[sheet].leftover > 0),
  );
  return (
    <div className="table-frame plan-table">
      <table className="table small">
        <thead>
          <tr>
            <th>{words.plan.sheet}</th>
            <th>{words.drift.compared}</th>
            {kinds.map((kind) => (
              <th key={kind}>{words.drift.kinds[kind]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {driftSheets.map((sheet) => (
            <tr key={sheet}>
              <th scope="row">{words.sheets[sheet]}</th>
              <td>{number(sheets[sheet].compared)}</td>
              {kinds.map((kind) => {
                const count = sheets[sheet][kind];
                const isChosen = filter.kind === kind && filter.sheet === sheet;
                const { kind: _kind, sheet: _sheet, ...others } = filter;
                return (
                  <td key={kind} className="drift-count">
                    {count === 0 ? (
                      <span className="quiet">–</span>
                    ) : (
                      <button
                        type="button"
                        className="number-filter"
                        aria-pressed={isChosen}
                        aria-label={`${words.sheets[sheet]}, ${words.drift.kinds[kind]}: ${number(count)}`}
                        onClick={() => onFilter(isChosen ? others : { ...others, sheet, kind })}
                      >
                        {number(count)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FilterOfLines({ customers, filter, onFilter }: FilterProps & Pick<DriftReply, "customers">) {
  const { words } = useSettings();
  const { sheet, kind, customer, text = "" } = filter;
  const without = (...names: readonly (keyof DriftFilter)[]): DriftFilter =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => !names.some((each) => each === name)));
  return (
    <search className="filter-bar" aria-label={words.filter.label}>
      <SearchField
        className="search"
        value={text}
        onChange={(typed) => onFilter(typed === "" ? without("text") : { ...filter, text: typed }, true)}
      >
        <Label className="unseen">{words.filter.text}</Label>
        <Input placeholder={words.filter.text} />
        <Button className="clear" aria-label={words.filter.clearText}>
          ✕
        </Button>
      </SearchField>
      {customers.length > 1 && (
        <CustomerField
          customers={customers}
          chosen={customer}
          onChoose={(chosen) => onFilter(chosen === undefined ? without("customer") : { ...filter, customer: chosen })}
        />
      )}
      <label>
        <span className="unseen">{words.drift.kind}</span>
        <select
          value={kind ?? ""}
          onChange={(event) => {
            const chosen = driftKinds.find((each) => each === event.target.value);
            onFilter(chosen === undefined ? without("kind") : { ...filter, kind: chosen });
          }}
        >
          <option value="">{words.drift.everyKind}</option>
          {driftKinds.map((each) => (
            <option key={each} value={each}>
              {words.drift.kinds[each]}
            </option>
          ))}
        </select>
      </label>
      {sheet && (
        <Button className="button small chip" onPress={() => onFilter(without("sheet"))}>
          {words.sheets[sheet]} <span aria-hidden="true">✕</span>
          <span className="unseen">{words.filter.clear}</span>
        </Button>
      )}
    </search>
  );
}

type LinesProps = { readonly path: string; readonly filter: DriftFilter; readonly of: number };

function Lines({ path, filter, of }: LinesProps) {
  const { words } = useSettings();
  const [most, setMost] = useState(atATime);
  const query = queryOf(filter);
  const load = useCallback(() => ask<DriftLinesReply>(`${path}/lines?most=${most}&${query}`), [path, most, query]);
  const { value, trouble } = useLoad(load);
  if (!value) return trouble ? <TroubleNote trouble={trouble} /> : <p className="busy">{words.loading}</p>;
  const left = value.total - value.lines.length;
  return (
    <>
      <p className="quiet" role="status">
        {value.total === 0 ? words.drift.nothing : words.drift.found(value.total, of)}
      </p>
      {groupsOf(value.lines).map((lines) => (
        <OfCustomer key={lines[0]?.customer} lines={lines} />
      ))}
      {left > 0 && (
        <Button className="button" onPress={() => setMost(most + atATime)}>
          {words.drift.more(Math.min(left, atATime))}
        </Button>
      )}
    </>
  );
}

/** They come customer by customer. */
function groupsOf(lines: readonly DriftLine[]): readonly (readonly DriftLine[])[] {
  const groups: DriftLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0]?.customer === line.customer) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function OfCustomer({ lines }: { readonly lines: readonly DriftLine[] }) {
  const { words } = useSettings();
  const [{ customer, customerName } = { customer: "", customerName: undefined }] = lines;
  return (
    <section className="drift-customer" aria-label={customerName ?? customer}>
      <h3>
        {customerName ?? customer} {customerName && <span className="quiet">{customer}</span>}
      </h3>
      <div className="table-frame">
        <table className="table small drift-lines">
          <thead>
            <tr>
              <th>{words.drift.what}</th>
              <th>{words.drift.column}</th>
              <th>{words.drift.inSheet}</th>
              <th>{words.drift.atWebex}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one answer never change
              <tr key={index}>
                <td>
                  {line.key} <span className="quiet">{line.at && formatAddress(line.at)}</span>
                  <div className="quiet">{words.sheets[line.sheet]}</div>
                </td>
                <Difference line={line} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The cells behind the row: the column with both values, or what became of the row. */
function Difference({ line }: { readonly line: DriftLine }) {
  const { words, say, language } = useSettings();
  const { kind, sheet, column, inSheet = "", atTarget = "", message } = line;
  if (kind !== "changed")
    return (
      <td colSpan={3}>
        <span className={`tag drift-${kind}`}>{words.drift.said[kind]}</span>
      </td>
    );
  const label = column && (columnLabel(sheet, column, language) ?? column);
  if (message)
    return (
      <>
        <td>{label}</td>
        <td colSpan={2}>
          {inSheet && <ins>{inSheet}</ins>} <span className="caution-text">{say(message)}</span>
        </td>
      </>
    );
  return (
    <>
      <td>{label}</td>
      <td>{inSheet || <span className="quiet">{words.drift.blank}</span>}</td>
      <td className="caution-text">{atTarget || <span className="quiet">{words.drift.blank}</span>}</td>
    </>
  );
}

type LicensesProps = Pick<DriftSummary, "licenses"> & { readonly names: ReadonlyMap<string, string | undefined> };

function Licenses({ licenses, names }: LicensesProps) {
  const { words, number } = useSettings();
  if (licenses.length === 0) return null;
  const shown = licenses.toSorted((one, other) => Number(isScarce(other)) - Number(isScarce(one)));
  return (
    <details className="fold" open={shown.some(isScarce)}>
      <summary>{words.drift.licenses}</summary>
      <div className="wide">
        <table className="table small">
          <thead>
            <tr>
              <th>{words.filter.customer}</th>
              <th>{words.drift.package}</th>
              <th>{words.drift.limit}</th>
              <th>{words.drift.total}</th>
              <th>{words.drift.used}</th>
              <th>{words.drift.free}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, atATime).map((line) => (
              <tr key={`${line.customer} ${line.package}`}>
                <td>
                  {names.get(line.customer) ?? line.customer}{" "}
                  {names.get(line.customer) && <span className="quiet">{line.customer}</span>}
                </td>
                <td>{line.package}</td>
                <td>{line.limit === undefined ? <span className="quiet">–</span> : number(line.limit)}</td>
                <td>{number(line.total)}</td>
                <td>{number(line.used)}</td>
                <td>
                  {number(line.total - line.used)}{" "}
                  {isScarce(line) && <span className="caution-text">{words.drift.scarce}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
