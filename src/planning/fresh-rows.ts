/** Which rows of a customer are what was last applied, not too long ago: they need not be asked about. Pure; plans nothing. */
import type { AppliedRow } from "../journal/state/applied-rows.ts";
import { isDue, type StoredGoLive } from "../journal/state/go-live-days.ts";
import type { ExistingOrganization } from "../model/existing.ts";
import { foldName } from "../model/names.ts";
import type { RowId } from "../model/plan.ts";
import type { CustomerRecord, LocationRecord, UserRecord } from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";
import type { RunOptions } from "../run/options.ts";
import type { CustomerRows, Sourced } from "./customer-rows.ts";
import { youngestOfEach } from "./last-applied.ts";
import { digestOf } from "./row-digest.ts";

/** A row that is not asked about, with what is known of it. */
export type FreshRow = { readonly last: AppliedRow } & (
  | { readonly sheet: "customers"; readonly record: CustomerRecord }
  | { readonly sheet: "locations"; readonly record: LocationRecord }
  | { readonly sheet: "users"; readonly record: UserRecord }
);

export type FreshRows = ReadonlyMap<RowId, FreshRow>;

export type Freshness = {
  readonly options: RunOptions;
  readonly nowMs: number;
  /** Names of templates that are not as they were: their customers are looked at. */
  readonly changedTemplates: ReadonlySet<string>;
};

/** What was last applied for a customer, and the days on which something of it goes live. */
export type AppliedOfCustomer = { readonly rows: readonly AppliedRow[]; readonly days: readonly StoredGoLive[] };

export function findFresh(
  customerRows: CustomerRows,
  { rows: applied, days }: AppliedOfCustomer,
  freshness: Freshness,
): FreshRows {
  if (freshness.options.refresh.mode === "always") return new Map();
  const known = new Map(
    youngestOfEach(applied)
      .filter((row) => isYoung(row, freshness))
      .map((row) => [`${row.sheet} ${row.digest}`, row]),
  );
  const lastOf = (sheet: SheetName, record: unknown) =>
    known.get(`${sheet} ${digestOf(sheet, record, freshness.options)}`);
  const found = new Map<RowId, FreshRow>();
  const { customer, locations, users } = customerRows;
  const last = customer && isOfSameTemplate(customer.record, freshness) && lastOf("customers", customer.record);
  // a row whose day has come is looked at, however fresh it is
  const hasCome = (place: string) => days.some((day) => day.place === place && isDue(day, freshness.nowMs));
  if (customer && last && !hasCome("")) found.set(customer.row, { sheet: "customers", record: customer.record, last });
  for (const { row, record } of locations) {
    const last = lastOf("locations", record);
    if (last && !hasCome(foldName(record.name))) found.set(row, { sheet: "locations", record, last });
  }
  for (const { row, record } of users) {
    const last = lastOf("users", record);
    if (last) found.set(row, { sheet: "users", record, last });
  }
  return found;
}

function isYoung({ atMs }: AppliedRow, { options: { refresh }, nowMs }: Freshness): boolean {
  return refresh.mode === "never" || nowMs - atMs <= refresh.afterMs;
}

function isOfSameTemplate({ template }: CustomerRecord, { changedTemplates }: Freshness): boolean {
  return template === undefined || !changedTemplates.has(template);
}

/** The rows that are left to be planned. */
export function withoutFresh(customerRows: CustomerRows, fresh: FreshRows): CustomerRows {
  const isAsked = ({ row }: Sourced<unknown>) => !fresh.has(row);
  const { customer, departure, locations, users, leavers, closings, rows, unit, reference } = customerRows;
  return {
    unit,
    reference,
    ...(customer && isAsked(customer) ? { customer } : {}),
    ...(departure ? { departure } : {}),
    locations: locations.filter(isAsked),
    users: users.filter(isAsked),
    leavers,
    closings,
    rows: rows.filter((row) => !fresh.has(row)),
  };
}

/** Those that what was read does not speak against: a thing that is gone is planned again. `areUsersRead`: the list of users is whole. */
export function stillThere(
  fresh: FreshRows,
  existing: ExistingOrganization | undefined,
  areUsersRead: boolean,
): FreshRows {
  if (!existing?.customer.orgId) return new Map();
  const locations = new Set(existing.locations.map(({ name }) => foldName(name)));
  const emails = new Set(existing.users.map(({ email }) => email));
  const isThere = ({ sheet, record }: FreshRow) => {
    if (sheet === "customers") return true;
    return sheet === "locations" ? locations.has(foldName(record.name)) : !areUsersRead || emails.has(record.email);
  };
  return new Map([...fresh].filter(([, row]) => isThere(row)));
}
