import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newestRun, readResults } from "../support/read-results.ts";
import { recordBetween } from "../support/recording-proxy.ts";
import { type Running, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";

const provisioningId = "YTQ1ZGE5ZTAtMzBjOC00ZDk0LWE0YjEtNjE2NjU2ZmZlMjNj";

/** A partner with a token, a worker and a Webex that a simulator stands in for. */
async function openPartner({ address }: TemporalServer, name: string) {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex();
  await webex.makeTemplate("Calling", provisioningId);
  const { exchanges, baseUrl } = await recordBetween(webex.origin);
  const token = `secret-token-of-${name}`;
  const environment = { TEMPORAL_ADDRESS: address, WEBEX_ACCESS_TOKEN: token };
  const start = (command: string, state: string, ...more: readonly string[]) =>
    startProgram(
      [command, ...more, "--target", "webex", "--base-url", baseUrl, "--state", join(folder, state)],
      folder,
      environment,
    );
  const batch = await writeBatch(folder, "batch", {
    templates: [{ provisioning_id: provisioningId }],
    customers: [{ external_id: `${name}-1` }, { external_id: `${name}-2` }],
    users: Array.from({ length: 6 }, (_, index) => ({
      customer: `${name}-${(index % 2) + 1}`,
      email: `user${index}@${name}.example.com`,
      location: "",
    })),
  });
  const worker = start("worker", "worker-state");
  await until(() => worker.err().includes("worker of") || worker.child.exitCode !== null);
  return {
    token,
    worker,
    webex,
    tokensSent: () => new Set(exchanges.map((exchange) => exchange.token)),
    apply: () => start("apply", "state", batch, "--yes", "--engine", "temporal"),
    results: async () => readResults(join(await newestRun(join(folder, "state")), "results.csv")),
  };
}

async function end({ child, ended }: Running): Promise<void> {
  child.kill("SIGTERM");
  await ended;
}

describe.runIf(hasTemporal)("partners side by side on Temporal", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal();
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it("are each served with their own token, which Temporal never sees", { timeout: soakTimeoutMs }, async () => {
    const partners = await Promise.all([openPartner(temporal, "acme"), openPartner(temporal, "brand")]);
    const ended = await Promise.all(partners.map((partner) => partner.apply().ended));
    expect(ended.map(({ code, err }) => (code === 0 ? "well" : err))).toEqual(["well", "well"]);
    for (const { token, tokensSent, results, webex } of partners) {
      expect([...tokensSent()]).toEqual([token]);
      expect((await results()).map(({ status }) => status)).not.toContain("failed");
      expect(await webex.state()).toMatchObject({ customers: { length: 2 } });
      expect((await webex.stats()).duplicateCreates).toBe(0);
    }
    await Promise.all(partners.map(({ worker }) => end(worker)));
    const written = await temporal.written();
    expect(partners.map(({ token }) => written.includes(token))).toEqual([false, false]);
    expect(written.includes("user0@acme.example.com")).toBe(true);
    console.log(`2 partners; ${written.length} bytes written by Temporal, tokens in them: 0`);
  });
});
