/** A lock between processes of one machine. The operating system holds it (through SQLite), so that it ends with its process, however that ends. */
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import Libsql from "libsql";
import type { Clock } from "../model/ports.ts";

const betweenTriesMs = 100;

/**
 * Does the work while no other process, and nobody else in this one, holds the lock of this path.
 * The file stays, empty and readable by its owner only. Throws the signal's reason when that ends the wait.
 */
export async function holdingLock<T>(
  path: string,
  work: () => Promise<T>,
  clock: Clock,
  signal: AbortSignal,
): Promise<T> {
  await makePrivateFile(path);
  const lock = new Libsql(path, { timeout: 0 });
  try {
    while (!tryToLock(lock)) await clock.sleep(betweenTriesMs, signal).catch(() => signal.throwIfAborted());
    return await work();
  } finally {
    lock.close();
  }
}

function tryToLock(lock: Libsql.Database): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Libsql.SqliteError && error.code === "SQLITE_BUSY") return false;
    throw error;
  }
}

async function makePrivateFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, "a", 0o600);
  await file.close();
}
