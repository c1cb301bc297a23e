/** Batches written as sheets, read and staged as the program does it, and what was found in them. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunFile } from "../../src/journal/run-file/run-file.ts";
import type { Issue } from "../../src/model/issue.ts";
import type { RememberedTemplates } from "../../src/model/ports.ts";
import type { SheetName } from "../../src/model/sheet.ts";
import { type Spoken, speak } from "../../src/model/words/text.ts";
import { findBatch, stageBatch } from "../../src/staging/stage-batch.ts";
import { runFileInMemory } from "./run-files.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

type Cells = Readonly<Record<string, string>>;

/** Rows by sheet: only the cells that a test is about; the others hold what is right. */
export type Batch = Partial<Readonly<Record<SheetName, readonly Cells[]>>>;

export type Staged = {
  readonly runFile: RunFile;
  /** `users:2 unknown_customer`: sheet, row and code of each error and warning, in input order. */
  readonly found: readonly string[];
  /** The first issue with this code. Throws when there is none. */
  issue(code: string): Spoken<Issue>;
  /** `users:2`: `valid`, `invalid`, `blocked by customers:2`. */
  readonly verdicts: Readonly<Record<string, string>>;
};

const right: Readonly<Record<SheetName, Cells>> = {
  templates: { template_name: "Calling NL", provisioning_id: "YTQ1ZGE5ZTAtMzBjOC00ZDk0", country: "NL" },
  profiles: { profile: "office" },
  customers: {
    external_id: "NL-1001",
    name: "Bakkerij De Korenaar",
    admin_email: "fatima@korenaar.example.com",
    template: "",
    provisioning_id: "YTQ1ZGE5ZTAtMzBjOC00ZDk0",
    packages: "webex_calling;webex_meetings",
    package_limits: "",
    address_line1: "Keizersgracht 126",
    city: "Amsterdam",
    state: "NH",
    postal_code: "1015 CW",
    country: "NL",
    supported_location: "yes",
    hq_name: "",
    hq_timezone: "Europe/Amsterdam",
    hq_language: "nl_NL",
    hq_phone_numbers: "",
  },
  locations: {
    customer: "NL-1001",
    name: "Rotterdam",
    address_line1: "Coolsingel 40",
    city: "Rotterdam",
    state: "ZH",
    postal_code: "3011 AD",
    country: "NL",
    timezone: "Europe/Amsterdam",
    language: "nl_NL",
    phone_numbers: "",
  },
  users: {
    customer: "NL-1001",
    email: "niels@korenaar.example.com",
    first_name: "Niels",
    last_name: "El Amrani",
    package: "webex_calling",
    addons: "",
    location: "Head Office",
    phone_number: "",
    extension: "4501",
    roles: "",
  },
};

export const noneRemembered: RememberedTemplates = { find: () => undefined, names: () => [] };

/** Stages the batch from files in a folder of its own. A sheet that is not given has no file. */
export async function stage(batch: Batch, remembered: RememberedTemplates = noneRemembered): Promise<Staged> {
  const folder = await makeTemporaryFolder();
  for (const [sheet, rows] of Object.entries(batch)) {
    await writeFile(join(folder, `${sheet}.csv`), toCsv(right[sheet as SheetName], rows)); // the keys of a batch
  }
  const runFile = runFileInMemory();
  const input = { inputs: [folder] };
  await stageBatch(runFile, await findBatch(input), input, remembered, () => {}, new AbortController().signal, {
    asksTarget: false,
    nowMs: Date.parse("2026-11-22T12:00:00Z"),
  });
  return read(runFile);
}

/** Customers of the batch that differ in what must be unique. */
export function customers(...rows: readonly Cells[]): readonly Cells[] {
  return rows.map((row, index) => ({
    external_id: `C-${index}`,
    name: `Customer ${index}`,
    admin_email: `admin@c${index}.example.com`,
    ...row,
  }));
}

/** Users that differ in what must be unique. */
export function users(...rows: readonly Cells[]): readonly Cells[] {
  return rows.map((row, index) => ({ email: `user${index}@example.com`, extension: `${4000 + index}`, ...row }));
}

function toCsv(columns: Cells, rows: readonly Cells[]): string {
  const header = Object.keys(columns);
  const lines = rows.map((row) => header.map((column) => quote(row[column] ?? columns[column] ?? "")).join(","));
  return [header.join(","), ...lines, ""].join("\n");
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function read(runFile: RunFile): Staged {
  const rows = [...runFile.rows.all()];
  const at = (id: number) => {
    const { sheet, row } = runFile.rows.address(id);
    return `${sheet}:${row}`;
  };
  const issues = speak(
    rows.flatMap(({ id }) => runFile.issues.of(id)),
    "en",
  );
  return {
    runFile,
    found: rows.flatMap(({ id }) => runFile.issues.of(id).map(({ code }) => `${at(id)} ${code}`)),
    issue(code) {
      const found = issues.find((each) => each.code === code);
      if (!found) throw new Error(`no ${code} among ${issues.map((each) => each.code).join(", ")}`);
      return found;
    },
    verdicts: Object.fromEntries(
      rows.map(({ id, verdict, blockedBy }) => [
        at(id),
        blockedBy === null ? verdict : `${verdict} by ${at(blockedBy)}`,
      ]),
    ),
  };
}
