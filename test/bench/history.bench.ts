/** What it costs to find all that happened to a person, as runs grow; beside it, reading the results.csv of one run after the other. */
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";
import { apply } from "../../src/pipeline/apply.ts";
import { history } from "../../src/pipeline/history.ts";
import { runContext } from "../../src/run/context.ts";
import { defaultLimits } from "../../src/run/defaults.ts";
import { connect } from "../../src/runtime.ts";
import { startSimulator } from "../../src/simulator/server.ts";
import { systemClock } from "../../src/system-clock.ts";
import { readResults } from "../support/read-results.ts";
import { scriptedTarget } from "../support/scripted-target.ts";

const steps = (process.env.HISTORY_RUNS ?? "10,100,1000").split(",").map(Number);
const usersPerCustomer = 50;
const customersPerRun = 20;
const everywhere = "ann@everywhere.example.com";

const place = { address_line1: "Street 1", city: "Utrecht", state: "UT", postal_code: "3511 AB", country: "NL" };

/** A thousand users, all of whom but one are new in each run. */
function rowsOf(run: number) {
  const ids = Array.from({ length: customersPerRun }, (_, index) => `C-${run}-${index}`);
  return {
    templates: [{ template_name: "Bench", country: "NL" }],
    customers: ids.map((external_id) => ({
      ...{ external_id, name: external_id, admin_email: `admin@${external_id}.example.com`, template: "Bench" },
      ...{
        packages: "webex_calling",
        supported_location: "yes",
        ...place,
        hq_timezone: "Europe/Amsterdam",
        hq_language: "nl_NL",
      },
    })),
    users: ids.flatMap((customer, index) =>
      Array.from({ length: usersPerCustomer }, (_, user) => ({
        ...{ customer, first_name: `First${user}`, last_name: `Last${user}`, package: "webex_calling" },
        email: user + index === 0 ? everywhere : `user${user}@${customer}.example.com`,
        extension: String(1_000 + user),
      })),
    ),
  };
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const startMs = systemClock.monotonic();
  await work();
  return `${((systemClock.monotonic() - startMs) / 1_000).toFixed(2)} s`;
}

async function linesOf(email: string, stateFolder: string): Promise<number> {
  let lines = 0;
  for await (const _ of history({ email }, stateFolder)) lines += 1;
  return lines;
}

async function readOneByOne(email: string, stateFolder: string): Promise<number> {
  let lines = 0;
  for (const runId of await readdir(join(stateFolder, "runs"))) {
    const results = await readResults(join(stateFolder, "runs", runId, "results.csv"));
    lines += results.filter(({ key, action }) => key === email && action !== "none").length;
  }
  return lines;
}

describe("history", () => {
  it(`of runs with ${usersPerCustomer * customersPerRun} users each`, async () => {
    const stateFolder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
    const simulator = await startSimulator({ db: ":memory:", clock: systemClock });
    const context = runContext({ stateFolder, operator: "bench", logLevel: "error" });
    const connectTo = async () => ({
      ...(await connect({ name: "simulator", baseUrl: simulator.baseUrl, stateFolder, onRequest: () => undefined })),
      target: scriptedTarget(systemClock, { latencyMs: 0 }), // the journals of a thousand runs, not what they send
    });
    const options = {
      ...{ limits: defaultLimits, confirm: async () => true, files: { hasWorkbooks: false } },
    };
    try {
      let runs = 0;
      for (const wanted of steps) {
        const made = await seconds(async () => {
          for (; runs < wanted; runs += 1) {
            const { written } = await apply({ batch: { rows: rowsOf(runs) }, options, connect: connectTo }, context);
            const { statuses } = written.run.total;
            if (statuses.succeeded < 1_000) throw new Error(JSON.stringify({ statuses, why: written.run.errorGroups }));
          }
        });
        const one = `user7@C-${runs - 1}-3.example.com`.toLowerCase();
        console.log(`${runs} runs (made in ${made})`);
        console.log(`  first time, all run files read: ${await seconds(() => linesOf(one, stateFolder))}`);
        const { size } = await stat(join(stateFolder, "history.db"));
        console.log(`  history.db: ${(size / 1024 ** 2).toFixed(1)} MiB`);
        for (const email of [one, everywhere]) {
          const lines = await linesOf(email, stateFolder);
          console.log(`  ${lines} lines: ${await seconds(() => linesOf(email, stateFolder))}`);
        }
        let byHand = 0;
        const took = await seconds(async () => {
          byHand = await readOneByOne(everywhere, stateFolder);
        });
        console.log(`  ${byHand} lines, by reading each results.csv: ${took}`);
      }
    } finally {
      await simulator.close();
      await rm(stateFolder, { recursive: true, force: true });
    }
  });
});
