import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { ReadOptions } from "../../src/sheets/read/read-sheet.ts";
import { operator } from "../support/operator.ts";
import { validateBatch } from "../support/validated-batch.ts";

/** Each folder is a case: rows, and the whole errors.csv that they give. Its name begins with the rule that it is about. */
const folder = "test/fixtures/rules";

type Rule = { readonly rule: string; readonly severity: string; readonly says: string };

const rules = parse(readFileSync(join(folder, "rules.csv")), { columns: true }) as readonly Rule[]; // columns: true gives these
const cases = readdirSync(folder).filter((name) => name !== "rules.csv");
/** Found at the target, not by `validate`. */
const atRunTime: ReadonlySet<string> = new Set(["V19"]);

const ruleOf = (name: string) => (name.split("-")[0] ?? "").toUpperCase();
const errorsPath = (name: string) => join(folder, name, "errors.csv");

/** What is given to the program: the folder of the case, unless it says otherwise. */
function argumentsOf(name: string): readonly string[] {
  const path = join(folder, name, "arguments.txt");
  if (!existsSync(path)) return [join(folder, name)];
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((argument) => join(folder, name, argument));
}

/** The options of reading, where a case has some. */
function readingOf(name: string): ReadOptions {
  const path = join(folder, name, "reading.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ReadOptions) : {}; // written for this test
}

/** The kinds of lines that the cases of a rule expect. */
function severitiesOf(rule: string): ReadonlySet<string> {
  const lines = cases
    .filter((name) => ruleOf(name) === rule)
    .flatMap((name) => parse(readFileSync(errorsPath(name)), { bom: true, columns: true }) as { severity: string }[]); // as above
  return new Set(lines.map(({ severity }) => severity));
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  E: ["error"],
  W: ["warning"],
  "E/W": ["error", "warning"],
  "-": [],
};

describe("the rules", () => {
  it.each(cases.filter((name) => !atRunTime.has(ruleOf(name))))("%s", async (name) => {
    const { errors } = await validateBatch(argumentsOf(name), readingOf(name));
    await expect(errors).toMatchFileSnapshot(join("../..", errorsPath(name)));
  });

  it.each(cases.filter((name) => atRunTime.has(ruleOf(name))))("%s, at the target", async (name) => {
    const { apply } = await operator();
    const run = await apply(join(folder, name));
    await expect(await readFile(join(run.folder, "errors.csv"), "utf8")).toMatchFileSnapshot(
      join("../..", errorsPath(name)),
    );
  });

  it("each have a case, of each severity that they have", () => {
    const isCovered = ({ rule, severity }: Rule) => {
      const found = severitiesOf(rule);
      const isTried = cases.some((name) => ruleOf(name) === rule);
      return isTried && (kinds[severity] ?? ["unknown severity"]).every((kind) => found.has(kind));
    };
    const ofChecklist = rules.filter(({ rule }) => rule.startsWith("V"));
    const count = (some: readonly Rule[]) => `${some.filter(isCovered).length}/${some.length}`;
    console.log(
      `rules covered / all rules: ${count(rules)}, of the checklist V1-V21: ${count(ofChecklist)}, cases: ${cases.length}`,
    );
    expect(rules.filter((rule) => !isCovered(rule))).toEqual([]);
    expect(ofChecklist).toHaveLength(21);
    expect(cases.filter((name) => !rules.some(({ rule }) => rule === ruleOf(name)))).toEqual([]);
  });
});
