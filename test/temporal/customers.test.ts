/** Customers that are taken over, and removed for good, by the distributed engine: as on one machine, at webex without a terminal. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newestRun, readResults } from "../support/read-results.ts";
import { type Running, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal } from "../support/temporal-server.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";

const provisioningId = "YTQ1ZGE5ZTAtMzBjOC00ZDk0LWE0YjEtNjE2NjU2ZmZlMjNj";

async function end({ child, ended }: Running): Promise<void> {
  child.kill("SIGTERM");
  await ended;
}

describe.runIf(hasTemporal)("customers under other ids, and customers that leave, on Temporal", () => {
  it("come to the same end, and only with the flags that allow it", { timeout: soakTimeoutMs }, async () => {
    await using server = await startTemporal();
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex();
    await webex.makeTemplate("Calling", provisioningId);
    const environment = { TEMPORAL_ADDRESS: server.address, WEBEX_ACCESS_TOKEN: "token" };
    const start = (command: string, ...more: readonly string[]) =>
      startProgram(
        [command, ...more, "--target", "webex", "--base-url", webex.baseUrl, "--state", join(folder, command)],
        folder,
        environment,
      );
    const worker = start("worker");
    await until(() => worker.err().includes("worker of") || worker.child.exitCode !== null);
    const apply = async (batch: string, ...flags: readonly string[]) => {
      const { code, err } = await start("apply", batch, "--yes", "--engine", "temporal", ...flags).ended;
      const results = await readResults(join(await newestRun(join(folder, "apply")), "results.csv"));
      return { code, err, rows: results.map(({ action, status }) => `${action} ${status}`) };
    };
    const templates = [{ provisioning_id: provisioningId }];
    const users = [{ customer: "C2", location: "" }];
    const first = await writeBatch(folder, "first", {
      templates,
      customers: [{ external_id: "HAND-1" }, {}],
      users,
    });
    expect((await apply(first)).code).toBe(0);

    const later = await writeBatch(folder, "later", { customers: [{}, { action: "remove" }] });
    const allowed = ["--adopt", "--allow-customer-removals", "--delete-organizations"];
    const refused = await apply(later, ...allowed);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("removals_not_confirmed")]);
    const { code, rows } = await apply(later, ...allowed, "--max-removals", "1");
    expect([code, rows]).toEqual([0, ["update succeeded", "delete succeeded"]]);
    const { customers = [], organizations = [] } = await webex.state();
    expect(customers.map(({ externalId }) => externalId)).toEqual(["C1"]);
    expect(organizations).toHaveLength(1);
    await end(worker);
  });
});
