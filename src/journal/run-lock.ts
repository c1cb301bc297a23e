/** A lock between processes that its holder's death releases: the operating system's own, by way of an SQLite transaction that stays open. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Libsql from "libsql";
import { makePrivateFile } from "./private-file.ts";

export type Lock = Disposable;

/** `taken`: somebody else has it; `holder` is what they wrote down, when it can be read. */
export type LockReply =
  | { readonly kind: "held"; readonly lock: Lock }
  | { readonly kind: "taken"; readonly holder: string | undefined };

/** Takes the lock at `path` (a file of its own), or tells who has it. `holder`: a line for people who find it taken. Never waits. */
export function takeLock(path: string, holder: string): LockReply {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  makePrivateFile(path);
  const db = new Libsql(path);
  const holderPath = `${path}.holder`;
  try {
    db.exec("pragma busy_timeout = 0; begin exclusive");
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    return { kind: "taken", holder: readHolder(holderPath) };
  }
  asCourtesy(() => writeFileSync(holderPath, holder, { mode: 0o600 }));
  return {
    kind: "held",
    lock: {
      [Symbol.dispose]() {
        asCourtesy(() => rmSync(holderPath, { force: true }));
        db.exec("rollback");
        db.close();
      },
    },
  };
}

/** Longer than any work done at such a lock lasts. */
const patienceMs = 10_000;

/**
 * Does the work, a matter of milliseconds, while nobody else does work at the lock of this path: waits for whoever is at it,
 * and this process does nothing else meanwhile. Throws SQLite's "database is locked" where that has not ended after 10 s.
 */
export function inTurn<T>(path: string, work: () => T): T {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  makePrivateFile(path);
  const db = new Libsql(path);
  try {
    db.exec(`pragma busy_timeout = ${patienceMs}; begin exclusive`);
    return work();
  } finally {
    db.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message);
}

/** For the note beside the lock: where the disk does not take it, the lock holds all the same. */
function asCourtesy(write: () => void): void {
  try {
    write();
  } catch {
    // full or read-only
  }
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8") || undefined;
  } catch {
    return undefined;
  }
}
