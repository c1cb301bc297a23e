import { cp, open, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { networkFileSystemOf } from "../../src/run/locks.ts";
import {
  differences,
  readOutcome,
  runUndisturbed,
  type Scene,
  setScene,
  smallBatch,
  stateFolderOf,
} from "../support/disturbed-run.ts";
import { mountMemory } from "../support/mount-memory.ts";
import { newestRun } from "../support/read-results.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { until } from "../support/until.ts";

const reference = runUndisturbed(smallBatch);

/** A run that was killed when half of its users existed. */
async function killedRun(scene: Scene): Promise<string> {
  const running = scene.apply();
  await until(async () => ((await scene.webex.state()).subscribers?.length ?? 0) > 3);
  running.child.kill("SIGKILL");
  await running.ended;
  return newestRun(stateFolderOf(scene));
}

const aBug = "This is a bug";

describe("a state folder that cannot be used", { timeout: soakTimeoutMs }, () => {
  it("because it is read-only is refused, for a new run and for one that would go on", async () => {
    await using scene = await setScene(smallBatch, { latencyMs: 20 });
    const disk = await mountMemory("20m");
    if (!disk) return;
    await killedRun(scene);
    await cp(stateFolderOf(scene), join(disk.path, "state"), { recursive: true });
    await disk.remount("ro");
    for (const command of [["apply", smallBatch, "--base-url", scene.webex.baseUrl], ["resume"]]) {
      const ended = await scene.start([...command, "--state", join(disk.path, "state")]).ended;
      expect(ended.err).not.toContain(aBug);
      expect(ended.err).toMatch(
        /cannot be written.*(Give another folder with --state DIR|Make it writable, then: wholesale-import resume)/s,
      );
      expect(ended.code).toBe(2);
    }
  });

  it("because its run file is damaged says so, and the batch can be applied again", async () => {
    await using scene = await setScene(smallBatch, { latencyMs: 20 });
    const run = await killedRun(scene);
    await rm(join(run, "run.db-wal"));
    await writeFile(join(run, "run.db"), "no database at all, but long enough to look like one".repeat(200));
    const refused = await scene.start(["resume"]).ended;
    expect(refused.err).not.toContain(aBug);
    expect(refused.err).toMatch(/The run file .*run\.db cannot be opened: .*a new run finds them there\./s);
    expect(refused.code).toBe(2);
    expect((await scene.apply().ended).code).toBe(0);
    const { state, duplicates } = await readOutcome(scene, stateFolderOf(scene));
    expect(state).toEqual((await reference).state);
    expect(duplicates).toBe(0);
  });

  it("because the last pages of its run file are damaged says so", async () => {
    await using scene = await setScene(smallBatch, { latencyMs: 100 });
    const running = scene.apply();
    await until(async () => ((await scene.webex.state()).subscribers?.length ?? 0) >= 1);
    running.child.kill("SIGINT");
    await running.ended;
    const path = join(await newestRun(stateFolderOf(scene)), "run.db");
    const { size } = await stat(path);
    const file = await open(path, "r+");
    await file.write(Buffer.alloc(4096 * 4, 0x55), 0, undefined, size - 4096 * 4);
    await file.close();
    const refused = await scene.start(["resume"]).ended;
    expect(refused.err).not.toContain(aBug);
    expect(refused.err).toMatch(/its run file is damaged.*apply the same input again/);
    expect(refused.code).toBe(2);
  });

  it.each([
    ["0x6969", "NFS"],
    ["0xff534d42", "SMB"],
    ["0x01021997", "9P"],
    ["0xef53 (ext4)", undefined],
    ["0x01021994 (tmpfs)", undefined],
  ])("is recognized by the number of its file system: %s is network %s", (type, network) => {
    expect(networkFileSystemOf(Number.parseInt(type, 16))).toBe(network);
  });
});

describe("a run folder that is carried to another machine", { timeout: soakTimeoutMs }, () => {
  it("goes on there", async () => {
    await using scene = await setScene(smallBatch, { latencyMs: 20 });
    const run = await killedRun(scene);
    const elsewhere = join(scene.folder, "elsewhere");
    await cp(run, join(elsewhere, "runs", "20261122-020007-k3f9"), { recursive: true });
    await rm(stateFolderOf(scene), { recursive: true });
    const resumed = await scene.start(["resume", "--state", elsewhere]).ended;
    expect(resumed.code).toBe(0);
    expect(differences(await reference, await readOutcome(scene, elsewhere), 10)).toEqual([]);
  });
});
