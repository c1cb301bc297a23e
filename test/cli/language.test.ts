import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeLostPlus } from "../support/lost-plus.ts";
import { newestRun, readErrors, readResults } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const dutch = "31207000002 begint niet met een +: waarschijnlijk heeft een spreadsheet die verwijderd.";
const dutchHint = 'Vul "+31207000002" in en geef de kolom de opmaak Tekst.';
const english = "31207000002 has no leading +: a spreadsheet probably removed it.";

async function batch(): Promise<string> {
  const folder = await makeTemporaryFolder();
  await writeLostPlus(folder);
  return folder;
}

async function messagesIn(folder: string) {
  const [errors, results, customers, summary] = await Promise.all([
    readErrors(join(folder, "errors.csv")),
    readResults(join(folder, "results.csv")),
    readFile(join(folder, "by_customer.csv"), "utf8"),
    readFile(join(folder, "summary.json"), "utf8"),
  ]);
  const of = (code: string) => errors.find((line) => line.code === code);
  return {
    message: of("phone_lost_plus")?.message,
    hint: of("phone_lost_plus")?.hint,
    result: results.find(({ error_code: code }) => code === "phone_lost_plus")?.message,
    customers,
    summary,
  };
}

describe("the language of a run", () => {
  it("is that of its files and of the screen, stays with it, and is English for programs", async () => {
    const folder = await batch();
    const applied = await runHere(["apply", ".", "--language", "nl", "--reasons"], folder);
    expect([applied.code, applied.out]).toEqual([1, expect.stringContaining(dutchHint)]);
    const run = await newestRun(join(folder, ".wholesale-import"));
    const first = await messagesIn(run);
    expect(first).toMatchObject({ message: dutch, hint: dutchHint, result: dutch });
    expect(first.customers).toContain(dutch);
    expect(first.summary).toContain(english);
    expect(await readFile(join(run, "failed", "users.csv"), "utf8")).toContain(dutch);

    await runHere(["report", "--out", "again"], folder, { LANG: "en_US.UTF-8" });
    expect(await readFile(join(folder, "again", "errors.csv"), "utf8")).toBe(
      await readFile(join(run, "errors.csv"), "utf8"),
    );
  });

  it("may be another when its files are written again", async () => {
    const [folder, other] = [await batch(), await batch()];
    await runHere(["apply", "."], folder, { LANG: "nl_NL.UTF-8" });
    await runHere(["apply", "."], other, { LANG: "nl_NL.UTF-8", LC_ALL: "C" });
    await runHere(["report", "--language", "en", "--out", "english"], folder);
    const inEnglish = await readFile(join(folder, "english", "errors.csv"), "utf8");
    expect(inEnglish).toContain(english);
    expect(inEnglish).toBe(
      await readFile(join(await newestRun(join(other, ".wholesale-import")), "errors.csv"), "utf8"),
    );
  });

  it("is set for all runs by a setting, and refused where we do not speak it", async () => {
    const folder = await batch();
    const checked = await runHere(["validate", ".", "--out", "out"], folder, { WHOLESALE_IMPORT_LANGUAGE: "nl" });
    expect([checked.code, checked.out]).toEqual([1, expect.stringContaining(dutchHint)]);
    expect((await messagesIn(join(folder, "out"))).message).toBe(dutch);
    const refused = await runHere(["validate", "."], folder, { WHOLESALE_IMPORT_LANGUAGE: "de" });
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("Allowed choices are en, nl")]);
  });

  it("is that of the plan that is read, and not of the one that is applied", async () => {
    const folder = await batch();
    await runHere(["plan", ".", "--language", "nl", "--out", "plan.json"], folder);
    expect(await readFile(join(folder, "plan.csv"), "utf8")).toContain(dutch);
    expect(await readFile(join(folder, "plan.json"), "utf8")).toContain(english);
  });
});
