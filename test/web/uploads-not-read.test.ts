/** An upload that is not read is named with the reason and the way in, and takes nothing of the batch away. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { speak } from "../../src/model/words/text.ts";
import { smallBatch } from "../support/disturbed-run.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { type Served, serve } from "./served.ts";

async function newBatch(page: Served): Promise<string> {
  return JSON.parse((await page.askAsPage("/api/batches", { method: "POST" })).body).id;
}

async function upload(page: Served, batch: string, name: string, body: Buffer | string) {
  const path = `/api/batches/${batch}/files?name=${encodeURIComponent(name)}`;
  const reply = await page.askAsPage(path, { method: "PUT", body });
  if (reply.status !== 200) throw new Error(`${name}: ${reply.status} ${reply.body}`);
  return JSON.parse(reply.body);
}

async function uploadSmallBatch(page: Served, batch: string): Promise<readonly string[]> {
  const names = ["customers.csv", "locations.csv", "templates.csv", "users.csv"];
  for (const name of names) await upload(page, batch, name, await readFile(join(smallBatch, name)));
  return names;
}

async function settled(page: Served, batch: string) {
  return JSON.parse((await page.askAsPage(`/api/batches/${batch}/settled`)).body);
}

/** Files of the check and what it says of files as a whole. */
function checkOf({ check }: Awaited<ReturnType<typeof settled>>) {
  const { files, summary } = check;
  return {
    read: files.map(({ file }: { file: string }) => file).sort(),
    rows: summary.total.rows,
    issues: summary.fileIssues as readonly { code: string; message: string; hint: string; at: { file: string } }[],
  };
}

const notRead = [
  ["users-2.zip", "an archive", "Unpack it first."],
  ["users-2.7z", "an archive", "Unpack it first."],
  ["users-2.tar.gz", "an archive", "Unpack it first."],
  ["users-2.numbers", "an Apple Numbers document", "Export it as .xlsx or CSV."],
  ["users-2.xlsb", "a binary workbook", "Save it as .xlsx."],
  ["users-2.xltx", "a workbook template", "Save it as .xlsx."],
  ["users-2.fods", "a workbook of an unsupported kind", "Save it as .xlsx or CSV."],
  ["users-2.xlsx.gz", "a compressed workbook", "Unpack it first."],
  ["users-2.accdb", "a database", "Export its tables as CSV."],
  ["users-2.html", "a web page (HTML)", "Open it in a spreadsheet program"],
  ["users-2.json", "not a table of rows and columns", "Export it as CSV."],
  ["users-2.bak", "files with the extension .bak are not supported", "Save it as .csv or .xlsx"],
  ["users", "its name has no extension", "Save it as .csv or .xlsx"],
  ["photo.png", "neither a text file with columns nor a workbook", "Upload a .csv, .tsv"],
  ["users-2.xlsx", "is not a workbook", "save it as .xlsx"],
  ["north.csv", "its name does not say which sheet it is", "choose which sheet it contains"],
] as const;

it.each(notRead)("%s: %s", async (name, reason, way) => {
  const page = await serve(await makeTemporaryFolder());
  const batch = await newBatch(page);
  const names = await uploadSmallBatch(page, batch);
  const before = checkOf(await settled(page, batch));
  await upload(page, batch, name, "no sheet of ours");
  const reply = speak(await settled(page, batch), "en");
  expect(reply.files.map((file: { name: string }) => file.name).sort()).toEqual([...names, name].sort());
  const check = checkOf(reply);
  expect(check).toMatchObject({ read: before.read, rows: before.rows });
  const said = check.issues.filter(({ at }) => at.file === name);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatchObject({ message: expect.stringContaining(reason), hint: expect.stringContaining(way) });
  expect(JSON.stringify(said)).not.toContain("/uploads/");
});

