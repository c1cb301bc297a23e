/** The result files of a run: complete, private, in place at once, and failed/ fit to be fed back. */
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish, verbatim } from "../../../src/model/words/text.ts";
import { writeReports } from "../../../src/report/files/write-reports.ts";
import { outcome, readFileOf, sourceOf } from "../../support/run-reports.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

const refused = { severity: "error", code: "required", column: "email", message: verbatim("email is empty") } as const;

describe("writing the result files", () => {
  it("writes UTF-8 with BOM, commas and CRLF", async () => {
    const folder = await makeTemporaryFolder();
    const rows = [outcome({ key: "josé@acme.example.com" })];
    await writeReports(sourceOf(rows), folder);
    const [results, errors] = [join(folder, "results.csv"), join(folder, "errors.csv")];
    const text = await readFile(results, "utf8");
    expect(text.startsWith("\uFEFFrun_id,sheet,file,row,")).toBe(true);
    expect(text.split("\r\n")).toHaveLength(3);
    expect(text).toContain("josé@acme.example.com");
    expect(await readFile(errors, "utf8")).toMatch(/^\uFEFFsheet,file,row,column,.*\r\n$/);
  });

  it("has a line for each row of a large run, in its order", async () => {
    const folder = await makeTemporaryFolder();
    const rows = Array.from({ length: 1234 }, (_, index) => outcome({ row: index + 2 }));
    const { run } = await writeReports(sourceOf(rows), folder);
    const lines: string[][] = parse(await readFile(join(folder, "results.csv")), { bom: true });
    expect(lines.slice(1).map((line) => Number(line[3]))).toEqual(rows.map((row) => row.at.row));
    expect(run.total.rows).toBe(1234);
  });

  it("makes folders 0700 and files 0600, and leaves no drafts", async () => {
    const folder = join(await makeTemporaryFolder(), "deep", "run");
    const { failed } = await writeReports(sourceOf([outcome({ status: "invalid", problems: [refused] })]), folder);
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await modeOf(folder)).toBe("700");
    expect(await modeOf(join(folder, "failed"))).toBe("700");
    expect(await modeOf(join(folder, "results.csv"))).toBe("600");
    expect(failed).toHaveLength(2);
    for (const { path } of failed) expect(await modeOf(path)).toBe("600");
    expect(await readdir(folder)).toEqual([
      ...["by_customer.csv", "errors.csv", "failed", "report.html", "results.csv", "results.xlsx", "summary.json"],
    ]);
    expect(await readdir(join(folder, "failed"))).toEqual(["correct.xlsx", "users.csv"]);
  });

  it("names for the screen what a person looks at, the errors only where there are some", async () => {
    const folder = await makeTemporaryFolder();
    const labelsOf = async (...args: Parameters<typeof writeReports>) =>
      (await writeReports(...args)).files.flatMap(({ name, label }) =>
        label === undefined ? [] : [`${label}: ${name}`],
      );
    const bad = sourceOf([outcome({ status: "invalid", problems: [refused] })]);
    expect(await labelsOf(bad, folder)).toEqual([
      ...[
        "label_look: report.html",
        "label_results: results.xlsx",
        "label_as_csv: results.csv",
        "label_errors: errors.csv",
      ],
    ]);
    expect(await labelsOf(sourceOf([outcome()]), folder, { hasWorkbooks: false })).toEqual([
      ...["label_look: report.html", "label_results: results.csv"],
    ]);
  });

  it("takes a second name where the file cannot be replaced, and says so", async () => {
    const folder = await makeTemporaryFolder();
    await mkdir(join(folder, "results.csv"));
    const { files, notices } = await writeReports(sourceOf([outcome()]), folder);
    expect(files.find(({ name }) => name === "results.csv")?.path).toBe(join(folder, "results-2.csv"));
    expect(notices.map(inEnglish)).toEqual([expect.stringContaining("results.csv is open in another program")]);
  });

  it("leaves what stood there when the rows cannot be read to the end", async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "results.csv"), "before");
    const rows = function* () {
      yield outcome({ status: "failed" });
      throw new Error("journal damaged");
    };
    await expect(writeReports(sourceOf(rows()), folder)).rejects.toThrow("journal damaged");
    expect(await readFile(join(folder, "results.csv"), "utf8")).toBe("before");
    expect(await readdir(folder)).toEqual(["failed", "results.csv"]);
    expect(await readdir(join(folder, "failed"))).toEqual([]);
  });

  it("explains a folder that it cannot write", async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "out"), "a file");
    await expect(writeReports(sourceOf([]), join(folder, "out"))).rejects.toMatchObject({
      name: "UserError",
      code: "cannot_write",
      hint: expect.stringContaining("--out"),
    });
  });

  it("lists the files of failed/ in summary.json, next to the counts", async () => {
    const folder = await makeTemporaryFolder();
    await writeReports(sourceOf([outcome({ status: "failed", problems: [refused] })]), folder);
    expect(JSON.parse(await readFile(join(folder, "summary.json"), "utf8"))).toMatchObject({
      v: 1,
      runId: "20261122-0200-k3f9",
      total: { rows: 1, statuses: { failed: 1 } },
      errorGroups: [{ code: "required", rows: 1 }],
      failed: [
        { file: "correct.xlsx", path: "failed/correct.xlsx", rows: 1 },
        { file: "users.csv", path: "failed/users.csv", rows: 1 },
      ],
    });
  });
});

