/** Disturbs a run of the program, goes on as an operator would, and tells what differs from a run that nobody disturbed. */
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRunFile } from "../../src/journal/run-file/run-file.ts";
import { stateOf } from "../../src/model/journal-entry.ts";
import { comparableState } from "./comparable-state.ts";
import { newestRun, readResults } from "./read-results.ts";
import { type Ended, projectFolder, type Running, startProgram } from "./run-program.ts";
import { openWebex, type SimulatedWebex } from "./simulated-webex.ts";
import { until } from "./until.ts";

export const smallBatch = `${projectFolder}test/fixtures/small-batch`;

/** People of the small batch who go to other locations; one of them with a number that does not go along. */
export const movingBatch = `${projectFolder}test/fixtures/moving-batch`;

/** A folder to work in, and a simulator of its own. */
export type Scene = AsyncDisposable & {
  readonly batch: string;
  readonly flags: readonly string[];
  readonly folder: string;
  readonly webex: SimulatedWebex;
  start(args: readonly string[], environment?: NodeJS.ProcessEnv): Running;
  apply(environment?: NodeJS.ProcessEnv): Running;
};

/** What an earlier run has left, at the target and on paper. */
export type Before = AsyncDisposable & { readonly folder: string };

const webexFile = "webex.db";

/**
 * Applies a batch that nobody disturbs, for scenes that come after it. The simulator is a process of its own: when it has
 * ended, nobody has its file open any more, and it can be copied.
 */
