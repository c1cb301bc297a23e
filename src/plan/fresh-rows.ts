/** Which rows of a customer are what was last applied, not too long ago: they need not be asked about. Pure; plans nothing. */
import type { AppliedRow } from "../journal/applied-rows.ts";
import type { ExistingOrganization } from "../model/existing.ts";
import type { RowId } from "../model/plan.ts";
import type { CustomerRecord, LocationRecord, UserRecord } from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";
import type { Bundle, Sourced } from "./bundle.ts";
import type { UpdatePolicy } from "./customer-changes.ts";
import { foldName } from "./fold.ts";
import { digestOf } from "./row-digest.ts";

/** `auto`: ask about rows that changed, and about those last applied more than `afterMs` ago. `never`: about those that changed. */
export type Refresh = { readonly mode: "auto" | "always" | "never"; readonly afterMs: number };

export const refreshModes = ["auto", "always", "never"] as const;

/** A row that is not asked about, with what is known of it. */
export type FreshRow = { readonly last: AppliedRow } & (
  | { readonly sheet: "customers"; readonly record: CustomerRecord }
  | { readonly sheet: "locations"; readonly record: LocationRecord }
  | { readonly sheet: "users"; readonly record: UserRecord }
);

export type FreshRows = ReadonlyMap<RowId, FreshRow>;

export type Freshness = {
  readonly refresh: Refresh;
  readonly policy: UpdatePolicy;
  readonly nowMs: number;
  /** Names of templates that are not as they were: their customers are looked at. */
  readonly changedTemplates: ReadonlySet<string>;
};

/** `applied`: what was last applied for this customer. */
export function findFresh(bundle: Bundle, applied: readonly AppliedRow[], freshness: Freshness): FreshRows {
  if (freshness.refresh.mode === "always") return new Map();
  const known = new Map(
    applied.filter((row) => isYoung(row, freshness)).map((row) => [`${row.sheet} ${row.digest}`, row]),
  );
  const lastOf = (sheet: SheetName, record: unknown) =>
    known.get(`${sheet} ${digestOf(sheet, record, freshness.policy)}`);
  const found = new Map<RowId, FreshRow>();
  const { customer, locations, users } = bundle;
  const last = customer && isOfSameTemplate(customer.record, freshness) && lastOf("customers", customer.record);
  if (customer && last) found.set(customer.row, { sheet: "customers", record: customer.record, last });
  for (const { row, record } of locations) {
    const last = lastOf("locations", record);
    if (last) found.set(row, { sheet: "locations", record, last });
  }
  for (const { row, record } of users) {
    const last = lastOf("users", record);
    if (last) found.set(row, { sheet: "users", record, last });
  }
  return found;
}

function isYoung({ atMs }: AppliedRow, { refresh, nowMs }: Freshness): boolean {
  return refresh.mode === "never" || nowMs - atMs <= refresh.afterMs;
}

function isOfSameTemplate({ template }: CustomerRecord, { changedTemplates }: Freshness): boolean {
  return template === undefined || !changedTemplates.has(template);
}

/** The rows that are left to be planned. */
export function withoutFresh(bundle: Bundle, fresh: FreshRows): Bundle {
  const isAsked = ({ row }: Sourced<unknown>) => !fresh.has(row);
  const { customer, locations, users, rows, unit, reference } = bundle;
  return {
    unit,
    reference,
    ...(customer && isAsked(customer) ? { customer } : {}),
    locations: locations.filter(isAsked),
    users: users.filter(isAsked),
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
  const places = new Set(existing.places.map(({ name }) => foldName(name)));
  const emails = new Set(existing.users.map(({ email }) => email));
  const isThere = ({ sheet, record }: FreshRow) => {
    if (sheet === "customers") return true;
    return sheet === "locations" ? places.has(foldName(record.name)) : !areUsersRead || emails.has(record.email);
  };
  return new Map([...fresh].filter(([, row]) => isThere(row)));
}
