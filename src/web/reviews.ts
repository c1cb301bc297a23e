/** Runs that someone is reviewing, read once and kept open; a run that has continued is read again. */
import { setImmediate } from "node:timers/promises";
import { openRunRows, type RowsView } from "../pipeline/rows-view.ts";
import { readRunLine } from "../run/runs.ts";
import { type RowsOverview, readRows } from "./read-rows.ts";

export type Review = { readonly overview: RowsOverview; readonly rows: RowsView; readonly version: number };

type Kept = { readonly state: string; readonly review: Promise<Review> };

const mostKept = 3;

export function openReviews(stateFolder: string) {
  const kept = new Map<string, Kept>();
  let version = 0;

  /** Who was given it has read what they need by the next turn: they do not wait in between. */
  const close = async ({ review }: Kept): Promise<void> => {
    const { rows } = await review;
    await setImmediate();
    rows[Symbol.dispose]();
  };
  const drop = async (runId: string): Promise<void> => {
    const found = kept.get(runId);
    kept.delete(runId);
    if (found) await close(found).catch(() => undefined); // one that could not be read is not open
  };
  const read = async (runId: string): Promise<Review> => {
    const rows = await openRunRows(runId, stateFolder);
    version += 1;
    return { overview: await readRows(rows, new AbortController().signal), rows, version };
  };

  return {
    /** `isGoing`: it is being carried out now, so that what was read does not hold. Throws UserError when there is no such run. */
    async get(runId: string, isGoing: boolean): Promise<Review> {
      const { finishedAt = "", state } = await readRunLine(stateFolder, runId);
      const now = isGoing ? `going:${version}` : `${state}:${finishedAt}`;
      const found = kept.get(runId);
      if (found?.state === now) return found.review;
      // at once, so that whoever asks meanwhile gets the same one
      void drop(runId);
      const oldest = [...kept.keys()][0];
      if (kept.size >= mostKept && oldest !== undefined) void drop(oldest);
      const review = read(runId);
      kept.set(runId, { state: now, review });
      return review;
    },
    async close(): Promise<void> {
      for (const runId of [...kept.keys()]) await drop(runId);
    },
  };
}
