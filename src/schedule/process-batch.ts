/** Takes one batch through its steps: running, moving, telling. Each step is written down before it begins, and may be done again after a crash. */

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NightBatch } from "../journal/state/schedule-store.ts";
import { exitCodes } from "../model/exit-codes.ts";
import type { Log } from "../model/ports.ts";
import { errnoOf, messageOf } from "../model/thrown.ts";
import { UserError } from "../model/user-error.ts";
import type { Language } from "../model/words/language.ts";
import { inEnglish, type Text, text, verbatim } from "../model/words/text.ts";
import { listDue } from "../pipeline/due.ts";
import { report } from "../pipeline/report.ts";
import { isThere } from "../storage/files.ts";
import { finalFolder, finishTake, moveAway, putBack, resultsFolder, take, takenFolder } from "./inbox.ts";
import type { NightMetrics } from "./metrics.ts";
import { outcomeOf, readNotice } from "./notice.ts";
import { outcomeLineOf } from "./notice-text.ts";
import { type Notifier, tellAll } from "./notify.ts";
import { type RunDeps, runBatch } from "./run-batch.ts";

export type WorkDeps = RunDeps & {
  readonly log: Log;
  readonly metrics: NightMetrics;
  readonly notifiers: readonly Notifier[];
  /** One line for the person who watches. */
  readonly say: (line: Text) => void;
  /** How a batch has ended, in one line: what the nights are for. */
  readonly put: (line: string) => void;
};

/** Undefined: the batch was not there any more. A batch that is not `closed` afterwards was interrupted, or its target went away: it goes on at the next start. */
export async function processBatch(batch: NightBatch, deps: WorkDeps): Promise<NightBatch | undefined> {
  let current = batch;
  while (current.step !== "closed") {
    const next = await doStep(current, deps);
    if (!next) return undefined;
    current = next;
    if (current.step === "running" && current.end) return current;
  }
  return current;
}

/** Takes a batch out of the inbox and works it off. */
export async function takeAndProcess(batch: NightBatch, deps: WorkDeps): Promise<NightBatch | undefined> {
  deps.book.save(batch);
  await take(batch).catch((error: unknown) => {
    deps.book.remove(batch);
    throw error;
  });
  return await processBatch(batch, deps);
}

/** One batch that cannot be moved does not stop the others; it is looked at again in the next night. */
export async function codeOf(
  name: string,
  work: () => Promise<NightBatch | undefined>,
  deps: Pick<WorkDeps, "log" | "say">,
): Promise<number> {
  try {
    const batch = await work();
    return batch?.end?.exitCode ?? 0;
  } catch (error) {
    const reason = messageOf(error);
    deps.log.error({ batch: name, reason }, "batch left as it is");
    deps.say(text("batch_left", { name, reason: error instanceof UserError ? error.what : verbatim(reason) }));
    return error instanceof UserError || errnoOf(error) ? exitCodes.stopped : exitCodes.bug;
  }
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
  if (await finishTake(batch)) {
    log.info({ batch: batch.name, id: batch.id }, "batch taken");
    deps.say(text("batch_taken", { name: batch.name }));
    return saved(book, { ...batch, step: "running" });
  }
  return drop(batch, deps);
}

/** It lies in the inbox still, or somebody took it away; a power cut may have undone the move. */
function drop(batch: NightBatch, { book }: Pick<WorkDeps, "book">): undefined {
  book.remove(batch);
}

async function run(batch: NightBatch, deps: WorkDeps): Promise<NightBatch | undefined> {
  const { book, log, metrics, runContext } = deps;
  if (!batch.runId && isOfInbox(batch) && !(await finishTake(batch))) return drop(batch, deps);
  const startedMs = runContext.clock.monotonic();
  const {
    batch: ran,
    left,
    isIdle,
  } = await runBatch(batch, deps).catch(async (error: unknown) => {
    if (!batch.runId && (!isOfInbox(batch) || (await putBack(batch)))) drop(batch, deps);
    throw error;
  });
  if (isIdle) return drop(batch, deps);
  if (left !== undefined) return leave(ran, left, deps);
  const { kind, exitCode } = ran.end ?? {};
  log.info({ batch: ran.name, id: ran.id, runId: ran.runId, kind, exitCode }, "batch ended");
  if (exitCode === exitCodes.interrupted) return ran;
  if (!ran.isDrift) metrics.batchEnded(outcomeOf(ran), runContext.clock.monotonic() - startedMs);
  return saved(book, { ...ran, step: "moving" });
}

function isOfInbox({ isGoLive, isDrift }: NightBatch): boolean {
  return !isGoLive && !isDrift;
}

/** It stays where it is, with what its run has done so far. */
function leave(batch: NightBatch, why: Text, { log, say }: WorkDeps): NightBatch {
  const { name, id, runId } = batch;
  log.warn({ batch: name, id, runId, reason: inEnglish(why) }, "batch left as it is");
  say(text("batch_stays_taken", { name, runId: runId ?? "", reason: why }));
  return batch;
}

async function move(batch: NightBatch, deps: WorkDeps): Promise<NightBatch> {
  if (!(await isThere(finalFolder(batch, isDone(batch))))) {
    await writeResults(batch, deps);
    await moveAway(batch, isDone(batch));
  }
  return saved(deps.book, { ...batch, step: "telling" });
}

/** So far ahead notices list what goes live. */
const comingDays = 7;

async function tell(batch: NightBatch, deps: WorkDeps): Promise<NightBatch> {
  if (await isThere(takenFolder(batch))) await moveAway(batch, isDone(batch));
  const folder = finalFolder(batch, isDone(batch));
  const due = batch.isDrift ? [] : listDue(deps.runContext, { days: comingDays, owner: batch.owner });
  const notice = await readNotice(batch, folder, { language: languageOf(deps), due, ...deps.runContext });
  deps.put(outcomeLineOf(notice));
  const told = await tellAll(batch, notice, deps);
  return saved(deps.book, { ...told, step: "closed" });
}

function languageOf({ options }: Pick<WorkDeps, "options">): Language {
  return options.language ?? "en";
}

function isDone(batch: NightBatch): boolean {
  return outcomeOf(batch) !== "failed";
}

function saved(book: WorkDeps["book"], batch: NightBatch): NightBatch {
  book.save(batch);
  return batch;
}

/** The results of the run where there was one, and in any case how the batch ended. */
async function writeResults(batch: NightBatch, { runContext, options, log, metrics }: WorkDeps): Promise<void> {
  const folder = takenFolder(batch);
  const { name, runId, end } = batch;
  if (runId) {
    const staysAt = resultsFolder(finalFolder(batch, isDone(batch)));
    const results = resultsFolder(folder);
    const written = await report(runId, runContext.stateFolder, results, options.files, staysAt).catch(
      (error: unknown) => {
        log.error({ batch: name, runId, reason: messageOf(error) }, "the results cannot be written");
      },
    );
    if (written) metrics.rowsSeen(written.run.total.statuses);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const reason = end?.reason === undefined ? undefined : inEnglish(end.reason);
  const { exitCode, differences } = end ?? {};
  const outcome = { batch: name, outcome: outcomeOf(batch), exitCode, reason, runId, differences };
  await writeFile(join(folder, "outcome.json"), `${JSON.stringify(outcome, null, 2)}\n`, { mode: 0o600 });
}
