/** The review of a run: its statuses, its course, causes, rows, customers and files. Shared by the page of the server and report.html. */

import type { ReactNode } from "react";
import { useMemo, useState } from "react";
import { rowStatuses } from "../../../model/outcome.ts";
import { type SheetName, sheetNames } from "../../../model/sheet.ts";
import type { CustomerCounts } from "../../../report/customer-counts.ts";
import type { ErrorGroup } from "../../../report/error-groups.ts";
import type { Counts } from "../../../report/tally.ts";
import type { ReviewReply } from "../../api-types.ts";
import type { RowFilter } from "../../row-index.ts";
import { Grid } from "../grid/grid.tsx";
import type { RowSource } from "../grid/row-source.ts";
import { CauseList } from "../parts/cause-list.tsx";
import { FilterBar } from "../parts/filter-bar.tsx";
import { SheetTabs } from "../parts/sheet-tabs.tsx";
import { StatusBar } from "../parts/status-bar.tsx";
import { useSettings } from "../settings.tsx";
import { useAddressFilter } from "../use-filter.ts";
import { Course } from "./course.tsx";

type Props = {
  readonly review: Omit<ReviewReply, "downloads">;
  readonly source: RowSource;
  /** Only this one's rows: its page. */
  readonly customer?: string;
  readonly hrefOfCustomer: (customer: string) => string;
  readonly hrefOfRun: string;
  readonly downloads: readonly { readonly path: string; readonly href: string }[];
  readonly actions?: ReactNode;
  /** A note about the rows: that they are not all here. */
  readonly note?: string;
};

export function ReviewView(props: Props) {
  const { review, source, customer, hrefOfCustomer, hrefOfRun, downloads, actions, note } = props;
  const { words, say, language } = useSettings();
  const { summary, causes, customers } = review;
  const { filter, set: setFilter } = useAddressFilter(undefined);
  const own = customers.find((each) => each.customer === customer);
  const sheets = useMemo(() => (own ? sheetsOf(own) : summary.sheets), [own, summary.sheets]);
  const sheet = filter.sheet ?? firstSheet(sheets);
  const files = useMemo(() => review.files.filter((file) => file.sheet === sheet), [review.files, sheet]);
  const shown = useMemo(
    () => ({ ...filter, sheet, ...(customer === undefined ? {} : { customer }) }),
    [filter, sheet, customer],
  );
  const { statuses } = summary.total;
  const bad = statuses.invalid + statuses.failed + statuses.blocked;
  return (
    <div className="work">
      <div className="work-head">
        <div>
          {customer === undefined ? (
            <h1>{words.review.title}</h1>
          ) : (
            <h1>{own?.name ? <CustomerName of={own} /> : words.review.customerPage(customer)}</h1>
          )}
          <RunLine review={review} />
        </div>
        <div className="actions">{actions}</div>
      </div>
      {customer !== undefined && (
        <p>
          <a href={hrefOfRun}>← {words.review.back}</a>
        </p>
      )}
      {summary.stopped && <p className="note">{words.review.stopped(say(summary.stopped.reason))}</p>}
      {bad > 0 && customer === undefined && <p className="note bad">{words.review.bad(bad, summary.total.rows)}</p>}
      {summary.total.rows > 0 && bad === 0 && statuses.pending + statuses.not_attempted === 0 && (
        <p className="note good">{words.review.good}</p>
      )}
      {summary.total.rows === 0 && <p className="note">{words.review.nothing}</p>}
      {customer === undefined ? (
        <>
          <div className="halves">
            <section aria-labelledby="statuses">
              <h2 id="statuses">{words.review.statusPerSheet}</h2>
              {sheetNames.map((each) => (
                <StatusBar
                  key={each}
                  label={words.sheets[each]}
                  counts={summary.sheets[each].statuses}
                  onPick={(status) => setFilter({ sheet: each, status })}
                />
              ))}
            </section>
            <Course timeline={review.timeline} />
          </div>
          <Causes groups={causes[language]} onPick={setFilter} />
          <Files downloads={downloads} />
        </>
      ) : (
        own && (
          <>
            <StatusBar
              label={<CustomerName of={own} />}
              counts={own.statuses}
              onPick={(status) => setFilter({ ...filter, status })}
            />
            <Causes groups={own.causes[language]} onPick={setFilter} />
          </>
        )
      )}
      <section className="grid-section" aria-labelledby="rows">
        <h2 id="rows">{words.review.rowsTitle}</h2>
        {note && <p className="quiet">{note}</p>}
        <SheetTabs sheets={sheets} selected={sheet} onSelect={(next) => setFilter({ sheet: next })}>
          <FilterBar
            filter={filter}
            customers={customer === undefined ? customers : []}
            statuses={sheets[sheet].statuses}
            onChange={setFilter}
          />
          <Grid
            key={sheet}
            label={words.grid.label(words.sheets[sheet])}
            source={source}
            files={files}
            filter={shown}
            version={1}
            look="run"
            onSort={(sort) => {
              const { sort: _sort, ...rest } = filter;
              setFilter(sort ? { ...rest, sort } : rest);
            }}
          />
        </SheetTabs>
      </section>
      {customer === undefined && <Customers customers={customers} hrefOf={hrefOfCustomer} />}
    </div>
  );
}

