/** Sheets for a run, made of the few cells that a test is about. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sheetNames } from "../../src/model/sheet.ts";

type Cells = Readonly<Record<string, string>>;

/** Rows by sheet; a sheet that is not given has no file. */
export type Batch = {
  readonly templates?: readonly Cells[];
  readonly profiles?: readonly Cells[];
  readonly customers?: readonly Cells[];
  readonly locations?: readonly Cells[];
  readonly users?: readonly Cells[];
};

const address = {
  address_line1: "Keizersgracht 126",
  city: "Amsterdam",
  state: "NH",
  postal_code: "1015 CW",
  country: "NL",
};

/** What a cell holds that a test says nothing about. Customers and users differ in what must be unique. */
const usual: Readonly<Record<keyof Batch, (index: number) => Cells>> = {
  templates: () => ({ template_name: "Calling", provisioning_id: "", country: "NL" }),
  profiles: (index) => ({ profile: `profile ${index + 1}` }),
  customers: (index) => ({
    external_id: `C${index + 1}`,
    name: `Customer ${index + 1}`,
    admin_email: `admin@c${index + 1}.example.com`,
    template: "Calling",
    packages: "webex_calling;webex_meetings",
    ...address,
    supported_location: "yes",
    hq_timezone: "Europe/Amsterdam",
    hq_language: "nl_NL",
    hq_pstn: "",
    hq_phone_numbers: "",
  }),
  locations: (index) => ({
    customer: "C1",
    name: `Branch ${index + 1}`,
    ...address,
    timezone: "Europe/Amsterdam",
    language: "nl_NL",
    pstn: "",
    phone_numbers: "",
  }),
  users: (index) => ({
    customer: "C1",
    email: `user${index + 1}@example.com`,
    first_name: "Ann",
    last_name: `Visser ${index + 1}`,
    package: "webex_calling",
    location: "Head Office",
    phone_number: "",
    extension: String(4000 + index),
  }),
};

/** Writes the sheets into `<parent>/<name>`, and gives its path. */
export async function writeBatch(parent: string, name: string, batch: Batch): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder, { recursive: true });
  for (const sheet of sheetNames) {
    const rows = batch[sheet]?.map((cells, index) => ({ ...usual[sheet](index), ...cells }));
    if (rows?.length) await writeFile(join(folder, `${sheet}.csv`), toCsv(rows));
  }
  return folder;
}

function toCsv(rows: readonly Cells[]): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => header.map((column) => `"${row[column] ?? ""}"`).join(","));
  return `${[header.join(","), ...lines].join("\r\n")}\r\n`;
}
