/** Refused rows on their way through a person's spreadsheet program and back. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newestRun, readResults } from "../support/read-results.ts";
import { applyWithMistakes } from "../support/refused-users.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

async function newestResults(folder: string) {
  return readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
}

describe("fix", () => {
  it("shows each cell before and after, and writes nothing when it cannot ask", async () => {
    const { folder, run } = await applyWithMistakes();
    const before = await readFile(join(run, "failed", "users.csv"), "utf8");
    const asked = await runHere(["fix"], folder);
    expect(asked.code).toBe(2);
    expect(asked.out).toContain('failed/users.csv:2 phone_number  "31207000002" -> "+31207000002"');
    expect(asked.err).toContain("add --yes");
    expect(await readFile(join(run, "failed", "users.csv"), "utf8")).toBe(before);
  });

  it("writes both forms, says what is left, and neither form passes for edited", async () => {
    const { folder, run } = await applyWithMistakes();
    const fixed = await runHere(["fix", "--code", "phone_lost_plus", "--yes"], folder);
    expect(fixed.code, fixed.err).toBe(0);
    expect(fixed.out).toContain("1 row left to correct by hand");
    expect(fixed.out).toContain("[unknown_location]");
    expect(await readFile(join(run, "failed", "users.csv"), "utf8")).toContain("+31207000002");

    const retried = await runHere(["retry"], folder);
    expect(retried.err).not.toContain("edited");
    expect(retried.code).toBe(1);
    const results = await newestResults(folder);
    expect(results.map(({ key, status }) => `${key} ${status}`)).toEqual([
      "b@acme.example.com succeeded",
      "c@acme.example.com invalid",
    ]);
  });

  it("leaves to a person only what no repair is known for, and counts what repairs of other codes put right", async () => {
    const folder = await makeTemporaryFolder();
    await runHere(["apply", join(samplesFolder, "with-mistakes")], folder);
    const refused = (await newestResults(folder)).filter(({ status }) => /invalid|blocked|failed/.test(status ?? ""));

    const one = await runHere(["fix", "--code", "phone_lost_plus", "--yes"], folder);
    expect(one.out).toContain("1 row can be corrected for other causes: wholesale-import fix");
    expect(one.out).not.toContain("[non_breaking_space]");
    // a row that waits for a refused one is counted, and told of where that one stands
    expect(one.out).toMatch(/failed.customers\.csv:2 · name \(invalid; blocks 2 rows\)/);
    expect(one.out).not.toContain("[blocked]");

    const all = await runHere(["fix", "--yes"], folder);
    expect(all.out).not.toContain("for other causes");
    expect(refused).toHaveLength(31);
    expect(all.out).toContain("28 rows left to correct by hand");
  });

  it("knows its codes", async () => {
    const { folder } = await applyWithMistakes();
    const unknown = await runHere(["fix", "--code", "phone_lost_pluss", "--yes"], folder);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("Did you mean phone_lost_plus?");
    const other = await runHere(["fix", "--code", "duplicate_key", "--yes"], folder);
    expect(other.code).toBe(0);
    expect(other.out).toContain("no cell has a certain correction");
  });
});
