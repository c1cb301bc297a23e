/** A lock between processes that its holder's death releases: the operating system's own, by way of an SQLite transaction that stays open. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Libsql from "libsql";

export type Lock = Disposable;

/** `taken`: somebody else has it; `holder` is what they wrote down, when it can be read. */
export type LockReply =
  | { readonly kind: "held"; readonly lock: Lock }
  | { readonly kind: "taken"; readonly holder: string | undefined };

/** Takes the lock at `path` (a file of its own), or tells who has it. `holder`: a line for people who find it taken. Never waits. */
export function takeLock(path: string, holder: string): LockReply {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const db = new Libsql(path);
  const holderPath = `${path}.holder`;
  try {
    db.exec("pragma busy_timeout = 0; begin exclusive");
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    return { kind: "taken", holder: readHolder(holderPath) };
  }
  writeFileSync(holderPath, holder, { mode: 0o600 });
  return {
    kind: "held",
    lock: {
      [Symbol.dispose]() {
        rmSync(holderPath, { force: true });
        db.exec("rollback");
        db.close();
      },
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message);
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
