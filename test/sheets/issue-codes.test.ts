import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { cellIssueCodes } from "../../src/model/cell-issue-codes.ts";
import { fileIssueCodes } from "../../src/model/file-issue-codes.ts";
import { issueCodes, issueFacts } from "../../src/model/issue-codes.ts";
import { rowIssueCodes } from "../../src/model/row-issue-codes.ts";

async function textOf(folder: string): Promise<string> {
  const names = await readdir(folder);
  const texts = await Promise.all(
    names.filter((name) => name.endsWith(".ts")).map((name) => readFile(join(folder, name), "utf8")),
  );
  return texts.join("\n");
}

test.each(Object.entries(issueCodes))("%s says what it means and what to do", (code, facts) => {
  expect(code).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
  expect(Object.values(facts).filter((text) => text.trim() === "")).toEqual([]);
});

it("the catalogue has no code of files, rows and cells that nothing reports", async () => {
  const source = await textOf("src/sheets");
  const codes = Object.keys({ ...fileIssueCodes, ...rowIssueCodes, ...cellIssueCodes });
  expect(codes.filter((code) => !source.includes(`"${code}"`))).toEqual([]);
});

it("the rules across rows report no code that the catalogue lacks", async () => {
  const source = await textOf("src/plan");
  const reported = [...source.matchAll(/\bcode: "([a-z_]+)"/g)].map(([, code = ""]) => code);
  expect(reported.filter((code) => issueFacts(code) === undefined)).toEqual([]);
});

/** `cell.error("code"`, `row.warn("column", "code"`: with every severity that the code is reported with. */
function severitiesIn(source: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, how = "", code = ""] of source.matchAll(
    /\b(error|warn)\(\s*(?:[\w.]+,\s*|"\w+",\s*)?"([a-z0-9_]+)",/g,
  )) {
    const severity = how === "warn" ? "warning" : how;
    found.set(code, (found.get(code) ?? new Set()).add(severity));
  }
  return found;
}

it("the catalogue has the severity with which the sheets report", async () => {
  const reported = [...severitiesIn(await textOf("src/sheets"))];
  expect(reported.length).toBeGreaterThan(30);
  const wrong = reported.filter(([code, severities]) => {
    const said = issueFacts(code)?.severity;
    return said !== "either" && [...severities].some((severity) => severity !== said);
  });
  expect(wrong).toEqual([]);
});

it("a code of somebody else has no facts", () => {
  expect(issueFacts("constructor")).toBeUndefined();
});
