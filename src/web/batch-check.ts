/** Keeps the check of a batch up to date: restarts it when the batch changes, and serves the last finished one in the meantime. */

import { join } from "node:path";
import { checkRows, type Refusals, type RowsView, removeRunFile } from "../pipeline/rows-view.ts";
import type { BatchInput } from "../run/options.ts";
import type { PageWorld } from "./page-world.ts";
import { type RowsOverview, readRows } from "./read-rows.ts";
import { type Trouble, troubleOf } from "./trouble.ts";

export type Checked = RowsOverview & {
  /** The state of the batch that was checked. */
  readonly version: number;
  readonly rows: RowsView;
  /** Files that cannot be used: no run can begin. */
  readonly refusedFiles: readonly string[];
};

export type BatchCheck = {
  /** The batch is another one now. */
  restart(): void;
  /** The batch is the same, and more is known of its rows. */
  renew(): void;
  version(): number;
  isChecking(): boolean;
  /** The last that came to its end; absent while there is none, and when the batch cannot be read. */
  checked(): Checked | undefined;
  trouble(): Trouble | undefined;
  /** Resolves when nothing is being checked any more. Throws what is a bug of ours. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** `refusals`: what a target has refused so far. `onChecked`: told of each check that came to its end. `batch`: what is to be checked now; undefined when it has no sheets yet. Nothing is checked before the first restart. */
export function batchCheck(
  folder: string,
  batch: () => BatchInput | undefined,
  refusals: () => Promise<Refusals>,
  onChecked: (checked: Checked) => Promise<void>,
  world: PageWorld,
): BatchCheck {
  let version = 0;
  let checks = 0;
  let stop = new AbortController();
  let going: Promise<void> = Promise.resolve();
  let goingCount = 0;
  let checked: { readonly value: Checked; readonly path: string } | undefined;
  let trouble: Trouble | undefined;

  const replace = async (next: typeof checked): Promise<void> => {
    const old = checked;
    checked = next;
    old?.value.rows[Symbol.dispose]();
    if (old) await removeRunFile(old.path);
  };

  const check = async (wanted: number, signal: AbortSignal): Promise<void> => {
    const input = batch();
    trouble = undefined;
    if (!input) return replace(undefined);
    checks += 1;
    const path = join(folder, `check-${checks}.db`);
    const runContext = world.runContext(() => undefined, { stop: signal, abort: signal });
    const rows = await checkRows(input, path, runContext, await refusals());
    try {
      const overview = await readRows(rows, signal);
      const value = { ...overview, version: wanted, rows, refusedFiles: rows.staged.refusedFiles };
      await replace({ value, path });
      await onChecked(value);
    } catch (error) {
      rows[Symbol.dispose]();
      await removeRunFile(path);
      throw error;
    }
  };

  const checkAfter = async (before: Promise<void>, wanted: number, signal: AbortSignal): Promise<void> => {
    await before;
    try {
      if (!signal.aborted) await check(wanted, signal);
    } catch (error) {
      if (signal.aborted) return;
      trouble = troubleOf(error);
      await replace(undefined);
    } finally {
      goingCount -= 1;
    }
  };

  const begin = () => {
    stop.abort(new Error("the batch changed"));
    stop = new AbortController();
    goingCount += 1;
    going = checkAfter(
      going.catch(() => undefined),
      version,
      stop.signal,
    );
    going.catch(() => undefined); // reported to the caller that waits for it
  };

  const settled = async (): Promise<void> => {
    for (let waitedFor: Promise<void> | undefined; waitedFor !== going; ) {
      waitedFor = going;
      await waitedFor;
    }
  };

  return {
    restart() {
      version += 1;
      begin();
    },
    renew: begin,
    version: () => version,
    isChecking: () => goingCount > 0,
    checked: () => checked?.value,
    trouble: () => trouble,
    settled,
    async close() {
      stop.abort(new Error("the batch is closed"));
      await settled().catch(() => undefined);
      await replace(undefined);
    },
  };
}
