import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countBy, newestRun, readErrors, readResults } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

describe("applying the samples", () => {
  it("provisions every row once, and a second time changes nothing", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex();
    const args = ["apply", samplesFolder, "--base-url", webex.baseUrl];

    const first = await runProgram(args, folder);
    expect(first.err).toContain("simulator at");
    expect(first.code).toBe(0);
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(results).toHaveLength(3 + 12 + 30 + 200);
    expect(countBy(results, ({ action, status }) => `${action} ${status}`)).toEqual({ "create succeeded": 245 });

    const state = await webex.state();
    expect(state.templates).toHaveLength(3);
    expect(state.customers).toHaveLength(12);
    expect(new Set(state.subscribers?.map(({ email }) => email)).size).toBe(200);
    expect(state.subscribers).toHaveLength(200);

    await webex.forgetStats();
    const second = await runProgram(args, folder);
    expect(second.code).toBe(0);
    const again = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(countBy(again, ({ action, status }) => `${action} ${status}`)).toEqual({ "none unchanged": 245 });
    expect((await webex.stats()).writes).toBe(0);
  });

  it("provisions what is right in the samples with mistakes, and reports each mistake at its place", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex();
    const ended = await runHere(["apply", join(samplesFolder, "with-mistakes"), "--base-url", webex.baseUrl], folder);
    expect(ended.code).toBe(1);

    const run = await newestRun(join(folder, ".wholesale-import"));
    const results = await readResults(join(run, "results.csv"));
    expect(results).toHaveLength(38);
    const blocked = results.filter(({ status }) => status === "blocked");
    expect(blocked.map(({ blocked_by }) => blocked_by)).toEqual(
      blocked.map(() => expect.stringMatching(/^customers\.csv:\d+$/)),
    );
    const customers = results.filter(({ sheet }) => sheet === "customers");
    expect(customers.filter(({ status }) => status === "succeeded").map(({ key }) => key)).toEqual([
      "NL-7001",
      "BE-7002",
    ]);

    const errors = await readErrors(join(run, "errors.csv"));
    expect(errors.every(({ file, message }) => file && message)).toBe(true);
    expect(errors.filter(({ severity, row }) => severity === "error" && row === "")).toEqual([]);
  });
});