it("a workbook of more than 64 MiB when unpacked is refused with what to do, as on the command line, and the other files stay", {
  timeout: 60_000,
}, async () => {
  const folder = await makeTemporaryFolder();
  const path = join(folder, "users-large.xlsx");
  const blanks = Buffer.alloc(65 * 1024 ** 2, " ").toString();
  await writeWorkbook(path, [{ name: "users", rows: textRow(1, ["customer", "email"]) + blanks }]);
  const page = await serve(folder);
  const batch = await newBatch(page);
  const names = await uploadSmallBatch(page, batch);
  const before = checkOf(await settled(page, batch));
  await upload(page, batch, "users-large.xlsx", await readFile(path));
  const reply = speak(await settled(page, batch), "en");
  const check = checkOf(reply);
  expect(check.read).toEqual(expect.arrayContaining([...names]));
  expect(check.rows).toBe(before.rows);
  expect(reply.check.refusedFiles).toEqual(["users-large.xlsx"]);
  expect(check.issues).toMatchObject([
    {
      code: "file_too_large",
      message: "users-large.xlsx is larger than 64 MiB when unpacked.",
      hint: "Split it into several workbooks, or raise the limit with --max-unpacked on the command line.",
    },
  ]);
});

it("a batch with a file of which nothing is kept is there after a restart", async () => {
  const folder = await makeTemporaryFolder();
  const page = await serve(folder);
  const batch = await newBatch(page);
  const names = await uploadSmallBatch(page, batch);
  await upload(page, batch, "photo.png", "no sheet of ours");
  const again = await serve(folder);
  const { files } = await settled(again, batch);
  expect(files.map(({ name }: { name: string }) => name)).toEqual([...names, "photo.png"]);
});

const header = "external_id,name,admin_email,template,packages,address_line1,city,postal_code,country";

it("a file whose name says nothing is asked about by its header, and taken for the same sheet the next time", async () => {
  const page = await serve(await makeTemporaryFolder());
  const batch = await newBatch(page);
  const { files } = await upload(page, batch, "north.csv", `${header}\n`);
  expect(files[0].parts).toEqual([{ guess: "customers", unread: expect.anything() }]);
  const choice = { number: files[0].number, sheet: "customers" };
  await page.askAsPage(`/api/batches/${batch}/sheet`, { method: "PUT", body: JSON.stringify(choice) });
  const next = await upload(page, await newBatch(page), "south.csv", `${header}\nC1,Customer 1\n`);
  expect(next.files[0].parts[0].sheet).toBe("customers");
  const other = await upload(page, await newBatch(page), "minutes.txt", "Who said what\nAnn said so\n");
  expect(other.files[0].parts).toEqual([{ unread: expect.anything() }]);
});

it("the encoding of a file can be chosen, and left to the file again", async () => {
  const page = await serve(await makeTemporaryFolder());
  const batch = await newBatch(page);
  const folder = await writeBatch(await makeTemporaryFolder(), "batch", { customers: [{ name: "Caf?" }] });
  const [before850 = "", after850 = ""] = (await readFile(join(folder, "customers.csv"), "latin1")).split("Caf?");
  const body = Buffer.from(`${before850}Caf\u0082${after850}`, "latin1");
  const { files } = await upload(page, batch, "customers.csv", body);
  const nameIn = async () => {
    await settled(page, batch);
    const { body: rows } = await page.askAsPage(`/api/batches/${batch}/rows?sheet=customers`);
    return JSON.parse(rows).rows[0].cells[1];
  };
  const choose = (encoding?: string) =>
    page.askAsPage(`/api/batches/${batch}/encoding`, {
      method: "PUT",
      body: JSON.stringify({ number: files[0].number, ...(encoding ? { encoding } : {}) }),
    });
  expect(await nameIn()).toBe("Café");
  await choose("macintosh");
  expect(await nameIn()).toBe("CafÇ");
  await choose();
  expect(await nameIn()).toBe("Café");
  expect((await choose("klingon")).body).toContain("unknown_encoding");
});
