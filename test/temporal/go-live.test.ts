/** What is due, carried out by the distributed engine: numbers activated and people mailed once, though answers are lost and a worker dies. */
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { hurriedClock } from "../support/hurried-clock.ts";
import { newestRun, readErrors, readResults } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal } from "../support/temporal-server.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";

const day = "2025-03-30";
const numbersRoute = "PUT /telephony/config/locations/{locationId}/numbers";

/** A clock that goes on from that moment. */
function clockFrom(moment: string) {
  const hurried = hurriedClock(10);
  const behindMs = hurried.now() - Date.parse(moment);
  return { ...hurried, now: () => hurried.now() - behindMs };
}

describe.runIf(hasTemporal)("a day on which something goes live, on Temporal", () => {
  it("is carried out once, and reported", { timeout: soakTimeoutMs }, async () => {
    await using server = await startTemporal();
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex({ latencyMs: 50 });
    const at = ["--target", "simulator", "--base-url", webex.baseUrl];
    const batch = await writeBatch(folder, "import", {
      templates: [{}],
      customers: [{ welcome_on: day }],
      locations: [1, 2, 3, 4].map((place) => ({
        ...{ name: `Branch ${place}`, pstn: "Simulated Carrier", activate_on: day },
        phone_numbers: `+312000${place}0000-+312000${place}0229`,
      })),
      users: [{}],
    });
    const imported = await runHere(["apply", batch, ...at], folder, {}, clockFrom("2025-03-20T12:00:00Z"));
    expect(imported.code, imported.err).toBe(0);
    const active = async () => ((await webex.state()).numbers ?? []).filter(({ state }) => state === "ACTIVE").length;
    expect(await active()).toBe(0);

    const mails = "POST /identity/organizations/{orgId}/jobs/sendActivationEmails";
    await webex.turnKnobs({ faults: [`${numbersRoute}=lost:4x`, `${mails}=lost:1x`] });
    await webex.forgetStats();
    const environment = { TEMPORAL_ADDRESS: server.address };
    const start = (...args: readonly string[]) => {
      const running = startProgram(args, folder, environment);
      onTestFinished(async () => {
        running.child.kill("SIGKILL");
        await running.ended;
      });
      return running;
    };
    const addWorker = async (name: string) => {
      const worker = start("worker", ...at, "--state", join(folder, name));
      await until(() => worker.err().includes("worker of") || worker.child.exitCode !== null);
      return worker;
    };
    const done = async () => {
      const outcomes = (await webex.stats()).requests[numbersRoute] ?? {};
      return (outcomes["204"] ?? 0) + (outcomes.lost ?? 0);
    };
    const first = await addWorker("worker-1");
    const due = start("apply", "--due", ...at, "--engine", "temporal", "--worker-timeout", "3s");
    await until(async () => due.child.exitCode !== null || (await done()) >= 2);
    first.child.kill("SIGKILL");
    await addWorker("worker-2");

    const { code, err } = await due.ended;
    expect(code, err).toBe(0);
    expect(await active()).toBe(920);
    expect(await done()).toBe(12);
    expect((await webex.state()).welcomes).toHaveLength(1);
    const run = await newestRun(join(folder, ".wholesale-import"));
    const results = await readResults(join(run, "results.csv"));
    expect(results.map(({ sheet, status }) => `${sheet} ${status}`)).toEqual([
      "customers succeeded",
      ...Array.from({ length: 4 }, () => "locations succeeded"),
    ]);
    expect((await readErrors(join(run, "errors.csv"))).map((error) => error.code)).toEqual(["welcome_sent_or_unknown"]);
    const again = await start("apply", "--due", ...at).ended;
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("Nothing is due")]);
  });
});
