import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { sheetNames } from "../../src/model/sheet.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { validateBatch } from "../support/validated-batch.ts";

const folder = "test/fixtures/one-batch";

/** The batch has no profiles. */
const sheets = sheetNames.filter((sheet) => sheet !== "profiles");

type Results = Awaited<ReturnType<typeof validateBatch>>["results"];

/** Without the run's id, and with the names that the files of `folder` have. */
function comparable(results: Results): readonly Record<string, unknown>[] {
  const names = new Map(results.map(({ file, sheet }) => [file, `${sheet}.csv`]));
  const rename = (text: string) => [...names].reduce((renamed, [name, usual]) => renamed.replaceAll(name, usual), text);
  return results.map((line) => {
    const renamed = Object.entries(line).map(([column, value]) => [
      column,
      typeof value === "string" ? rename(value) : value,
    ]);
    return { ...Object.fromEntries(renamed), run_id: "" };
  });
}

type Form = {
  readonly name: string;
  readonly ending: string;
  readonly delimiter: string;
  readonly end: string;
  readonly encode: (text: string) => Buffer;
};

const asIs = { ending: "csv", delimiter: ",", end: "\r\n", encode: (text: string) => Buffer.from(text) };

const forms: readonly Form[] = [
  { ...asIs, name: "UTF-8" },
  { ...asIs, name: "UTF-8 with BOM", encode: (text) => Buffer.from(`\ufeff${text}`) },
  { ...asIs, name: "UTF-16LE with tabs", delimiter: "\t", encode: (text) => Buffer.from(`\ufeff${text}`, "utf16le") },
  { ...asIs, name: "UTF-16BE", encode: (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16() },
  { ...asIs, name: "Windows-1252 with semicolons", delimiter: ";", encode: toWindows1252 },
  { ...asIs, name: "UTF-8 with pipes and old line ends", delimiter: "|", end: "\r" },
  { ...asIs, name: "TSV", ending: "tsv", delimiter: "\t", end: "\n" },
  { ...asIs, name: "gzip", ending: "csv.gz", encode: (text) => gzipSync(text) },
];

/** What the bytes from 0x80 are there; the rest is Latin-1. */
const from0x80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function toWindows1252(text: string): Buffer {
  const bytes = [...text].map((letter) => {
    const place = from0x80.indexOf(letter);
    return place < 0 ? letter.charCodeAt(0) : 0x80 + place;
  });
  return Buffer.from(bytes);
}

async function writeAs({ ending, delimiter, end, encode }: Form): Promise<string> {
  const written = await makeTemporaryFolder();
  for (const sheet of sheets) {
    const rows = parse(await readFile(join(folder, `${sheet}.csv`)), {
      relax_column_count: true,
      skip_empty_lines: false,
    });
    const text = stringify(rows, { delimiter, record_delimiter: end, quoted_match: /[\r\n]/ });
    await writeFile(join(written, `${sheet}.${ending}`), encode(text));
  }
  return written;
}

describe("one batch", () => {
  const expected = async () => comparable((await validateBatch([folder])).results);

  it("has a line per row, with mistakes in each sheet", async () => {
    expect((await expected()).map(({ sheet, row, status }) => `${sheet}:${row} ${status}`)).toEqual([
      "templates:2 not_attempted",
      "templates:3 invalid",
      "customers:2 not_attempted",
      "customers:3 invalid",
      "customers:5 invalid",
      "locations:2 not_attempted",
      "locations:3 invalid",
      "locations:4 invalid",
      "users:2 invalid",
      "users:3 invalid",
      "users:5 invalid",
      "users:8 invalid",
      "users:9 invalid",
      "users:10 not_attempted",
    ]);
  });

  it.each(forms)("gives the same results as $name", async (form) => {
    const { results } = await validateBatch([await writeAs(form)]);
    expect(comparable(results)).toEqual(await expected());
  });

  it("gives the same results as a workbook that LibreOffice wrote", async () => {
    const { results, run } = await validateBatch([join(folder, "libreoffice/batch.xlsx")]);
    expect(new Set(run.files.map(({ encoding }) => encoding))).toEqual(new Set(["Excel workbook"]));
    expect(comparable(results)).toEqual(await expected());
  });

  it("gives the same results as files of Windows-1252 with semicolons that LibreOffice wrote", async () => {
    const files = sheets.map((sheet) => join(folder, `libreoffice/${sheet}.csv`));
    const { results, run } = await validateBatch(files);
    expect(run.files.map(({ encoding, delimiter }) => `${encoding}, ${delimiter}`)).toEqual(
      sheets.map(() => "Windows-1252, semicolon"),
    );
    expect(comparable(results)).toEqual(await expected());
  });
});
