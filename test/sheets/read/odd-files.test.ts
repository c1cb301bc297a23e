/** What stands under the name of a sheet and is none: it is refused by a reason, and nobody waits for it. */
import { execFileSync } from "node:child_process";
import { symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { UserError } from "../../../src/model/user-error.ts";
import { findInputs } from "../../../src/sheets/read/find-inputs.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { zipOf } from "../../support/workbook-builder.ts";
import { readAll } from "../reading.ts";

const makers: Readonly<Record<string, (path: string) => unknown>> = {
  "a pipe": (path) => execFileSync("mkfifo", [path]),
  "a socket": async (path) => {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(path, resolve));
    onTestFinished(() => void server.close());
  },
  "a device": (path) => symlink("/dev/zero", path),
  "a link to itself": (path) => symlink(path, path),
  "a link to nowhere": (path) => symlink("nowhere", path),
  "the memory of a process": (path) => symlink("/proc/self/mem", path),
};

/** The codes with which a file is refused, whether it is named or found in its folder. */
async function refusalsOf(inputs: readonly string[]): Promise<readonly string[]> {
  const { sources, issues } = await findInputs(inputs, {});
  const read = await Promise.all(sources.map((source) => readAll(source)));
  const codes = [...issues, ...read.flatMap(({ fileIssues }) => fileIssues)].map(({ code }) => code);
  expect(read.flatMap(({ rows }) => rows)).toEqual([]);
  return codes;
}

const endings = ["csv", "csv.gz", "xlsx", "xls", "ods"];

it
  .skipIf(process.platform !== "linux")
  .each(Object.keys(makers).flatMap((what) => endings.map((ending) => [what, ending] as const)))(
  "%s named users.%s is refused without being read",
  async (what, ending) => {
    const path = join(await makeTemporaryFolder(), `users.${ending}`);
    await makers[what]?.(path);
    const codes = await refusalsOf([path]);
    expect(codes).toHaveLength(1);
    expect(["not_a_file", "missing_file", "empty_file"]).toContain(codes[0]);
  },
);

/** How a ZIP archive and a workbook of Excel 97-2003 begin, and what is none of both. */
const beginnings = { zip: "504b0304", compound: "d0cf11e0a1b11ae1", text: "0d0a0d0a" };

it.each(
  ["xlsx", "xlsm", "ods", "xls"].flatMap((ending) =>
    Object.keys(beginnings).map((what) => [ending, what as keyof typeof beginnings] as const),
  ),
)("a workbook named users.%s of a few bytes is refused by a reason: the beginning of %s", async (ending, what) => {
  const bytes = Buffer.from(beginnings[what], "hex");
  for (let length = 0; length <= bytes.length; length += 1) {
    const path = join(await makeTemporaryFolder(), `users.${ending}`);
    await writeFile(path, bytes.subarray(0, length));
    const codes = await refusalsOf([path]);
    expect([length, codes.length]).toEqual([length, 1]);
  }
});

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

it.each(["http://[", "//[", "%zz", "%E0%A4%A", "file:///etc/passwd", "../../../etc/passwd", "", "#", "__proto__"])(
  "a workbook whose parts are said to be at %j is read without them, or refused by a reason",
  async (target) => {
    const link = (type: string, to: string) =>
      `<Relationships><Relationship Id="r" Type="${relations}/${type}" Target="${to}"/></Relationships>`;
    for (const [main, worksheet] of [
      ["xl/workbook.xml", target],
      [target, "worksheets/sheet1.xml"],
    ] as const) {
      const path = join(await makeTemporaryFolder(), "users.xlsx");
      const parts = {
        "_rels/.rels": link("officeDocument", main),
        "xl/workbook.xml": `<workbook xmlns:r="${relations}"><sheets><sheet name="users" sheetId="1" r:id="r"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": link("worksheet", worksheet),
        "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
      };
      await writeFile(path, zipOf(parts));
      const codes = await refusalsOf([path]).catch((error: unknown) => [(error as UserError).code]);
      expect(["no_sheets", "damaged_workbook", "empty_file"]).toContain(codes[0]);
    }
  },
);
