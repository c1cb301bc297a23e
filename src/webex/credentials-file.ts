/** The saved credentials of an integration or service app: one file that only its owner can read, replaced as a whole. Asks nobody for tokens. */
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Clock } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import { type Credentials, credentialsSchema } from "./credentials.ts";
import { holdingLock } from "./exclusive-lock.ts";

export type CredentialsStore = {
  /** `undefined` when there are none. */
  read(): Promise<Credentials | undefined>;
  /** To be called within `exclusively`. */
  write(credentials: Credentials): Promise<void>;
  remove(): Promise<void>;
  /** Does the work while nobody else, in this process or another, does work of this kind on these credentials. */
  exclusively<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
};

/** The credentials in the file at `path`; beside it stands its lock. */
export function credentialsFile(path: string, clock: Clock): CredentialsStore {
  return {
    read: () => readCredentials(path),
    write: (credentials) => replaceFile(path, `${JSON.stringify(credentials, undefined, 2)}\n`),
    remove: () => rm(path, { force: true }),
    exclusively: (work, signal) => holdingLock(`${path}.lock`, work, clock, signal),
  };
}

/** Throws `UserError` for a file that others can read, and for one that is damaged. */
async function readCredentials(path: string): Promise<Credentials | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  await refuseIfOpenToOthers(path);
  const read = credentialsSchema.safeParse(parseJson(text));
  if (read.success) return read.data;
  throw new UserError(
    "damaged_credentials",
    `The saved credentials in ${path} cannot be read.`,
    "Delete the file and log in again: wholesale-import auth login.",
  );
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Windows has no such bits; there the folder of the user protects the file. */
async function refuseIfOpenToOthers(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform === "win32" || (mode & 0o077) === 0) return;
  throw new UserError(
    "credentials_open_to_others",
    `Other users of this machine can read the saved credentials in ${path}.`,
    `Close the file (chmod 600 ${path}); if others may have read it, log in again as well.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Written beside, forced to the disk, then renamed: whoever reads finds the old file or the new one, never half of one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  try {
    const file = await open(beside, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
