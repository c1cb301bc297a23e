/** What `undo` wants to hear before it takes anything from Webex. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runNamedBy } from "../support/read-results.ts";
import { runProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { runAtTerminal } from "../support/terminal.ts";
import { writeBatch } from "../support/write-batch.ts";

const access = { WEBEX_ACCESS_TOKEN: "partner-token" };
const known = "YTQ1ZGE5ZTAtMzBjOC00ZDk0LWE0YjEtNjE2NjU2ZmZlMjNj";

/** Two customers, made on Webex by one run; a simulator stands in for it. */
async function twoCustomers() {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex();
  await webex.makeTemplate("Calling", known);
  const rows = { templates: [{ provisioning_id: known }], customers: [{}, {}], users: [{}] };
  const batch = await writeBatch(folder, "batch", rows);
  const state = join(folder, "state");
  const target = ["--target", "webex", "--base-url", webex.baseUrl, "--state", state];
  const applied = await runProgram(["apply", batch, ...target, "--yes"], folder, access);
  const runId = /[^/]+$/.exec(runNamedBy(applied, state))?.[0] ?? "";
  await webex.forgetStats();
  return {
    webex,
    undo: (typed?: string, ...more: readonly string[]) =>
      runAtTerminal(["undo", runId, "--state", state, ...more], access, typed),
    left: async () => (await webex.state()).customers?.length,
  };
}

describe("undo on webex", () => {
  it("shows its plan, asks for the number of customers, and takes them when that is right", async () => {
    const { undo, left } = await twoCustomers();
    const { code, shown } = await undo("2");
    expect(shown).toContain("removes 2 customers completely, with 1 user");
    expect(shown.indexOf("type the number of customers")).toBeGreaterThan(shown.indexOf("removes 2 customers"));
    expect(code).toBe(0);
    expect(await left()).toBe(0);
  });

  it.each(["3", "", "yes", "two"])("removes nothing when %j is typed", async (typed) => {
    const { undo, left, webex } = await twoCustomers();
    const { code, shown } = await undo(typed);
    expect(code).toBe(2);
    expect(shown).toContain("Nothing was removed");
    expect((await webex.stats()).writes).toBe(0);
    expect(await left()).toBe(2);
  });

  it("requires the number as a flag when there is no terminal, and accepts only the right one", async () => {
    const { undo, left } = await twoCustomers();
    expect(await undo(undefined)).toMatchObject({ code: 2, shown: expect.stringContaining("add --customers <n>") });
    expect(await undo(undefined, "--customers", "3")).toMatchObject({ code: 2 });
    expect(await left()).toBe(2);
    expect(await undo(undefined, "--customers", "2")).toMatchObject({ code: 0 });
    expect(await left()).toBe(0);
  });
});
