/** Takes rows that are what was last applied as unchanged, without a question to the target, and writes down since when. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import type { AppliedRows } from "../journal/state/applied-rows.ts";
import type { Ids } from "../model/outcome.ts";
import type { Operation, OperationOf, RowId, UnitId } from "../model/plan.ts";
import { type Draft, sentWithUser, type UserRecord } from "../model/records.ts";
import type { RunOptions } from "../run/options.ts";
import type { RowReader } from "../staging/row-reader.ts";
import { type CustomerRows, loadCustomerRows, sourced } from "./customer-rows.ts";
import { type Freshness, type FreshRow, type FreshRows, findFresh } from "./fresh-rows.ts";
import { digestOf } from "./row-digest.ts";

export type UnchangedDeps = {
  readonly runFile: RunFile;
  readonly read: RowReader;
  readonly applied: AppliedRows;
  readonly owner: string;
  readonly options: RunOptions;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
};

export type UnchangedRows = {
  /** Rows of a customer that need not be asked about. */
  freshOf(customerRows: CustomerRows): FreshRows;
  /** Takes the whole customer when nothing of it needs to be asked about; false: it does. */
  takeWhole(unit: UnitId): boolean;
};

export function findUnchanged(deps: UnchangedDeps): UnchangedRows {
  const { runFile, applied, owner, read } = deps;
  const { refresh } = deps.options;
  const freshness: Freshness = { ...deps, changedTemplates: changedTemplates(deps) };
  const freshOf = (customerRows: CustomerRows): FreshRows => {
    if (refresh.mode === "always") return new Map();
    const { reference } = customerRows;
    const known = { rows: applied.ofCustomer(owner, reference), days: applied.goLive.ofCustomer(owner, reference) };
    return findFresh(customerRows, known, freshness);
  };
  return {
    freshOf,
    takeWhole(unit) {
      if (refresh.mode === "always") return false;
      const customerRows = loadCustomerRows(runFile, read, unit);
      const fresh = freshOf(customerRows);
      if (fresh.size < customerRows.rows.length) return false;
      runFile.together(() => {
        saveTaken(runFile, unit, fresh);
        runFile.units.setPlanned(unit, 0);
      });
      return true;
    },
  };
}

/** Templates of the batch that are not what was last applied. */
function changedTemplates({ runFile, read, applied, owner, options }: UnchangedDeps): ReadonlySet<string> {
  if (options.refresh.mode === "always") return new Set();
  const known = new Map(applied.ofCustomer(owner, "").map(({ key, digest }) => [key, digest]));
  const changed = new Set<string>();
  for (const row of runFile.rows.ofTemplates()) {
    const template = sourced(read, row, "templates");
    if (template && known.get(row.key) !== digestOf("templates", template.record, options))
      changed.add(template.record.name);
  }
  return changed;
}

/** One operation per row that never runs: it says that the row is right, and since when that is known. */
export function saveTaken(runFile: RunFile, unit: UnitId, fresh: FreshRows): void {
  const operations = [...fresh].map(([row, found]) => operationOf(runFile, unit, row, found));
  runFile.operations.save(operations);
}

function operationOf(runFile: RunFile, unit: UnitId, row: RowId, fresh: FreshRow): Operation {
  const { key, atMs } = fresh.last;
  const id = runFile.operations.nextId();
  const lastAppliedAt = new Date(atMs).toISOString();
  return {
    id,
    unit,
    row,
    key,
    action: "none",
    needs: [],
    ids: idsOf(fresh),
    lastAppliedAt,
    ...assignedTo(fresh),
    ...contentOf(fresh),
  };
}

/** What was chosen for the row when it was applied. */
function assignedTo({ sheet, last }: FreshRow): Pick<OperationOf<"user">, "assigned"> {
  const record = sheet === "users" ? (last.record as Draft<UserRecord>) : undefined; // written from such a record
  return record?.assigned ? { assigned: record.assigned } : {};
}

function idsOf({ sheet, last: { webexId } }: FreshRow): Ids {
  if (!webexId) return {};
  if (sheet === "customers") return { customerId: webexId };
  return sheet === "locations" ? { locationId: webexId } : { subscriberId: webexId };
}

type Content = { [R in Operation["resource"]]: Pick<OperationOf<R>, "resource" | "payload"> };

function contentOf(fresh: FreshRow): Content["customer"] | Content["location"] | Content["user"] {
  if (fresh.sheet === "customers") {
    const { externalId, packages, packageLimits, billingAddress } = fresh.record;
    return { resource: "customer", payload: { externalId, packages, packageLimits, billingAddress } };
  }
  if (fresh.sheet === "locations") {
    const { name, address, timezone = "", language = "", announcementLanguage = language } = fresh.record;
    return { resource: "location", payload: { name, address, timezone, language, announcementLanguage } };
  }
  const { email, addons } = fresh.record;
  const packages = [fresh.record.package, ...addons];
  return { resource: "user", payload: { email, ...sentWithUser(fresh.record), packages } };
}
