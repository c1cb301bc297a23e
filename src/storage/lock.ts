/** Locks between processes that the death of their holder releases: the operating system's own, by way of an SQLite transaction that stays open. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type Libsql from "libsql";
import type { Clock } from "../model/ports.ts";
import { codeOf } from "../model/thrown.ts";
import { openSqlite } from "./sqlite.ts";

export type Lock = Disposable;

/** `taken`: somebody else has it; `holder` is what they wrote down, when it can be read. */
export type LockReply =
  | { readonly kind: "held"; readonly lock: Lock }
  | { readonly kind: "taken"; readonly holder: string | undefined };

/** Takes the lock at `path` (a file of its own), or tells who has it. `holder`: a line for people who find it taken. Never waits. */
export function takeLock(path: string, holder: string): LockReply {
  const db = openLock(path);
  const holderPath = `${path}.holder`;
  if (!tryToLock(db)) {
    db.close();
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

/** Did a process take the lock at `path` that has not given it back? It may be dead. */
export function wasLocked(path: string): boolean {
  return existsSync(`${path}.holder`); // written by whoever takes it
}

/** Does a living process hold the lock at `path`? Takes nothing. */
export function isLocked(path: string): boolean {
  if (!wasLocked(path)) return false;
  const db = openLock(path);
  try {
    return !tryToLock(db);
  } finally {
    db.close();
  }
}

/** Longer than any work done `inTurn` lasts. */
const patienceMs = 10_000;

/**
 * Does the work, a matter of milliseconds, while nobody else does work at the lock of this path: waits for whoever is at it,
 * and this process does nothing else meanwhile. Throws SQLite's "database is locked" where that has not ended after 10 s.
 */
export function inTurn<T>(path: string, work: () => T): T {
  const db = openLock(path);
  try {
    db.exec(`pragma busy_timeout = ${patienceMs}; begin exclusive`);
    return work();
  } finally {
    db.close();
  }
}

const betweenTriesMs = 100;

/**
 * Does work of any length while no other process, and nobody else in this one, holds the lock of this path; what else this
 * process does goes on. Throws the signal's reason when that ends the wait.
 */
export async function holdingLock<T>(
  path: string,
  work: () => Promise<T>,
  clock: Clock,
  signal: AbortSignal,
): Promise<T> {
  const db = openLock(path);
  try {
    while (!tryToLock(db)) await clock.sleep(betweenTriesMs, signal).catch(() => signal.throwIfAborted());
    return await work();
  } finally {
    db.close();
  }
}

/** The file stays, empty and readable by its owner only. */
function openLock(path: string): Libsql.Database {
  return openSqlite(path, { inNewFolder: true });
}

function tryToLock(db: Libsql.Database): boolean {
  try {
    db.exec("pragma busy_timeout = 0; begin exclusive");
    return true;
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error) ?? "")) return false;
    db.close();
    throw error;
  }
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
