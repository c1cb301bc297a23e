/** How a run begins, is stopped between its steps, and goes on as it was begun. */

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../src/model/run-event.ts";
import { resume } from "../../src/pipeline/resume.ts";
import { startRun } from "../../src/pipeline/start-run.ts";
import { runContext } from "../../src/run/context.ts";
import { readRunFacts } from "../../src/run/facts.ts";
import type { Connect, RunWishes } from "../../src/run/options.ts";
import { guardFlags, planFlags, type RunFlag } from "../../src/run/run-flags.ts";
import { connect } from "../../src/runtime.ts";
import { englishOf } from "../support/english-of.ts";
import { operator, quickLimits } from "../support/operator.ts";

const batch = { templates: [{}], customers: [{}], users: [{}, {}] };
const call = { limits: quickLimits, confirm: async () => true };

async function scene() {
  const { stateFolder, baseUrl, write } = await operator();
  const inputs = [await write(batch)];
  const events: RunEvent[] = [];
  const connectTo: Connect = (onRequest) => connect({ name: "simulator", baseUrl, stateFolder, onRequest });
  const contextOf = (stop = new AbortController().signal) =>
    runContext({ stateFolder, emit: (event) => void events.push(event), signal: stop });
  const start = (options: RunWishes = {}, stop?: AbortSignal) =>
    startRun(contextOf(stop), { command: "apply", batch: { inputs }, options, connect: connectTo });
  return { stateFolder, inputs, events, connectTo, contextOf, start };
}

describe("a run", () => {
  it("keeps what is asked of it whole, with the defaults of what is not", async () => {
    const { start } = await scene();
    await using run = await start({ isRemovingPackages: true, maxChanges: 3, only: ["C1"] });
    const flags = Object.entries<RunFlag>({ ...planFlags, ...guardFlags });
    const switches = flags.flatMap(([name, { kind }]) => (kind === "switch" ? [[name, false]] : []));
    expect(readRunFacts(run.runFile).options).toEqual({
      ...Object.fromEntries(switches),
      isRemovingPackages: true,
      language: "en",
      only: ["C1"],
      refresh: { mode: "always", afterMs: 7 * 24 * 3_600_000 },
      maxChanges: 3,
    });
  });

  it("goes through its phases step by step", async () => {
    const { start } = await scene();
    await using run = await start();
    const phase = () => readRunFacts(run.runFile).phase;
    expect(phase()).toBe("staging");
    await run.stage();
    expect(phase()).toBe("planning");
    await run.plan(call.limits);
    expect(phase()).toBe("planning");
    await run.confirm(call);
    expect(phase()).toBe("confirmed");
    await run.carryOut(call);
    expect(phase()).toBe("running");
    expect((await run.end({})).exitCode).toBe(0);
    expect(phase()).toBe("finished");
  });

  it("leaves out the steps that follow the one that stopped it, and its end says why", async () => {
    const { start, events } = await scene();
    const stop = new AbortController();
    await using run = await start({}, stop.signal);
    await run.stage();
    stop.abort(new Error("stopped"));
    await run.plan(call.limits);
    await run.confirm({ confirm: () => Promise.reject(new Error("nobody is asked")) });
    await run.carryOut(call);
    const end = await run.end({});
    expect(end).toMatchObject({ exitCode: 130, stopped: { kind: "interrupted" }, isResumable: true });
    expect(events.filter(({ type }) => type === "planned")).toEqual([]);
  });

  it("that was cut off before anybody was asked goes on under the guards that it was begun with", async () => {
    const { start, contextOf, connectTo } = await scene();
    {
      await using run = await start({ maxChanges: 1 });
      await run.stage();
    }
    const end = await resume(undefined, call, connectTo, contextOf());
    expect(englishOf(end.stopped?.reason)).toContain("more than --max-changes 1; nothing was sent");
    expect(end.exitCode).toBe(2);
  });

  it("leaves no folder behind when its target cannot be had, and nothing locked", async () => {
    const { stateFolder, inputs, contextOf, start } = await scene();
    const unreachable: Connect = () => Promise.reject(new Error("no target"));
    const begin = { command: "apply", batch: { inputs }, options: {}, connect: unreachable } as const;
    await expect(startRun(contextOf(), begin)).rejects.toThrow("no target");
    expect(await readdir(join(stateFolder, "runs"))).toEqual([]);
    await using run = await start();
    expect(await readdir(join(stateFolder, "runs"))).toEqual([run.folder.runId]);
  });

  it("that only looks leaves nothing", async () => {
    const { stateFolder, inputs, contextOf } = await scene();
    const before = await readdir(stateFolder).catch(() => []);
    let path: string;
    {
      await using run = await startRun(contextOf(), { command: "validate", batch: { inputs } });
      await run.stage();
      run.finish();
      path = run.path;
      expect(readRunFacts(run.runFile).phase).toBe("finished");
    }
    await expect(readdir(path)).rejects.toThrow("ENOENT");
    expect(await readdir(stateFolder).catch(() => [])).toEqual(before);
  });
});
