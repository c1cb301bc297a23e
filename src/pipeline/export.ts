/** Writes the live customers, locations and users as sheets that can be applied again. Reads the target, changes nothing there. */

import { type ExportedCustomer, toRows } from "../export/export-rows.ts";
import { type ExportFormat, type ExportSheets, openSheets, pathsOf } from "../export/export-sheets.ts";
import { type ExportBasis, leftOutColumns } from "../export/left-out.ts";
import { ownerOf } from "../journal/state/template-registry.ts";
import { shorten } from "../model/shorten.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { lastApplied } from "../planning/last-applied.ts";
import { requireObserved } from "../planning/require-observed.ts";
import type { RunContext } from "../run/context.ts";
import type { Connect } from "../run/options.ts";
import { nearest } from "../sheets/cells/nearest.ts";
import { isThere } from "../storage/files.ts";
import type { Http } from "../webex/http/request.ts";
import { readCustomers } from "../webex/read-customers.ts";
import { listCustomers } from "../webex/resources/customer.wire.ts";
import { knownTemplatesFor } from "./known-templates.ts";

export type ExportRequest = {
  readonly folder: string;
  readonly format: ExportFormat;
  /** Between the cells of CSV files; default: comma. */
  readonly csvDelimiter?: string;
  readonly connect: Connect;
  /** External ids; absent: all customers. */
  readonly customers?: readonly string[];
  /** One that is named and not there is left out. */
  readonly mayBeGone?: true;
};

export type Exported = {
  /** Paths of the sheets, or of the workbook. */
  readonly files: readonly string[];
  readonly customers: number;
  readonly locations: number;
  readonly users: number;
  /** What could not be told in a row, for people. */
  readonly leftOut: readonly Text[];
  /** Of which cells are blank though Webex may hold something, for people. */
  readonly warning?: Text;
};

type ExportContext = Pick<RunContext, "openApplied" | "templates" | "signals">;

/** Throws UserError when a sheet is there already, or the target cannot be read. */
export async function exportSheets(request: ExportRequest, runContext: ExportContext): Promise<Exported> {
  for (const path of pathsOf(request.folder, request.format)) await refuseToReplace(path);
  const sheets = await openSheets(request.folder, request.format, request.csvDelimiter);
  try {
    const tally = startTally();
    for await (const live of readLive(request, runContext)) {
      tally.add(live);
      if (!("says" in live.rows)) await addRows(sheets, live.rows);
    }
    return { files: await sheets.publish(), ...tally.finish() };
  } catch (error) {
    await sheets.discard();
    throw error;
  }
}

type LiveRows = {
  /** External id, or what else it is called. */
  readonly name: string;
  readonly rows: ExportedCustomer | Text;
  /** Something was applied to it from here. */
  readonly wasApplied: boolean;
};

async function* readLive(
  { connect, customers, mayBeGone }: ExportRequest,
  { openApplied, templates, signals }: ExportContext,
): AsyncGenerator<LiveRows> {
  await using connection = await connect(() => undefined);
  using applied = openApplied();
  const owner = ownerOf(connection.facts);
  const remembered = await knownTemplatesFor({ templates, signals }, connection);
  for (const named of customers ?? [undefined]) {
    const filter = named === undefined ? {} : { externalId: named };
    let isFound = false;
    for await (const read of readCustomers(connection.http, filter, signals.stop)) {
      isFound = true;
      const live = requireObserved(read);
      const { externalId = "", customerId } = live.customer;
      const last = lastApplied(applied.ofCustomer(owner, externalId), applied.goLive.ofCustomer(owner, externalId));
      const basis: ExportBasis = { last, isKnownTemplate: (name) => remembered.find(name) !== undefined };
      const name = externalId || live.name || customerId;
      yield { name, rows: toRows(live, basis), wasApplied: last.customer !== undefined };
    }
    if (named !== undefined && !isFound && !mayBeGone) throw await noSuchCustomer(named, connection.http, signals.stop);
  }
}

/** Asks for all customers: only for the sake of the nearest names. */
async function noSuchCustomer(externalId: string, http: Http, signal: AbortSignal): Promise<UserError> {
  const ids: string[] = [];
  for await (const page of listCustomers(http, {}, signal)) {
    for (const customer of page.ok ? page.value : []) if (customer.externalId) ids.push(shorten(customer.externalId));
  }
  const meant = nearest(externalId, ids);
  const some =
    ids.length > 0
      ? text("target_has", { ids: ids.slice(0, 5), hasMore: ids.length > 5 })
      : text("target_has_no_customers");
  const hint = meant.length > 0 ? text("did_you_mean_one_of", { meant }) : some;
  return new UserError("no_such_customer", text("no_such_customer", { externalId }), hint);
}

function startTally() {
  const counts = { customers: 0, locations: 0, users: 0 };
  const leftOut: Text[] = [];
  const neverApplied: string[] = [];
  return {
    add({ name, rows, wasApplied }: LiveRows): void {
      if ("says" in rows) return void leftOut.push(text("customer_left_out", { customer: name, why: rows }));
      counts.customers += 1;
      counts.locations += rows.locations.length;
      counts.users += rows.users.length;
      leftOut.push(...rows.leftOut.map((what) => text("part_left_out", { customer: name, what })));
      if (!wasApplied) neverApplied.push(name);
    },
    finish: () => ({ ...counts, leftOut, ...(neverApplied.length > 0 ? { warning: warnOf(neverApplied) } : {}) }),
  };
}

const namesShown = 5;

function warnOf(customers: readonly string[]): Text {
  return text("never_applied", {
    count: customers.length,
    customers: customers.slice(0, namesShown),
    hasMore: customers.length > namesShown,
    columns: leftOutColumns,
  });
}

async function addRows(sheets: ExportSheets, { customer, locations, users }: ExportedCustomer): Promise<void> {
  await sheets.add("customers", customer);
  for (const cells of locations) await sheets.add("locations", cells);
  for (const cells of users) await sheets.add("users", cells);
}

async function refuseToReplace(path: string): Promise<void> {
  if (await isThere(path)) throw new UserError("file_exists", text("file_exists", { path }), text("export_elsewhere"));
}
