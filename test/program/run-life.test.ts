/** What `resume` and `retry` do with a run that was interrupted, taken over by another, ended, or cut off before it began. */
import { appendFile, cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../src/system-clock.ts";
import { type Scene, setScene, smallBatch, stateFolderOf } from "../support/disturbed-run.ts";
import { countBy, newestRun, readResults, runNamedBy } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { until } from "../support/until.ts";

const slow = { latencyMs: 100 };

/** Interrupted as soon as a user exists; its id. */
async function interruptedRun(scene: Scene): Promise<string> {
  const running = scene.start(["apply", scene.batch, "--base-url", scene.webex.baseUrl, "--concurrency", "1"]);
  await until(async () => ((await scene.webex.state()).subscribers?.length ?? 0) >= 1);
  running.child.kill("SIGINT");
  await running.ended;
  return idOf(await newestRun(stateFolderOf(scene)));
}

const idOf = (folder: string) => folder.split("/").at(-1) ?? "";
/** On the clock of the processes beside it. */
const run = ({ folder }: Scene, ...args: readonly string[]) => runHere(args, folder, {}, systemClock);
const resultsOf = (scene: Scene, id: string) => readResults(join(stateFolderOf(scene), "runs", id, "results.csv"));

describe("a run that is interrupted", { timeout: 60_000 }, () => {
  it("is gone on with before it is retried, also where a newer run is finished", async () => {
    await using scene = await setScene(smallBatch, slow);
    const first = await interruptedRun(scene);
    const waiting = (await resultsOf(scene, first)).filter(({ status }) => /pending|not_attempted/.test(status)).length;
    const refused = await run(scene, "retry");
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`The run ${first} was interrupted: resume it first; ${waiting} row`);
    const forced = await run(scene, "apply", scene.batch, "--base-url", scene.webex.baseUrl);
    const second = idOf(runNamedBy(forced, stateFolderOf(scene)));
    const { writes } = await scene.webex.stats();

    const resumed = await run(scene, "resume");
    expect(resumed.err).toContain(`resume · of run ${first}`);
    expect(resumed.err).toContain(`processed by the run ${second} since`);
    const rows = await resultsOf(scene, first);
    expect(rows.filter(({ status }) => status !== "succeeded" && status !== "unchanged")).toEqual([]);
    const taken = rows.filter(({ warnings }) => warnings.includes(`The run ${second} has processed this row`));
    const made = taken.filter(({ attempts }) => attempts !== "0"); // begun by the first run, ended by the second
    expect(new Set(made.map(({ action, status }) => `${action} ${status}`))).toEqual(new Set(["create succeeded"]));
    const others = taken.filter(({ attempts }) => attempts === "0");
    expect(countBy(others, ({ status }) => status)).toEqual({ unchanged: others.length });
    expect(resumed.code).toBe(0);
    expect((await scene.webex.state()).subscribers).toHaveLength(8);
    expect((await scene.webex.stats()).duplicateCreates).toBe(0);
    expect((await scene.webex.stats()).writes).toBeGreaterThanOrEqual(writes);
  });

  it("and undone since says so in its own results: what it had begun waits for nothing", async () => {
    await using scene = await setScene(smallBatch, slow);
    const first = await interruptedRun(scene);
    const begun = (await resultsOf(scene, first)).filter(({ status }) => status === "pending");
    expect(begun.map(({ error_code }) => error_code)).toContain("run_interrupted");
    const undone = await run(scene, "undo", first);
    const second = idOf(runNamedBy(undone, stateFolderOf(scene)));
    const rows = await resultsOf(scene, first);
    expect(rows.filter(({ error_code }) => error_code === "run_undone")).toHaveLength(begun.length);
    for (const { error_code, message, hint } of rows.filter(({ status }) => status === "pending"))
      expect({ error_code, message, hint }).toEqual({
        error_code: "run_undone",
        message: expect.stringContaining(`undone by the run ${second}`),
        hint: expect.stringContaining(`report ${second}`),
      });
    expect((await run(scene, "resume", first)).err).toContain(`undone by the run ${second}`);
    const state = await scene.webex.state();
    expect([state.customers, state.subscribers]).toEqual([[], []]);
  });

  it("when it is an undo, is not gone on with where an apply came after it: nothing that was made again is taken away", async () => {
    await using scene = await setScene(smallBatch, slow);
    await run(scene, "apply", scene.batch, "--base-url", scene.webex.baseUrl);
    const first = idOf(await newestRun(stateFolderOf(scene)));
    const undoing = scene.start(["undo", first]);
    await until(async () => ((await scene.webex.state()).subscribers?.length ?? 0) < 8);
    undoing.child.kill("SIGKILL");
    await undoing.ended;
    const undo = idOf(await newestRun(stateFolderOf(scene)));
    await run(scene, "apply", scene.batch, "--base-url", scene.webex.baseUrl);
    const { writes } = await scene.webex.stats();
    const resumed = await run(scene, "resume");
    expect(resumed.code).toBe(2);
    expect(resumed.err).toContain(`The undo ${undo} was interrupted, and the run`);
    expect(resumed.err).toContain(`wholesale-import undo ${first}`);
    expect((await run(scene, "resume")).err).toContain("nothing to resume");
    expect((await scene.webex.stats()).writes).toBe(writes);
    expect((await scene.webex.state()).subscribers).toHaveLength(8);
  });

  it("is not gone on with where an undo of another run has taken away what its plan found: nothing is claimed of it", async () => {
    await using scene = await setScene(smallBatch, slow);
    await run(scene, "apply", scene.batch, "--base-url", scene.webex.baseUrl);
    const first = idOf(await newestRun(stateFolderOf(scene)));
    const larger = join(scene.folder, "larger batch");
    await cp(smallBatch, larger, { recursive: true });
    const more = ["ada", "bo", "cas", "dirk"].map(
      (name, index) => `NL-2,${name}@vandijk.example.com,${name},Smit,webex_calling,,Zwolle,,412${index},\n`,
    );
    await appendFile(join(larger, "users.csv"), more.join(""));
    const running = scene.start(["apply", larger, "--base-url", scene.webex.baseUrl, "--concurrency", "1"]);
    await until(async () => ((await scene.webex.state()).subscribers?.length ?? 0) >= 9);
    running.child.kill("SIGINT");
    await running.ended;
    const second = idOf(await newestRun(stateFolderOf(scene)));
    const undo = idOf(runNamedBy(await run(scene, "undo", first), stateFolderOf(scene)));
    const left = (await scene.webex.state()).subscribers?.length ?? 0;
    expect(left).toBeLessThan(8);
    const { writes } = await scene.webex.stats();

    for (const named of [[], [second]]) {
      const resumed = await run(scene, "resume", ...named);
      expect(resumed.code).toBe(2);
      expect(resumed.err).toContain(`since the run ${second} was interrupted, the run ${undo} has worked on the same`);
      expect(resumed.err).toContain(`wholesale-import apply '${larger}'`);
      if (named.length === 0) expect((await run(scene, "resume")).err).toContain("nothing to resume");
    }
    // and retry does not send back to resume
    expect((await run(scene, "retry", second)).err).toContain(`wholesale-import apply '${larger}'`);
    expect((await scene.webex.stats()).writes).toBe(writes);
    const rows = await resultsOf(scene, second);
    const claimed = rows.filter(({ sheet, status }) => sheet === "users" && /succeeded|unchanged/.test(status));
    expect(claimed.length).toBeGreaterThanOrEqual(8);
    expect(claimed.filter(({ warnings }) => !warnings.includes(`the undo ${undo} has since worked on`))).toEqual([]);
    const begun = rows.filter(({ status }) => status === "pending");
    expect(begun.filter(({ error_code }) => error_code !== "run_overtaken")).toEqual([]);
    const again = await run(scene, "apply", larger, "--base-url", scene.webex.baseUrl);
    expect(again.code).toBe(0);
    expect((await scene.webex.state()).subscribers).toHaveLength(12);
    expect((await scene.webex.stats()).duplicateCreates).toBe(0);
  });

  it("and ended since is not gone on with: one line, exit 0", async () => {
    await using scene = await setScene(smallBatch);
    await run(scene, "apply", scene.batch, "--base-url", scene.webex.baseUrl);
    const id = idOf(await newestRun(stateFolderOf(scene)));
    const ended = await run(scene, "resume");
    expect(ended.code).toBe(0);
    expect(ended.err.trim()).toMatch(
      new RegExp(`^nothing to resume: the newest run, ${id} \\(apply\\), ended on [-0-9: ]+ UTC with exit code 0\\.$`),
    );
    const named = await run(scene, "resume", id);
    expect(named.code).toBe(0);
    expect(named.err).toContain(`nothing to resume: the run ${id} ended`);
  });

  it.each(["resume", "retry", "report"])(
    "%s shows no other run in the place of one that was cut off before it kept anything",
    async (command) => {
      await using scene = await setScene(smallBatch, slow);
      const older = await interruptedRun(scene);
      await mkdir(join(stateFolderOf(scene), "runs", "99991231-235959-aaaa"));
      const ended = await run(scene, command);
      expect(ended.code).toBe(2);
      expect(ended.err).toContain(
        "The newest run, 99991231-235959-aaaa, was interrupted while its input was being read",
      );
      expect(ended.err).toContain("wholesale-import apply <input>");
      expect(ended.err).toContain(older);
    },
  );
});
