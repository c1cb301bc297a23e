/** Writes the live customers, locations and users as sheets that can be applied again. Reads the target, changes nothing there. */
import { stat } from "node:fs/promises";
import { ownerOf } from "../journal/template-registry.ts";
import { UserError } from "../model/user-error.ts";
import { lastApplied } from "../plan/last-applied.ts";
import { readCustomers } from "../webex/read-customers.ts";
import { type ExportedCustomer, toRows } from "./export-rows.ts";
import { type ExportFormat, type ExportSheets, openSheets, pathsOf } from "./export-sheets.ts";
import { type ExportBasis, untoldColumns } from "./export-untold.ts";
import type { Connect, Surroundings } from "./request.ts";
import { whatIsThere } from "./what-is-there.ts";

export type ExportRequest = {
  readonly folder: string;
  readonly format: ExportFormat;
  readonly connect: Connect;
  /** External ids; absent: all customers. */
  readonly customers?: readonly string[];
};

export type Exported = {
  /** Paths of the sheets, or of the workbook. */
  readonly files: readonly string[];
  readonly customers: number;
  readonly locations: number;
  readonly users: number;
  /** What could not be told in a row, for people. */
  readonly leftOut: readonly string[];
  /** Of which cells are blank though Webex may hold something, for people. */
  readonly warning?: string;
};

type ExportSurroundings = Pick<Surroundings, "openApplied" | "templates" | "signals">;

/** Throws UserError when a sheet is there already, or the target cannot be read. */
export async function exportSheets(request: ExportRequest, surroundings: ExportSurroundings): Promise<Exported> {
  for (const path of pathsOf(request.folder, request.format)) await refuseToReplace(path);
  const sheets = await openSheets(request.folder, request.format);
  try {
    const tally = startTally();
    for await (const live of readLive(request, surroundings)) {
      tally.add(live);
      if (typeof live.rows !== "string") await addRows(sheets, live.rows);
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
  readonly rows: ExportedCustomer | string;
  /** Something was applied to it from here. */
  readonly wasApplied: boolean;
};

async function* readLive(
  { connect, customers }: ExportRequest,
  { openApplied, templates, signals }: ExportSurroundings,
): AsyncGenerator<LiveRows> {
  await using connection = await connect(() => undefined);
  using applied = openApplied();
  const owner = ownerOf(connection.facts);
  const remembered = templates.remembered(connection.facts);
  for (const filter of customers?.map((externalId) => ({ externalId })) ?? [{}]) {
    for await (const read of readCustomers(connection.http, filter, signals.stop)) {
      const live = whatIsThere(read);
      const { externalId = "", customerId } = live.customer;
      const last = lastApplied(applied.ofCustomer(owner, externalId));
      const basis: ExportBasis = { last, isKnownTemplate: (name) => remembered.find(name) !== undefined };
      const name = externalId || live.name || customerId;
      yield { name, rows: toRows(live, basis), wasApplied: last.customer !== undefined };
    }
  }
}

function startTally() {
  const counts = { customers: 0, locations: 0, users: 0 };
  const leftOut: string[] = [];
  const neverApplied: string[] = [];
  return {
    add({ name, rows, wasApplied }: LiveRows): void {
      if (typeof rows === "string") return void leftOut.push(`customer ${name}: ${rows}`);
      counts.customers += 1;
      counts.locations += rows.locations.length;
      counts.users += rows.users.length;
      leftOut.push(...rows.leftOut.map((what) => `${what} (customer ${name})`));
      if (!wasApplied) neverApplied.push(name);
    },
    finish: () => ({ ...counts, leftOut, ...(neverApplied.length > 0 ? { warning: warnOf(neverApplied) } : {}) }),
  };
}

const namesShown = 5;

function warnOf(customers: readonly string[]): string {
  const more = customers.length > namesShown ? ", ..." : "";
  const whose = customers.length === 1 ? "customer was" : "customers were";
  return `${customers.length} ${whose} never applied from here (${customers.slice(0, namesShown).join(", ")}${more}): Webex does not tell ${untoldColumns}, so these cells are blank, and an apply leaves alone what is there.`;
}

async function addRows(sheets: ExportSheets, { customer, locations, users }: ExportedCustomer): Promise<void> {
  await sheets.add("customers", customer);
  for (const cells of locations) await sheets.add("locations", cells);
  for (const cells of users) await sheets.add("users", cells);
}

async function refuseToReplace(path: string): Promise<void> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new UserError("file_exists", `${path} is there already.`, "Export into another folder.");
}
