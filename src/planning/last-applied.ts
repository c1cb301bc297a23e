/** The rows of one customer as they were last applied: what Webex does not give back is compared with them. */
import type { AppliedRow } from "../journal/state/applied-rows.ts";
import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import { foldName } from "../model/names.ts";
import type { GoLiveKind } from "../model/plan.ts";
import type { CustomerRecord, Draft, LocationRecord, UserRecord } from "../model/records.ts";

export type LastApplied = {
  readonly customer: Draft<CustomerRecord> | undefined;
  location(name: string): Draft<LocationRecord> | undefined;
  user(email: string): Draft<UserRecord> | undefined;
  /** The day on which something goes live. `branch`: absent for what stands in the customer's row. */
  goLive(kind: GoLiveKind, branch?: string): StoredGoLive | undefined;
};

export const nothingApplied: LastApplied = {
  customer: undefined,
  location: () => undefined,
  user: () => undefined,
  goLive: () => undefined,
};

/** A location whose name was spelled otherwise before has several rows. */
export function nameOfApplied({ sheet, key }: Pick<AppliedRow, "sheet" | "key">): string {
  return `${sheet} ${sheet === "locations" ? foldName(key) : key}`;
}

/** Of several rows of one thing the youngest. */
export function youngestOfEach(rows: readonly AppliedRow[]): readonly AppliedRow[] {
  const youngest = new Map<string, AppliedRow>();
  for (const row of rows) {
    const name = nameOfApplied(row);
    const other = youngest.get(name);
    if (!other || other.atMs <= row.atMs) youngest.set(name, row);
  }
  return [...youngest.values()];
}

/** Records of an older version may lack fields: they are drafts to us. */
export function lastApplied(applied: readonly AppliedRow[], days: readonly StoredGoLive[]): LastApplied {
  const rows = youngestOfEach(applied);
  const of = (sheet: AppliedRow["sheet"]) => rows.filter((row) => row.sheet === sheet);
  const locations = new Map(of("locations").map(({ key, record }) => [foldName(key), record as Draft<LocationRecord>])); // written from such records
  const users = new Map(of("users").map(({ key, record }) => [key, record as Draft<UserRecord>])); // written from such records
  return {
    customer: of("customers")[0]?.record as Draft<CustomerRecord> | undefined, // written from such a record
    location: (name) => locations.get(foldName(name)),
    user: (email) => users.get(email),
    goLive: (kind, branch) =>
      days.find((day) => day.kind === kind && day.place === (branch === undefined ? "" : foldName(branch))),
  };
}

/**
 * The record to be remembered of a row that was applied to what was there before: what its blank cells do not say was
 * sent earlier, and holds on.
 */
export function withEarlier(record: unknown, earlier: unknown): unknown {
  if (!isObject(record) || !isObject(earlier)) return record;
  const isUnsaid = (name: string) => record[name] === undefined || (name === "name" && isNameAssumed(record));
  const kept = Object.entries(earlier).filter(([name]) => isUnsaid(name));
  const merged = Object.entries(record).map(([name, value]) => [name, withEarlier(value, earlier[name])]);
  return { ...Object.fromEntries(merged), ...Object.fromEntries(kept) };
}

/** Of a head office whose name stands in no cell. */
function isNameAssumed({ assumed }: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(assumed) && assumed.includes("name");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
