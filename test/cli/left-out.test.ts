import { execFileSync } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { listLeft } from "../support/nights.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { textRow, writeWorkbook, zipOf } from "../support/workbook-builder.ts";

const table = "customer,email\nC-1,ann@acme.example\n";
const page = "<html><body><table><tr><td>email</td></tr></table></body></html>";
const rows = textRow(1, ["customer", "email"]) + textRow(2, ["C-1", "ann@acme.example"]);

/** What is in the folder beside a batch, and what is said of it. */
const reasons: Readonly<Record<string, string>> = {
  "users-1.zip": "an archive",
  "users.numbers": "Apple Numbers",
  "users.xlsb": "a binary workbook",
  "users-2.xlsx": "ZIP archive without a workbook",
  "users-old.xls": "a web page (HTML)",
  "users-web.csv": "a web page (HTML)",
  "users.pdf": "files with the extension .pdf are not supported",
  users: "its name has no extension",
  "people.csv": "its name does not say which sheet it is",
  "notes.csv": "it is a pipe",
  "more.xlsx[choices]": "it is hidden",
  "more.xlsx[Summary]": "a summary or an instruction",
  "more.xlsx[Blad1]": "its name does not say which sheet it is",
};

async function writeLeftOut(folder: string): Promise<void> {
  const contents: Readonly<Record<string, string | Buffer>> = {
    "users-1.zip": zipOf({ "users.csv": table }),
    "users.numbers": zipOf({ "Index/Document.iwa": "x" }),
    "users.xlsb": zipOf({ "xl/workbook.bin": "x" }),
    "users-2.xlsx": zipOf({ "users.csv": table }),
    "users-old.xls": page,
    "users-web.csv": page,
    "users.pdf": "%PDF-1.7",
    users: table,
    "people.csv": table,
    "batch.json": "{}",
    "settings.json": "{}",
    ".ready": "",
    "readme.txt": "Call Ann when it is done.",
  };
  for (const [name, content] of Object.entries(contents)) await writeFile(join(folder, name), content);
  execFileSync("mkfifo", [join(folder, "notes.csv")]);
  await writeWorkbook(join(folder, "more.xlsx"), [
    { name: "choices", rows, state: "hidden" },
    { name: "Summary", rows },
    { name: "Blad1", rows },
    { name: "empty", rows: "" },
  ]);
}

async function writeBatchWithLeftOut(folder: string): Promise<string> {
  const batch = join(folder, "batch");
  await mkdir(batch);
  const sheets = (await readdir(samplesFolder)).filter((name) => name.endsWith(".csv"));
  for (const name of sheets) await copyFile(join(samplesFolder, name), join(batch, name));
  await writeLeftOut(batch);
  return batch;
}

describe("what looks like a table and is not read", () => {
  it("is named on the screen and in errors.csv, each with its reason", async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatchWithLeftOut(folder);
    const { code, out, err } = await runHere(["validate", batch, "--out", "checked"], folder);
    expect([code, err]).toEqual([0, expect.anything()]);
    const errors = parse(await readFile(join(folder, "checked", "errors.csv")), {
      bom: true,
      columns: true,
    }) as Readonly<Record<string, string>>[]; // the columns of errors.csv
    const left = errors.filter((line) => line.code === "file_not_read");
    expect(left.map(({ file }) => file).sort()).toEqual(Object.keys(reasons).sort());
    const screen = (out + err).replace(/\s+/g, " ");
    for (const line of left) {
      expect(line).toMatchObject({ sheet: "", row: "", severity: "warning" });
      expect(line.message).toContain(reasons[line.file ?? ""]);
      expect(screen).toContain(line.file);
    }
  });

  it("refuses the batch with --strict, whatever the command", { timeout: 60_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const batch = await writeBatchWithLeftOut(folder);
    const { baseUrl, stats } = await simulateWebex();
    const before = (await stats()).writes;
    for (const args of [["validate"], ["plan", "--base-url", baseUrl], ["apply", "--base-url", baseUrl]]) {
      const { code, out, err } = await runHere([...args, batch, "--strict"], folder);
      expect([args[0], code, (out + err).replace(/\s+/g, " ")]).toEqual([
        args[0],
        2,
        expect.stringMatching(/(refused|stopped): .*users-1\.zip.* were not read/),
      ]);
    }
    expect((await stats()).writes).toBe(before);
  });

  it("moves the batch of a strict night to failed/, with the reason", { timeout: 60_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const batch = join(folder, "inbox", "monday");
    await mkdir(batch, { recursive: true });
    for (const sheet of ["templates", "customers"])
      await copyFile(join(samplesFolder, `${sheet}.csv`), join(batch, `${sheet}.csv`));
    await writeFile(join(batch, "people.csv"), table);
    await writeFile(join(batch, ".ready"), "");
    const { baseUrl } = await simulateWebex();
    const to = ["--inbox", "inbox", "--target", "simulator", "--base-url", baseUrl];
    const { code } = await runHere(["schedule", "--once", "--strict", ...to], folder);
    expect(code).toBe(2);
    const [[place = "", left] = []] = Object.entries(await listLeft(join(folder, "inbox")));
    expect([place, left]).toEqual([
      expect.stringMatching(/^failed\/.* monday$/),
      expect.objectContaining({ exitCode: 2, reason: expect.stringContaining("people.csv was not read") }),
    ]);
  });
});

it("ignores results that were written into the folder of the batch itself", async () => {
  const folder = await makeTemporaryFolder();
  await copyFile(join(samplesFolder, "templates.csv"), join(folder, "templates.csv"));
  for (const more of [[], ["--csv-delimiter", "semicolon"]]) {
    await runHere(["validate", ".", "--out", ".", ...more], folder);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(["by_customer.csv", "errors.csv", "results.xlsx"]));
    const { code, out, err } = await runHere(["validate", ".", "--strict"], folder);
    expect([more, code, out + err]).toEqual([more, 0, expect.not.stringContaining("not read")]);
  }
});
