/** What only a workbook tells of a cell is not lost in failed/: as long as nobody touches the cell, it is refused again. */
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readRefusedCells, writeRefusedCells } from "../../src/model/refused-cells.ts";
import { say, text, verbatim } from "../../src/model/words/text.ts";
import { openFailedFolder } from "../../src/report/files/failed-folder.ts";
import { readAll, sourceOf } from "../sheets/reading.ts";
import { outcome, readFileOf } from "../support/run-reports.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { validateBatch } from "../support/validated-batch.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";
import { editBook, partOf } from "../support/workbooks.ts";

const header = ["customer", "email", "first_name", "last_name", "package", "extension", "phone_number", "addons"];

/** Of a customer that is looked for at Webex: nothing else is wrong with any row. */
function user(row: number, first: string, more = ""): string {
  return textRow(row, ["C-1", `user${row}@acme.example`, first, "Vos", "webex_calling", `${4500 + row}`], more);
}

/** Each row is refused for another cell that is right, or blank and optional, as far as its text tells. */
async function writeDamaged(): Promise<string> {
  const path = join(await makeTemporaryFolder(), "batch.xlsx");
  const rows = [
    textRow(1, header),
    user(2, "", '<c r="C2" s="1"><v>46085</v></c>'),
    user(3, "Ann", '<c r="G3" t="inlineStr"><is><t>+31201234501</t></is></c>'),
    user(4, "Bea"),
    user(5, "Cas", '<c r="H5"><f>A1</f></c>'),
    user(6, "Dik", '<c r="H6" t="e"><v>#NOVEL!</v></c>'),
  ];
  const tail = '<mergeCells><mergeCell ref="G3:G4"/></mergeCells>';
  await writeWorkbook(path, [{ name: "users", rows: rows.join(""), tail }], { formats: ['mmmm" "d'] });
  return path;
}

type Told = Readonly<Record<"severity" | "column" | "code" | "value" | "message" | "hint" | "key", string>>;

async function refusalsOf(path: string) {
  const { out, errors } = await validateBatch([path]);
  const told = parse(errors, { bom: true, columns: true }) as Told[]; // the columns of errors.csv
  const refused = told.filter(({ severity }) => severity === "error");
  return { out, refused: refused.map(({ key, column, code, message }) => `${key} ${column} ${code} ${message}`), told };
}

const correct = (out: string) => join(out, "failed", "correct.xlsx");

