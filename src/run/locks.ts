/** Which locks a run takes: one on itself, one on its input. Two state folders on one target are not covered. */

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { statfs } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { UserError } from "../model/user-error.ts";
import { inEnglish, type Text, text } from "../model/words/text.ts";
import type { SourceFile } from "../sheets/read/source-file.ts";
import { isLocked, type Lock, takeLock } from "../storage/lock.ts";
import type { RunFolder } from "./folder.ts";

/** Throws UserError when another process works on this run. */
export function lockRun(folder: RunFolder): Lock {
  const { runId } = folder;
  return take(join(folder.path, "lock"), inEnglish(text("holder_of_run", { runId, process: process.pid })), (held) =>
    text("run_in_use", { runId, ...held }),
  );
}

/** Does a process work on this run now? */
export function isRunLocked(folder: RunFolder): boolean {
  return isLocked(join(folder.path, "lock"));
}

/** Throws UserError when another process of this state folder works on the same input. `inputKey`: see `inputKeyOf`. */
export function lockInput(stateFolder: string, inputKey: string, runId: string): Lock {
  const path = resolve(stateFolder, "locks", inputKey.slice(0, 32));
  return take(path, inEnglish(text("holder_of_run", { runId, process: process.pid })), (held) =>
    text("input_in_use", held),
  );
}

function take(path: string, holder: string, inUse: (held: { readonly holder?: string }) => Text): Lock {
  const reply = takeLock(path, holder);
  if (reply.kind === "held") return reply.lock;
  throw new UserError(
    "already_running",
    inUse(reply.holder === undefined ? {} : { holder: reply.holder }),
    text("wait_or_stop_it"),
  );
}

/** The same for the same content, wherever it lies. A file that cannot be read counts as empty here: reading it refuses it. Rows that a program gives are read once, and are those of this run alone. Throws the signal's reason. */
export async function inputKeyOf(sources: readonly SourceFile[], signal: AbortSignal, runId = ""): Promise<string> {
  const whole = createHash("sha256");
  for (const { sheet, path, rows, mapping } of sources) {
    if (mapping) whole.update(`${JSON.stringify(mapping.section)}\n`);
    if (rows) {
      whole.update(`${sheet} ${runId}\n`);
      continue;
    }
    const hash = createHash("sha256");
    await pipeline(createReadStream(path), hash, { end: false, signal }).catch(() => undefined);
    signal.throwIfAborted();
    whole.update(`${sheet} ${hash.digest("hex")}\n`);
  }
  return whole.digest("hex");
}

/** Magic numbers of statfs(2) on Linux. */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0xff534d42, "SMB"],
  [0xfe534d42, "SMB"],
  [0x517b, "SMB"],
  [0x5346414f, "AFS"],
  [0x00c36400, "Ceph"],
  [0x0bd00bd0, "Lustre"],
  [0x01021997, "9P"],
]);

/** `type`: as statfs tells it on Linux. `undefined`: not known as one of a network. */
export function networkFileSystemOf(type: number): string | undefined {
  return networkFileSystems.get(type);
}

/** The journal relies on locks and on writes that have reached the disk; a network file system promises neither. */
export async function refuseNetworkFolder(stateFolder: string): Promise<void> {
  const kind = process.platform === "linux" ? networkFileSystemOf((await statfs(stateFolder)).type) : undefined;
  if (!kind) return;
  throw new UserError(
    "state_on_network",
    text("state_on_network", { folder: resolve(stateFolder), kind }),
    text("use_local_disk"),
  );
}
