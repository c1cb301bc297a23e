/** Takes one batch through its steps: running, moving, telling. Each step is written down before it begins, and may be done again after a crash. */

import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NightBatch } from "../journal/night-book.ts";
import { exitCodes } from "../model/exit-codes.ts";
import type { Log } from "../model/ports.ts";
import { report } from "../pipeline/report.ts";
import { finalFolder, finishTaking, moveAway, take, takenFolder } from "./inbox.ts";
import type { NightMetrics } from "./metrics.ts";
import { outcomeOf } from "./notice.ts";
import { type RunDeps, runBatch } from "./run-batch.ts";
import { type Teller, tellAll } from "./tell.ts";

export type WorkDeps = RunDeps & {
  readonly log: Log;
  readonly metrics: NightMetrics;
  readonly tellers: readonly Teller[];
};

/** Undefined: the batch was not there any more. A batch that is not `closed` afterwards was interrupted, and goes on at the next start. */
export async function workOff(batch: NightBatch, deps: WorkDeps): Promise<NightBatch | undefined> {
  let current = batch;
  while (current.step !== "closed" && current.end?.exitCode !== exitCodes.interrupted) {
    const next = await doStep(current, deps);
    if (!next) return undefined;
    current = next;
  }
  return current;
}

/** Takes a batch out of the inbox and works it off. */
export async function takeAndWorkOff(batch: NightBatch, deps: WorkDeps): Promise<NightBatch | undefined> {
  deps.book.save(batch);
  await take(batch);
  return await workOff(batch, deps);
}

async function doStep(batch: NightBatch, deps: WorkDeps): Promise<NightBatch | undefined> {
  switch (batch.step) {
    case "taking":
      return await confirmTaken(batch, deps);
    case "running":
      return await run(batch, deps);
    case "moving":
      return await move(batch, deps);
    default:
      return await tell(batch, deps);
  }
}

async function confirmTaken(batch: NightBatch, deps: WorkDeps): Promise<NightBatch | undefined> {
  const { book, log } = deps;
  if (await finishTaking(batch)) {
    log.info({ batch: batch.name, id: batch.id }, "batch taken");
    return saved(book, { ...batch, step: "running" });
  }
  return drop(batch, deps);
}

/** It lies in the inbox still, or somebody took it away; a power cut may have undone the move. */
function drop(batch: NightBatch, { book }: Pick<WorkDeps, "book">): undefined {
  book.remove(batch);
}

async function run(batch: NightBatch, deps: WorkDeps): Promise<NightBatch | undefined> {
  const { book, log, metrics, surroundings } = deps;
  if (!batch.runId && !(await finishTaking(batch))) return drop(batch, deps);
  const startedMs = surroundings.clock.now();
  const ran = await runBatch(batch, deps);
  const { kind, exitCode } = ran.end ?? {};
  log.info({ batch: ran.name, id: ran.id, runId: ran.runId, kind, exitCode }, "batch ended");
  if (exitCode === exitCodes.interrupted) return ran;
  metrics.batchEnded(outcomeOf(ran), surroundings.clock.now() - startedMs);
  return saved(book, { ...ran, step: "moving" });
}

async function move(batch: NightBatch, deps: WorkDeps): Promise<NightBatch> {
  if (!(await isThere(finalFolder(batch, isDone(batch))))) {
    await writeResults(batch, deps);
    await moveAway(batch, isDone(batch));
  }
  return saved(deps.book, { ...batch, step: "telling" });
}

async function tell(batch: NightBatch, deps: WorkDeps): Promise<NightBatch> {
  if (await isThere(takenFolder(batch))) await moveAway(batch, isDone(batch));
  const told = await tellAll(batch, finalFolder(batch, isDone(batch)), deps);
  return saved(deps.book, { ...told, step: "closed" });
}

function isDone(batch: NightBatch): boolean {
  return outcomeOf(batch) !== "failed";
}

function saved(book: WorkDeps["book"], batch: NightBatch): NightBatch {
  book.save(batch);
  return batch;
}

/** The results of the run where there was one, and in any case how the batch ended. */
async function writeResults(batch: NightBatch, { surroundings, log, metrics }: WorkDeps): Promise<void> {
  const folder = takenFolder(batch);
  const { name, runId, end } = batch;
  if (runId) {
    const written = await report(runId, surroundings.stateFolder, join(folder, "results")).catch((error: unknown) => {
      log.error({ batch: name, runId, reason: reasonOf(error) }, "the results cannot be written");
    });
    if (written) metrics.rowsSeen(written.run.total.statuses);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const outcome = { batch: name, outcome: outcomeOf(batch), exitCode: end?.exitCode, reason: end?.reason, runId };
  await writeFile(join(folder, "outcome.json"), `${JSON.stringify(outcome, null, 2)}\n`, { mode: 0o600 });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