type SheetCounts = Readonly<Record<SheetName, Pick<Counts, "rows" | "statuses">>>;

/** The rows of one customer by sheet, with every status. */
function sheetsOf({ sheets }: CustomerCounts): SheetCounts {
  const countsOf = (sheet: SheetName) => {
    const of = sheets[sheet] ?? {};
    const statuses = Object.fromEntries(rowStatuses.map((status) => [status, of[status] ?? 0])) as Counts["statuses"]; // made from all statuses
    return { rows: Object.values(statuses).reduce((sum, count) => sum + count, 0), statuses };
  };
  return {
    templates: countsOf("templates"),
    profiles: countsOf("profiles"),
    customers: countsOf("customers"),
    locations: countsOf("locations"),
    users: countsOf("users"),
  };
}

function Causes({
  groups,
  onPick,
}: {
  readonly groups: readonly ErrorGroup[];
  readonly onPick: (filter: RowFilter) => void;
}) {
  const { words } = useSettings();
  return (
    <section aria-labelledby="causes">
      <h2 id="causes">{words.review.causes}</h2>
      {groups.length === 0 && <p className="quiet">{words.review.noCauses}</p>}
      <CauseList
        groups={groups}
        onPick={({ code, column, first, status }) =>
          onPick({
            code,
            ...(column === undefined ? {} : { column }),
            ...(status === undefined ? {} : { status }),
            ...(first[0] ? { sheet: first[0].sheet } : {}),
          })
        }
      />
    </section>
  );
}

/** The first sheet with rows to look at. */
function firstSheet(sheets: SheetCounts): SheetName {
  const isBad = (sheet: SheetName) => {
    const { invalid, failed, blocked } = sheets[sheet].statuses;
    return invalid + failed + blocked > 0;
  };
  return sheetNames.find(isBad) ?? sheetNames.find((sheet) => sheets[sheet].rows > 0) ?? "customers";
}

function RunLine({ review: { summary } }: Pick<Props, "review">) {
  const { words, time } = useSettings();
  const { runId, startedAt, durationMs, bound, target, operator, ticket } = summary;
  const parts = [
    runId,
    time(startedAt),
    ...(operator ? [words.runList.by(operator)] : []),
    ...(ticket ? [ticket] : []),
    ...(durationMs === undefined ? [] : [words.review.took(words.run.duration(Math.round(durationMs / 1000)))]),
    ...(bound && bound in words.run.bounds
      ? [words.review.boundBy(words.run.bounds[bound as keyof typeof words.run.bounds])] // it is one of them
      : []),
    ...(target ? [words.runList.targets[target.name] ?? target.name] : []),
  ];
  return <p className="counts quiet">{parts.join(" · ")}</p>;
}

function Files({ downloads }: Pick<Props, "downloads">) {
  const { words } = useSettings();
  if (downloads.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{words.review.downloads}</h2>
      <p className="files">
        {downloads.map(({ path, href }) => (
          <a key={path} className="button small" href={href} download={path.split("/").at(-1)}>
            {path}
          </a>
        ))}
      </p>
    </section>
  );
}

const customersShown = 40;

export function countRefused({ statuses: { invalid = 0, failed = 0, blocked = 0 } }: CustomerCounts): number {
  return invalid + failed + blocked;
}

/** By its name, its id quiet beside it. */
function CustomerName({ of: { customer, name } }: { readonly of: Pick<CustomerCounts, "customer" | "name"> }) {
  if (!name) return customer;
  return (
    <>
      {name} <span className="quiet">{customer}</span>
    </>
  );
}

/** Those with most refused rows first. */
function Customers({
  customers,
  hrefOf,
}: {
  readonly customers: readonly CustomerCounts[];
  readonly hrefOf: (customer: string) => string;
}) {
  const { words } = useSettings();
  const [most, setMost] = useState(customersShown);
  const sorted = useMemo(() => customers.toSorted((a, b) => countRefused(b) - countRefused(a)), [customers]);
  if (customers.length === 0) return null;
  return (
    <section aria-labelledby="customers-title">
      <h2 id="customers-title">{words.review.customersTitle}</h2>
      <ul className="customer-list">
        {sorted.slice(0, most).map((each) => (
          <li key={each.customer}>
            <StatusBar
              label={
                <a href={hrefOf(each.customer)}>
                  <CustomerName of={each} />
                </a>
              }
              counts={each.statuses}
            />
          </li>
        ))}
      </ul>
      {customers.length > most && (
        <button type="button" className="button small" onClick={() => setMost(most + 200)}>
          {words.plan.more(customers.length - most)}
        </button>
      )}
    </section>
  );
}
