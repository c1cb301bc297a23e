/** Which locks a run takes: one on itself, one on its input. Two state folders on one target are not covered. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { statfs } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Lock, takeLock } from "../journal/run-lock.ts";
import { UserError } from "../model/user-error.ts";
import type { SourceFile } from "../sheets/source-file.ts";
import type { RunFolder } from "./run-folder.ts";

/** Throws UserError when another process works on this run. */
export function lockRun(folder: RunFolder): Lock {
  return take(join(folder.path, "lock"), `run ${folder.runId}, process ${process.pid}`, `The run ${folder.runId}`);
}

/** Throws UserError when another process of this state folder works on the same input. `inputKey`: see `inputKeyOf`. */
export function lockInput(stateFolder: string, inputKey: string, runId: string): Lock {
  const path = resolve(stateFolder, "locks", inputKey.slice(0, 32));
  return take(path, `run ${runId}, process ${process.pid}`, "The same input");
}

function take(path: string, holder: string, what: string): Lock {
  const reply = takeLock(path, holder);
  if (reply.kind === "held") return reply.lock;
  throw new UserError(
    "already_running",
    `${what} is being worked on by another process (${reply.holder ?? "it does not say which"}).`,
    "Wait until it has ended, or stop it; nothing was sent by this one.",
  );
}

/** The same for the same content, wherever it lies. A file that cannot be read counts as empty here: reading it refuses it. */
export async function inputKeyOf(sources: readonly SourceFile[]): Promise<string> {
  const whole = createHash("sha256");
  for (const { sheet, path } of sources) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path), hash, { end: false }).catch(() => undefined);
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
    `The state folder ${resolve(stateFolder)} lies on a network file system (${kind}), which promises neither locks nor that a write has reached the disk.`,
    "Give a folder on a local disk with --state DIR.",
  );
}
