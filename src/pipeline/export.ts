/** Writes the live customers, locations and users as sheets that can be applied again. Reads the target, changes nothing there. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { SheetName } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { type CsvFile, openCsvFile } from "../report/csv-file.ts";
import { columnsOf } from "../sheets/describe-columns.ts";
import { type LiveCustomer, readCustomers } from "../webex/read-customers.ts";
import { type Cells, type ExportedCustomer, toRows } from "./export-rows.ts";
import type { Connect } from "./request.ts";

export type ExportRequest = {
  readonly folder: string;
  readonly connect: Connect;
  /** External ids; absent: all customers. */
  readonly customers?: readonly string[];
};

export type Exported = {
  /** Paths of the sheets. */
  readonly files: readonly string[];
  readonly customers: number;
  readonly locations: number;
  readonly users: number;
  /** What could not be told in a row, for people. */
  readonly leftOut: readonly string[];
};

const exportedSheets = ["customers", "locations", "users"] as const satisfies readonly SheetName[];

/** Throws UserError when a sheet is there already, or the target cannot be read. */
export async function exportSheets(request: ExportRequest, signal: AbortSignal): Promise<Exported> {
  for (const sheet of exportedSheets) await refuseToReplace(pathOf(request.folder, sheet));
  await using connection = await request.connect(() => undefined);
  const sheets = await openSheets(request.folder);
  try {
    const counts = { customers: 0, locations: 0, users: 0 };
    const leftOut: string[] = [];
    for (const filter of request.customers?.map((externalId) => ({ externalId })) ?? [{}]) {
      for await (const read of readCustomers(connection.http, filter, signal)) {
        if (!read.ok) throw new UserError("target_unreadable", `Webex cannot be read: ${read.failure.message}`);
        const rows = toRows(read.value);
        leftOut.push(...describeLeftOut(read.value, rows));
        if (rows) await sheets.add(rows, counts);
      }
    }
    return { files: await sheets.publish(), ...counts, leftOut };
  } catch (error) {
    await sheets.discard();
    throw error;
  }
}

function describeLeftOut({ customer, name }: LiveCustomer, rows: ExportedCustomer | undefined): readonly string[] {
  if (!rows) return [`customer ${name ?? customer.customerId}: it has no external id`];
  return rows.leftOut.map((email) => `user ${email}: not provisioned yet, or without a name`);
}

type Counts = { customers: number; locations: number; users: number };

async function openSheets(folder: string) {
  const open = async (sheet: SheetName) => {
    const columns = columnsOf(sheet).map(({ name }) => name);
    const file = await openCsvFile(pathOf(folder, sheet), columns);
    const add = (cells: Cells) => file.add(columns.map((column) => cells[column] ?? ""));
    return { file, add };
  };
  const [customers, locations, users] = [await open("customers"), await open("locations"), await open("users")];
  const files: readonly CsvFile[] = [customers.file, locations.file, users.file];
  return {
    async add(rows: ExportedCustomer, counts: Counts) {
      await customers.add(rows.customer);
      for (const cells of rows.locations) await locations.add(cells);
      for (const cells of rows.users) await users.add(cells);
      counts.customers += 1;
      counts.locations += rows.locations.length;
      counts.users += rows.users.length;
    },
    async publish() {
      const paths: string[] = [];
      for (const file of files) paths.push((await file.publish()).path);
      return paths;
    },
    async discard() {
      for (const file of files) await file.discard();
    },
  };
}

function pathOf(folder: string, sheet: SheetName): string {
  return join(folder, `${sheet}.csv`);
}

async function refuseToReplace(path: string): Promise<void> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new UserError("file_exists", `${path} is there already.`, "Export into another folder.");
}
