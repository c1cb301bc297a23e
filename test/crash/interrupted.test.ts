import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeBatch } from "../bench/make-batch.ts";
import {
  differences,
  goOn,
  readOutcome,
  runUndisturbed,
  type Scene,
  setScene,
  smallBatch,
  stateFolderOf,
} from "../support/disturbed-run.ts";
import { type Running, startProgram } from "../support/run-program.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";

const slow = { latencyMs: 200 };
const reference = runUndisturbed(smallBatch);

/** Resolves when the simulator has made so many users. */
async function someUsersExist({ webex }: Scene): Promise<void> {
  await until(async () => ((await webex.state()).subscribers?.length ?? 0) >= 2);
}

async function interrupted(signals: readonly NodeJS.Signals[], scene: Scene): Promise<Awaited<Running["ended"]>> {
  const running = scene.apply();
  await someUsersExist(scene);
  for (const [index, signal] of signals.entries()) {
    running.child.kill(signal);
    if (index === 0) await until(() => running.err().includes("finishing"));
  }
  return running.ended;
}

async function endsWellAfter(scene: Scene): Promise<readonly string[]> {
  const { last } = await goOn(scene);
  const found = await readOutcome(scene, stateFolderOf(scene));
  return [...differences(await reference, found, 10), ...(last.code === 0 ? [] : [last.err])];
}

describe("a run that is interrupted", { timeout: soakTimeoutMs }, () => {
  it("by Ctrl-C lets what is in flight end, writes results, and says how to go on", async () => {
    await using scene = await setScene(smallBatch, slow);
    const ended = await interrupted(["SIGINT"], scene);
    expect(ended.code).toBe(130);
    expect(ended.err).toMatch(/continue with: wholesale-import resume \d{8}-\d{6}-\w{4}\n/);
    const { rows, state } = await readOutcome(scene, stateFolderOf(scene));
    expect(rows).toHaveLength(14);
    const users = state.filter((line) => line.startsWith("subscribers "));
    expect(rows.filter((row) => row.startsWith("users.csv") && row.endsWith("succeeded")).length).toBeGreaterThan(0);
    expect(rows.some((row) => row.endsWith("not_attempted"))).toBe(true);
    expect(users.length).toBeLessThan(8);
    expect(await endsWellAfter(scene)).toEqual([]);
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s does the same, and ends with %i", async (signal, code) => {
    await using scene = await setScene(smallBatch, slow);
    const ended = await interrupted([signal], scene);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain("continue with: wholesale-import resume");
    expect(await endsWellAfter(scene)).toEqual([]);
  });

  it("continues to its end when the reader of its output has gone", async () => {
    await using scene = await setScene(smallBatch, slow);
    const { child } = scene.apply();
    await someUsersExist(scene);
    child.stdout?.destroy();
    child.stderr?.destroy();
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    const found = await readOutcome(scene, stateFolderOf(scene));
    expect(differences(await reference, found, 10)).toEqual([]);
  });

  it("twice stops at once, and can still be resumed", async () => {
    await using scene = await setScene(smallBatch, slow);
    const ended = await interrupted(["SIGINT", "SIGINT"], scene);
    expect(ended.code).toBe(130);
    expect(ended.err).toMatch(/stopped at once.*wholesale-import resume \d{8}-\d{6}-\w{4}\n/s);
    expect(await endsWellAfter(scene)).toEqual([]);
  });

  it("while it plans a large batch stops planning, writes results, and says how to go on", async () => {
    const batch = join(await makeTemporaryFolder(), "batch");
    await makeBatch(batch, { customers: 2_000, branches: 1, users: 6 });
    await using scene = await setScene(batch);
    const running = scene.apply();
    await until(async () => /^check /m.test(running.err()));
    running.child.kill("SIGINT");
    const ended = await running.ended;
    expect(ended.code).toBe(130);
    expect(ended.err).not.toContain("plan    create");
    expect(ended.err).toContain("continue with: wholesale-import resume");
    const { rows, writes } = await readOutcome(scene, stateFolderOf(scene));
    expect(rows).toHaveLength(2_000 * 8 + 1);
    expect(rows.every((row) => row.endsWith("not_attempted"))).toBe(true);
    expect(writes).toBe(0);
  });

  it("while Webex provisions customers stops waiting for them", async () => {
    await using scene = await setScene(smallBatch, { provisioningTimeMs: 3_600_000 });
    const running = scene.apply();
    await until(async () => ((await scene.webex.state()).customers?.length ?? 0) === 2);
    running.child.kill("SIGINT");
    const ended = await running.ended;
    expect(ended.code).toBe(130);
    const { rows } = await readOutcome(scene, stateFolderOf(scene));
    expect(rows.filter((row) => row.startsWith("customers.csv")).every((row) => row.endsWith("pending"))).toBe(true);
  });
});

describe("what a killed check has left in the temporary folder", () => {
  it("is removed by the next one, and what a living one works with is not", async () => {
    const folder = await makeTemporaryFolder();
    const scratch = join(folder, "tmp");
    await mkdir(scratch);
    const rows = Array.from({ length: 20_000 }, (_, n) => `C1,user${n}@example.com,Ann,Visser,webex_meetings\n`);
    await writeFile(join(folder, "users.csv"), `customer,email,first_name,last_name,package\n${rows.join("")}`);
    const validate = () => startProgram(["validate", "users.csv"], folder, { TMPDIR: scratch });
    const leftIn = async () => (await readdir(scratch)).filter((name) => name.startsWith("wholesale-import-scratch-"));
    /** Its run file is opened once it is locked: from then on all know whether its process lives. */
    const workedWith = async () => (await leftIn()).filter((name) => existsSync(join(scratch, name, "run.db")));

    const killed = validate();
    await until(async () => (await workedWith()).length === 1);
    killed.child.kill("SIGKILL");
    await killed.ended;
    const [left] = await leftIn();
    expect(left).toBeDefined();

    const living = validate();
    await until(async () => (await workedWith()).some((name) => name !== left));
    living.child.kill("SIGSTOP");
    expect(await leftIn()).not.toContain(left);
    const beside = await leftIn();
    expect((await validate().ended).code).toBe(0);
    expect(await leftIn()).toEqual(beside);
    living.child.kill("SIGCONT");
    expect((await living.ended).code).toBe(0);
    expect(await leftIn()).toEqual([]);
  });
});