describe("a cell that a workbook says is no text", () => {
  it("is refused again for the same reason when it comes back untouched, however often", async () => {
    const first = await refusalsOf(await writeDamaged());
    expect(first.refused.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "user2@acme.example first_name date_in_cell",
      "user4@acme.example phone_number merged_cell",
      "user5@acme.example addons formula_without_result",
      "user6@acme.example addons formula_error",
    ]);
    const second = await refusalsOf(correct(first.out));
    expect(second.refused).toEqual(first.refused);
    expect((await refusalsOf(correct(second.out))).refused).toEqual(first.refused);
  });

  it("is refused no more once it was corrected, or a blank was typed to leave it blank", async () => {
    const { out } = await refusalsOf(await writeDamaged());
    await editBook(correct(out), [
      ["users", "C2", "March"],
      ["users", "G3", " "],
    ]);
    const { refused, told } = await refusalsOf(correct(out));
    expect(refused.map((line) => line.split(" ")[0])).toEqual(["user5@acme.example", "user6@acme.example"]);
    expect(told.find(({ code }) => code === "formula_without_result")?.hint).toMatch(
      /To leave it blank, type a space\.$/,
    );
  });

  it("is refused in its row, wherever that row and its columns were moved", async () => {
    const { out } = await refusalsOf(await writeDamaged());
    const { file, rows } = await readAll(sourceOf(correct(out), "users", "users"));
    const moved = ["_refused", ...header];
    const lines = rows.map(({ cells }, index) => [refusedIn(rows[index]?.checked.issues ?? []), ...cells]);
    expect(file?.header).toEqual(header);
    const path = join(await makeTemporaryFolder(), "users.xlsx");
    const built = [moved, ...lines.toReversed()].map((cells, index) => textRow(index + 1, cells));
    await writeWorkbook(path, [{ name: "users", rows: built.join("") }]);
    const again = await readAll(sourceOf(path, "users", "users"));
    const codes = again.rows.map(({ checked }) => checked.issues.filter(({ severity }) => severity === "error"));
    expect(codes.map((issues) => issues.map(({ code, column }) => `${column} ${code}`))).toEqual([
      ["addons formula_error"],
      ["addons formula_without_result"],
      ["phone_number merged_cell"],
      ["first_name date_in_cell"],
    ]);
  });

  it("brings its reason along in a column that the workbook does not show", async () => {
    const { out } = await refusalsOf(await writeDamaged());
    const sheet = await partOf(correct(out), "xl/worksheets/sheet1.xml");
    const hidden = [...sheet.matchAll(/<col min="(\d+)"[^>]*hidden="1"/g)].map(([, place]) => Number(place));
    expect(hidden).toEqual([header.length + 3]);
  });

  it("is refused again in the CSV form too, which large workbooks come back in", async () => {
    const folder = join(await makeTemporaryFolder(), "failed");
    const problem = {
      severity: "error",
      column: "first_name",
      code: "date_in_cell",
      message: verbatim("A date."),
      hint: verbatim("h"),
    } as const;
    const cells = ["C-1", "a@acme.example", "March 4", "Vos", "webex_calling", "4501", "", ""];
    const file = readFileOf("users", { file: "batch.xlsx[users]", header, columns: header, rows: 30_000 });
    const { delimiter: _, ...worksheet } = { ...file, isOfWorkbook: true as const };
    const written = openFailedFolder(folder, [worksheet], { language: "en" });
    const row = outcome({ file: file.file, status: "invalid", cells });
    await written.add({ ...row, problems: [problem] });
    await written.add({ ...row, cells: [...cells, "one too many"] });
    await written.publish(new Set());
    await rename(join(folder, "users.csv"), join(folder, "again.csv"));
    const read = await readAll(sourceOf(join(folder, "again.csv")));
    expect(read.file).toMatchObject({ header, isOfWorkbook: true });
    const errors = read.rows.map(({ checked }) => checked.issues.filter(({ severity }) => severity === "error"));
    expect(errors.map((issues) => issues.map(({ code }) => code))).toEqual([["date_in_cell"], ["wrong_cell_count"]]);
  });

  it("says its reason in the language of the run", () => {
    const problem = {
      severity: "error",
      column: "first_name",
      code: "date_in_cell",
      message: text("no_reason"),
    } as const;
    const [english, dutch] = (["en", "nl"] as const).map((language) =>
      readRefusedCells(writeRefusedCells([problem], () => "March 4", language)).map(({ message }) => message),
    );
    expect(dutch).toEqual([say(problem.message, "nl")]);
    expect(english).not.toEqual(dutch);
  });

  it.each(["[", "[1]", '[{"column":"first_name"}]', "a person's note"])(
    "takes %s in that column for nothing",
    async (text) => {
      const path = join(await makeTemporaryFolder(), "users.xlsx");
      const rows = [
        textRow(1, [...header, "_refused"]),
        textRow(2, ["C-1", "ann@acme.example", "Ann", "Vos", "webex_calling", "4501", "", "", text]),
      ];
      await writeWorkbook(path, [{ name: "users", rows: rows.join("") }]);
      const read = await readAll(sourceOf(path, "users", "users"));
      expect(read.rows.flatMap(({ checked }) => checked.issues)).toEqual([]);
    },
  );
});

/** As failed/ has it, of the only error of a row. */
function refusedIn(issues: readonly { readonly column?: string; readonly value?: string }[]): string {
  return JSON.stringify(
    issues.map((issue) => ({ text: "", ...issue, ...(issue.value === undefined ? {} : { text: issue.value }) })),
  );
}
