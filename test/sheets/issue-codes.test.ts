import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { issueCodeGroups, issueFacts } from "../../src/model/issue-codes.ts";
import type { ProblemCode } from "../../src/model/problem-code.ts";

async function textOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => name.endsWith(".ts")).map((name) => readFile(join(folder, name), "utf8")),
  );
  return texts.join("\n");
}

it("the catalogue has no code of files, rows and cells that nothing reports", async () => {
  const source = await textOf("src/sheets");
  const { files, rows, cells } = issueCodeGroups;
  const codes = Object.keys({ ...files, ...rows, ...cells });
  expect(codes.filter((code) => !source.includes(`"${code}"`))).toEqual([]);
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

it("a code that no catalogue has does not compile, and one of Webex does", () => {
  const codes: ProblemCode[] = ["required", "route_refused", "http_503", "10022"];
  // @ts-expect-error it is spelled "required"
  codes.push("requird");
  expect(codes).toHaveLength(5);
});

it("a code of someone else has no facts", () => {
  expect(issueFacts("constructor")).toBeUndefined();
});
