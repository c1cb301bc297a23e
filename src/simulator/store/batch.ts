/** One commit for all that is done in one turn of the event loop: a commit costs as much as all statements of a request. */
import type Libsql from "libsql";

export type Batch = {
  /** All of it or, when `work` throws, nothing; others of the same turn are not touched. */
  together<T>(work: () => T): T;
  /** Resolves when what was done until now is committed. */
  written(): Promise<void>;
  /** Commits now what is open. */
  commit(): void;
};

export function createBatch(db: Libsql.Database): Batch {
  const [begin, commit] = [db.prepare("begin immediate"), db.prepare("commit")];
  const [save, keep, undo] = [db.prepare("savepoint one"), db.prepare("release one"), db.prepare("rollback to one")];
  let open: { readonly committed: Promise<void>; settle(): void } | undefined;

  function start(): void {
    begin.run();
    let settle = () => {};
    const committed = new Promise<void>((resolve, reject) => {
      settle = () => {
        try {
          commit.run();
          resolve();
        } catch (error) {
          reject(error);
        }
      };
    });
    // Who wrote waits for it and hears of a failure; a batch of nobody must not end the process.
    committed.catch(() => {});
    open = { committed, settle };
    setImmediate(commitOpen);
  }

  function commitOpen(): void {
    const batch = open;
    open = undefined;
    batch?.settle();
  }

  return {
    together(work) {
      if (!open) start();
      save.run();
      try {
        const result = work();
        keep.run();
        return result;
      } catch (error) {
        undo.run();
        keep.run();
        throw error;
      }
    },
    written: () => open?.committed ?? Promise.resolve(),
    commit: commitOpen,
  };
}
