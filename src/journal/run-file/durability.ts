/**
 * Makes sure that what was written has reached the disk, for many writers at a time. SQLite writes its log (WAL,
 * synchronous NORMAL) without waiting; one fdatasync of the log, off the main thread, then covers all that came before.
 */
import { type FileHandle, open } from "node:fs/promises";

export type Durability = {
  /** Resolves when everything written before the call is on the disk. Rejects with the system's error. */
  onDisk(): Promise<void>;
  close(): Promise<void>;
};

/** `path`: of the database; its log is in the same folder. `write` hands over to SQLite what is still in memory. */
export function durabilityOf(path: string, write: () => void): Durability {
  if (path === ":memory:") return { onDisk: async () => write(), close: async () => undefined };
  let log: Promise<FileHandle> | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const sync = async (): Promise<void> => {
    write();
    log ??= open(`${path}-wal`, "r+");
    await (await log).datasync();
  };
  const start = (): Promise<void> => {
    next = undefined;
    running = sync().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    /** Who comes while one is under way may have written too late for it, and shares the next one. */
    onDisk() {
      if (!running) return start();
      next ??= running.then(start, start);
      return next;
    },
    async close() {
      await next?.catch(() => undefined);
      await running?.catch(() => undefined);
      await (await log?.catch(() => undefined))?.close();
    },
  };
}
