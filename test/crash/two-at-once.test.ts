import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  differences,
  readOutcome,
  runUndisturbed,
  setScene,
  smallBatch,
  stateFolderOf,
} from "../support/disturbed-run.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { until } from "../support/until.ts";

const reference = runUndisturbed(smallBatch);
const busy = /Another process is working on .* \(run \d{8}-\d{6}-\w{4}, process \d+\)\. Wait until it has ended/;

describe("two processes with the same batch", { timeout: soakTimeoutMs }, () => {
  it("at once: one does it all, the other says who is at it, and leaves nothing behind", async () => {
    await using scene = await setScene(smallBatch, { latencyMs: 200 });
    const ends = await Promise.all([scene.apply().ended, scene.apply().ended]);
    expect(ends.map(({ code }) => code).toSorted()).toEqual([0, 2]);
    expect(ends.find(({ code }) => code === 2)?.err).toMatch(busy);
    expect(await readdir(join(stateFolderOf(scene), "runs"))).toHaveLength(1);
    expect(differences(await reference, await readOutcome(scene, stateFolderOf(scene)))).toEqual([]);
  });

  it("one after the other: the second finds everything done, and writes nothing", async () => {
    await using scene = await setScene(smallBatch);
    await scene.apply().ended;
    await scene.webex.forgetStats();
    const second = await scene.apply().ended;
    expect(second.code).toBe(0);
    const { rows, state, writes } = await readOutcome(scene, stateFolderOf(scene));
    expect(rows.every((row) => row.endsWith("none unchanged"))).toBe(true);
    expect(state).toEqual((await reference).state);
    expect(writes).toBe(0);
  });

  it("cannot both resume a run, nor resume one that is still under way", async () => {
    await using scene = await setScene(smallBatch, { latencyMs: 200 });
    const running = scene.apply();
    await until(async () => ((await scene.webex.state()).customers?.length ?? 0) > 0);
    running.child.kill("SIGSTOP"); // it cannot come to its end meanwhile
    const refused = await scene.start(["resume"]).ended;
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(busy);
    running.child.kill("SIGKILL");
    await running.ended;
    const ends = await Promise.all([scene.start(["resume"]).ended, scene.start(["resume"]).ended]);
    expect(ends.map(({ code }) => code).toSorted()).toEqual([0, 2]);
    expect(differences(await reference, await readOutcome(scene, stateFolderOf(scene)), 10)).toEqual([]);
  });
});
