/** Which batch a night works on next: those that earlier nights have left and those of the inbox, the most urgent first. Takes nothing. */

import { join } from "node:path";
import type { NightBatch } from "../journal/state/schedule-store.ts";
import type { Log } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { newRunId } from "../run/folder.ts";
import { type BatchWishes, isBefore, readWishes } from "./batch-file.ts";
import { batchIdOf } from "./inbox.ts";
import type { WorkDeps } from "./process-batch.ts";
import { lookIntoInbox } from "./readiness.ts";
import type { Starts } from "./starts.ts";

export type ChoosingDeps = Pick<WorkDeps, "book" | "runContext" | "say"> & {
  readonly log: Log;
  /** Absolute path. */
  readonly inbox: string;
  /** How long nothing in a batch must have changed; infinite where only a `.ready` file counts. */
  readonly quietMs: number;
  /** By whose clock batches say when. */
  readonly timezone: string;
  /** Where there are any, comparisons that were left are made at their own times. */
  readonly driftStarts?: Starts;
};

/** `isNew`: it lies in the inbox still. */
export type NextBatch = { readonly batch: NightBatch; readonly isNew: boolean };

type Candidate = NextBatch & { readonly priority: number };

/** Each batch once in a night: asked again after each, for others may have come meanwhile. */
export function batchChooser(deps: ChoosingDeps): () => Promise<NextBatch | undefined> {
  const done = new Set<string>();
  const wishes = new Map<string, BatchWishes | undefined>();
  return async () => {
    const left = deps.book
      .open()
      .filter(({ id, isDrift }) => !done.has(id) && !(isDrift && deps.driftStarts))
      .map((batch): Candidate => ({ batch, isNew: false, priority: batch.priority ?? 0 }));
    const waiting = await readyIn(deps, done, wishes);
    const [next] = [...left, ...waiting].toSorted((one, other) => one.priority - other.priority);
    if (!next || deps.runContext.signals.stop.aborted) return undefined;
    done.add(next.batch.id); // it may stay for the next night
    if (next.isNew) done.add(next.batch.name);
    return next;
  };
}

/** By name. Those whose time has not come are told of once; what a batch says wrongly is told when it is taken. */
async function readyIn(
  deps: ChoosingDeps,
  done: ReadonlySet<string>,
  wishes: Map<string, BatchWishes | undefined>,
): Promise<readonly Candidate[]> {
  const { inbox, timezone, runContext } = deps;
  const { clock, random } = runContext;
  const found: Candidate[] = [];
  for (const name of await readyNames(deps)) {
    if (done.has(name)) continue;
    const isKnown = wishes.has(name);
    if (!isKnown) wishes.set(name, await readWishes(join(inbox, name), name).catch(orUnusual));
    const { priority = usualPriority, notBefore, ticket } = wishes.get(name) ?? {};
    if (notBefore !== undefined && isBefore(notBefore, clock.now(), timezone)) {
      if (!isKnown) tell(deps, name, text("batch_waits", { name, notBefore }));
      continue;
    }
    const id = batchIdOf(newRunId(clock.now(), random), name);
    const batch: NightBatch = {
      ...{ id, name, inbox, takenAtMs: clock.now(), step: "taking", told: [], priority },
      ...(ticket === undefined ? {} : { ticket }),
    };
    found.push({ batch, isNew: true, priority });
  }
  return found;
}

const usualPriority = 5;

function orUnusual(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
}

function tell({ log, say }: ChoosingDeps, name: string, line: Text): void {
  log.info({ batch: name }, "batch waits for its time");
  say(line);
}

/** None where the inbox went away in the middle of the night. */
async function readyNames({ inbox, quietMs, log, runContext: { clock } }: ChoosingDeps): Promise<readonly string[]> {
  try {
    const { batches } = await lookIntoInbox(inbox, quietMs, clock.now());
    return batches.filter(({ isReady }) => isReady).map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.error({ reason: error.message }, "the inbox cannot be read");
    return [];
  }
}
