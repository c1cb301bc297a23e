/** The saved credentials of an integration or service app: one file that only its owner can read, replaced as a whole. Asks nobody for tokens. */

import { rm, stat } from "node:fs/promises";
import { parseJson } from "../../model/json.ts";
import type { Clock } from "../../model/ports.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import { readIfThere, replaceFile } from "../../storage/files.ts";
import { holdingLock } from "../../storage/lock.ts";
import { type Credentials, credentialsSchema } from "./credentials.ts";

export type CredentialsStore = {
  /** `undefined` when there are none. */
  read(): Promise<Credentials | undefined>;
  /** To be called within `exclusively`. */
  write(credentials: Credentials): Promise<void>;
  remove(): Promise<void>;
  /** Does the work while nobody else, in this process or another, does work of this kind on these credentials. */
  exclusively<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
};

/** The credentials in the file at `path`; its lock is in the same folder. */
export function credentialsFile(path: string, clock: Clock): CredentialsStore {
  return {
    read: () => readCredentials(path),
    write: async (credentials) => replaceFile(path, `${JSON.stringify(credentials, undefined, 2)}\n`),
    remove: () => rm(path, { force: true }),
    exclusively: (work, signal) => holdingLock(`${path}.lock`, work, clock, signal),
  };
}

/** Throws `UserError` for a file that others can read, and for one that is damaged. */
async function readCredentials(path: string): Promise<Credentials | undefined> {
  const json = await readIfThere(path);
  if (json === undefined) return undefined;
  await refuseIfOpenToOthers(path);
  const read = credentialsSchema.safeParse(parseJson(json));
  if (read.success) return read.data;
  throw new UserError("damaged_credentials", text("credentials_unreadable", { path }), text("delete_and_log_in"));
}

/** Windows has no such bits; there the folder of the user protects the file. */
async function refuseIfOpenToOthers(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform === "win32" || (mode & 0o077) === 0) return;
  throw new UserError(
    "credentials_open_to_others",
    text("credentials_readable_by_others", { path }),
    text("close_credentials", { path }),
  );
}
