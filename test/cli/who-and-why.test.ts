/** Who did it, and for which ticket: said once, and told by everything that tells of the run. */
import { readdir, readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const samples = samplesFolder;
const who = ["--operator", "Ann de Vries", "--ticket", "CHG-4711"];

async function summaryOf(folder: string): Promise<Record<string, unknown>> {
  const runs = join(folder, ".wholesale-import/runs");
  const newest = (await readdir(runs)).toSorted().at(-1) ?? "";
  return JSON.parse(await readFile(join(runs, newest, "summary.json"), "utf8")) as Record<string, unknown>;
}

describe("operator and ticket", () => {
  it("stand in the list of runs, in the run as shown, and in its summary", async () => {
    const folder = await makeTemporaryFolder();
    expect((await runHere(["apply", samples, ...who], folder)).code).toBe(0);
    const told = { operator: "Ann de Vries", ticket: "CHG-4711" };
    expect(JSON.parse((await runHere(["runs", "show"], folder)).out)).toMatchObject(told);
    expect(JSON.parse((await runHere(["runs", "--json"], folder)).out)).toMatchObject([told]);
    expect((await runHere(["runs"], folder)).out).toMatch(/operator +ticket[\s\S]*Ann de Vries +CHG-4711/);
    expect(await summaryOf(folder)).toMatchObject(told);
  });

  it("default to the user of this machine and to none", async () => {
    const folder = await makeTemporaryFolder();
    await runHere(["apply", samples], folder);
    const summary = await summaryOf(folder);
    expect(summary).toMatchObject({ operator: userInfo().username });
    expect(summary).not.toHaveProperty("ticket");
  });

  it("come from the environment too, and a retry belongs to the ticket of the run that it is of", async () => {
    const folder = await makeTemporaryFolder();
    const mistakes = join(samples, "with-mistakes");
    const environment = { WHOLESALE_IMPORT_OPERATOR: "night shift", WHOLESALE_IMPORT_TICKET: "CHG-1" };
    expect((await runHere(["apply", mistakes], folder, environment)).code).toBe(1);
    expect(await summaryOf(folder)).toMatchObject({ operator: "night shift", ticket: "CHG-1" });
    await runHere(["retry", "--operator", "Bob"], folder);
    expect(JSON.parse((await runHere(["runs", "show"], folder)).out)).toMatchObject({
      command: "retry",
      operator: "Bob",
      ticket: "CHG-1",
    });
  });

  it("of an undo are its own", async () => {
    const folder = await makeTemporaryFolder();
    await runHere(["apply", samples, ...who], folder);
    const { runId } = await summaryOf(folder);
    expect((await runHere(["undo", String(runId), "--operator", "Bob", "--ticket", "CHG-2"], folder)).code).toBe(0);
    expect(await summaryOf(folder)).toMatchObject({ command: "undo", operator: "Bob", ticket: "CHG-2" });
  });

  it.each(["", "  ", "two\nlines", "x".repeat(201)])("are refused where they fit no line: %j", async (ticket) => {
    const { code, err } = await runHere(["apply", samples, "--ticket", ticket], await makeTemporaryFolder());
    expect(code).toBe(2);
    expect(err).toContain("Write it on one line of at most 200 characters.");
  });
});