describe("failed/", () => {
  it("contains the header and the rows to correct of each file, and no others", async () => {
    const folder = await makeTemporaryFolder();
    const rows = [
      outcome({ sheet: "customers", status: "unchanged" }),
      outcome({ row: 2, status: "invalid", cells: ["acme", "=a@x"] }),
      outcome({ row: 3, status: "pending" }),
      outcome({ row: 4, status: "blocked", cells: ["acme", "b@x"] }),
      outcome({ row: 5, status: "failed", cells: ["acme", "'c@x"] }),
      outcome({ row: 6, status: "not_attempted" }),
    ];
    const { failed } = await writeReports(sourceOf(rows), folder);
    expect(failed.map((file) => [file.file, file.rows])).toEqual([
      ["correct.xlsx", 3],
      ["users.csv", 3],
    ]);
    expect(await readFile(join(folder, "failed", "users.csv"), "utf8")).toBe(
      "\uFEFFCustomer,E-mail\r\nacme,=a@x\r\nacme,b@x\r\nacme,'c@x\r\n",
    );
  });

  it("gives every cell back as it was, whatever the delimiter", async () => {
    const folder = await makeTemporaryFolder();
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(";", "\t", "|", ",", "\r", "\n", "\r\n", '""'),
    );
    const rows = fc.array(fc.tuple(fc.constant("x"), cell), { minLength: 1, maxLength: 20 });
    const delimiter = fc.constantFrom(["comma", ","], ["semicolon", ";"], ["tab", "\t"], ["pipe", "|"]);
    await fc.assert(
      fc.asyncProperty(rows, delimiter, async (cells, [name = "", character = ""]) => {
        const outcomes = cells.map((cells, index) => outcome({ row: index + 2, status: "failed", cells }));
        const files = [readFileOf("users", { delimiter: name })];
        const { failed } = await writeReports(sourceOf(outcomes, { files }), folder);
        const text = await readFile(failed[1]?.path ?? "");
        expect(parse(text, { bom: true, delimiter: character }).slice(1)).toEqual(cells);
      }),
      { numRuns: 12 },
    );
  });

  it("is replaced when the results are written again", async () => {
    const folder = await makeTemporaryFolder();
    await writeReports(sourceOf([outcome({ status: "failed", problems: [refused] })]), folder);
    const { failed, notices } = await writeReports(sourceOf([outcome()]), folder);
    expect(failed).toEqual([]);
    expect(notices).toEqual([]);
    expect(await readdir(join(folder, "failed"))).toEqual([]);
  });

  it("keeps a copy of a file that was corrected in the meantime", async () => {
    const folder = await makeTemporaryFolder();
    const source = sourceOf([outcome({ status: "failed", problems: [refused] })]);
    for (const correction of ["first", "second"]) {
      await writeReports(source, folder);
      await writeFile(join(folder, "failed", "users.csv"), correction);
    }
    const { notices } = await writeReports(source, folder);
    expect(notices.map(inEnglish)).toEqual([expect.stringContaining("kept as failed/edited-users-2.csv")]);
    expect(await readdir(join(folder, "failed"))).toEqual([
      ...["correct.xlsx", "edited-users-2.csv", "edited-users.csv", "users.csv"],
    ]);
    expect(await readFile(join(folder, "failed", "edited-users.csv"), "utf8")).toBe("first");
  });
});