export async function runBefore(batch: string): Promise<Before> {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-"));
  const webex = startProgram(["simulate", "--db", join(folder, webexFile), "--provisioning-time", "20"], folder);
  const baseUrl = () => /^http:\S+(?=\n)/.exec(webex.out())?.[0];
  await until(() => baseUrl() !== undefined || webex.child.exitCode !== null);
  const ended = await startProgram(["apply", batch, "--base-url", baseUrl() ?? "none"], folder).ended;
  webex.child.kill("SIGINT");
  await webex.ended;
  if (ended.code !== 0) throw new Error(`the run before ended with ${ended.code}:\n${ended.err}`);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

type Setting = {
  /** The environment of each of its programs. */
  readonly always?: NodeJS.ProcessEnv;
  readonly before?: Before | undefined;
  /** Of `apply`. */
  readonly flags?: readonly string[];
};

export async function setScene(
  batch: string,
  simulator: Parameters<typeof openWebex>[0] = {},
  { always = {}, before, flags = [] }: Setting = {},
): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-"));
  if (before) await cp(before.folder, folder, { recursive: true });
  const db = before ? { db: join(folder, webexFile) } : {};
  const webex = await openWebex({ provisioningTimeMs: 20, ...db, ...simulator });
  const start = (args: readonly string[], environment?: NodeJS.ProcessEnv) =>
    startProgram(args, folder, { ...always, ...environment });
  return {
    batch,
    folder,
    webex,
    start,
    apply: (environment) => start(["apply", batch, "--base-url", webex.baseUrl, ...flags], environment),
    flags,
    async [Symbol.asyncDispose]() {
      await webex.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const stateFolderOf = ({ folder }: Pick<Scene, "folder">) => join(folder, ".wholesale-import");

/** How a run ended at the target and on paper. */
export type Outcome = {
  readonly state: readonly string[];
  /** Row by row: where, what was done, what became of it. */
  readonly rows: readonly string[];
  readonly requests: number;
  readonly writes: number;
  readonly duplicates: number;
};

export async function readOutcome({ webex }: Pick<Scene, "webex">, stateFolder: string): Promise<Outcome> {
  const results = await readResults(join(await newestRun(stateFolder), "results.csv"));
  const { total, writes, duplicateCreates } = await webex.stats();
  return {
    state: comparableState(await webex.state()),
    rows: results.map(({ file, row, key, action, status }) => `${file}:${row} ${key} ${action} ${status}`),
    requests: total,
    writes,
    duplicates: duplicateCreates,
  };
}

/** The outcome of a run that nobody disturbs. */
export async function runUndisturbed(
  batch: string,
  simulator: Parameters<typeof openWebex>[0] = {},
  setting: Setting = {},
): Promise<Outcome> {
  await using scene = await setScene(batch, simulator, setting);
  const ended = await scene.apply().ended;
  if (ended.code !== 0) throw new Error(`the undisturbed run ended with ${ended.code}:\n${ended.err}`);
  return await readOutcome(scene, stateFolderOf(scene));
}

/** What is not as it should be after a disturbed run; empty when all is well. `inDoubt`: so many writes may be repeated. */
export function differences(reference: Outcome, found: Outcome, inDoubt = 0): readonly string[] {
  const repeated = found.writes - reference.writes;
  return [
    ...reference.state.filter((line) => !found.state.includes(line)).map((line) => `missing: ${line}`),
    ...found.state.filter((line) => !reference.state.includes(line)).map((line) => `unforeseen: ${line}`),
    ...(found.state.length === reference.state.length ? [] : [`${found.state.length} things at the target`]),
    ...reference.rows.filter((line) => !found.rows.includes(line)).map((line) => `no such result: ${line}`),
    ...found.rows.filter((line) => !reference.rows.includes(line)).map((line) => `but this result: ${line}`),
    ...(found.rows.length === reference.rows.length ? [] : [`${found.rows.length} result lines`]),
    ...(found.duplicates === 0 ? [] : [`${found.duplicates} creates for what existed`]),
    ...(repeated <= inDoubt ? [] : [`${repeated} writes repeated, ${inDoubt} were in doubt`]),
  ];
}

/** Waits until the target has had so many requests, or the program has ended. */
export async function untilRequests({ webex }: Scene, { child }: Running, requests: number): Promise<void> {
  await until(async () => child.exitCode !== null || (await webex.stats()).total >= requests);
}

type WayOn = { readonly resumes: number; readonly applies: number; readonly last: Ended };

/** `resume` until there is no more to resume; `apply` where the run had not read its input. */
export async function goOn(scene: Scene, stateFolder = stateFolderOf(scene)): Promise<WayOn> {
  let resumes = 0;
  for (;;) {
    const last = await scene.start(["resume", "--state", stateFolder]).ended;
    if (last.code === 2 && /nothing was sent|no run in|no runs in/.test(last.err)) {
      const again = ["apply", scene.batch, "--base-url", scene.webex.baseUrl, "--state", stateFolder, ...scene.flags];
      return { resumes, applies: 1, last: await scene.start(again).ended };
    }
    resumes += 1;
    if (last.code !== 2 || resumes > 20) return { resumes, applies: 0, last };
  }
}

/** Operations that were under way when the run of a state folder was cut off. Reads a copy: the run file stays as the cut left it. */
async function countInDoubt(stateFolder: string): Promise<number> {
  const runs = await readdir(join(stateFolder, "runs")).catch(() => []);
  const run = join(stateFolder, "runs", runs.toSorted().at(-1) ?? "");
  if (!existsSync(join(run, "run.db"))) return 0;
  const copy = await mkdtemp(join(tmpdir(), "wholesale-import-"));
  try {
    await cp(run, copy, { recursive: true });
    using runFile = openRunFile(join(copy, "run.db"));
    const operations = runFile.units.byWeight().flatMap(({ id }) => runFile.operations.ofUnit(id));
    return operations.filter(({ entries }) => stateOf(entries).kind === "started").length;
  } finally {
    await rm(copy, { recursive: true });
  }
}

/** What was wrong after going on, and the figures of it. */
type Recovery = { readonly wrong: readonly string[]; readonly counts: Readonly<Record<string, number>> };

/**
 * Goes on with a run that was cut off, as an operator would, and holds what came of it against the undisturbed one.
 * `when`: the moment of the cut, for people. `isLate`: the target sees late what is there, and then refuses writes that
 * are sent again. `isRunFileAlone`: nothing else of the run was kept, so its results are written anew where it had ended.
 */
export async function recover(
  scene: Scene,
  when: string,
  reference: Outcome,
  { stateFolder = stateFolderOf(scene), isLate = false, isRunFileAlone = false } = {},
): Promise<Recovery> {
  const inDoubt = await countInDoubt(stateFolder);
  const { resumes, applies, last } = await goOn(scene, stateFolder);
  if (isRunFileAlone && /nothing to resume/.test(last.err)) await scene.start(["report", "--state", stateFolder]).ended;
  const found = await readOutcome(scene, stateFolder).catch((error: unknown) => {
    throw new Error(`${when}: went on with exit ${last.code}, and left no results:\n${last.err}`, { cause: error });
  });
  const repeatable = isLate ? Number.POSITIVE_INFINITY : inDoubt;
  const wrong = [...differences(reference, found, repeatable), ...(last.code === 0 ? [] : [last.err])];
  return {
    wrong: wrong.map((what) => `${when}: ${what}`),
    counts: {
      resumed: resumes,
      "applied anew": applies,
      "in doubt": inDoubt,
      "writes repeated": found.writes - reference.writes,
      duplicates: found.duplicates,
    },
  };
}
