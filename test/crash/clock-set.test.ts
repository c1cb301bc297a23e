import { describe, expect, it } from "vitest";
import {
  differences,
  readOutcome,
  runUndisturbed,
  setScene,
  smallBatch,
  stateFolderOf,
  untilRequests,
} from "../support/disturbed-run.ts";
import { projectFolder } from "../support/run-program.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { until } from "../support/until.ts";

const reference = runUndisturbed(smallBatch);

describe.each([
  ["back an hour", -3_600_000],
  ["forward a day", 86_400_000],
])("a run whose clock is set %s in its middle", { timeout: soakTimeoutMs }, (_how, byMs) => {
  it.each([[[]], [["--rate", "20"]]])("continues, with the flags %j", async (flags) => {
    await using scene = await setScene(smallBatch, { latencyMs: 100 });
    const running = scene.start(["apply", smallBatch, "--base-url", scene.webex.baseUrl, ...flags], {
      NODE_OPTIONS: `--import ${projectFolder}test/support/set-clock.mjs`,
      SET_CLOCK_BY_MS: String(byMs),
    });
    await untilRequests(scene, running, 12);
    running.child.kill("SIGUSR2");
    await until(() => running.err().includes("the clock is set"));
    const ended = await running.ended;
    expect(ended.code).toBe(0);
    expect(differences(await reference, await readOutcome(scene, stateFolderOf(scene)))).toEqual([]);
  });
});
