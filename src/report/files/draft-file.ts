/** A file that is written beside its place and moved there when it is complete, so that nobody reads half of it. */

import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, parse } from "node:path";
import { codeOf, messageOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { type Text, text } from "../../model/words/text.ts";

export type Draft = {
  write(content: string | Uint8Array): Promise<void>;
  /**
   * Moves the file to its place and returns its path: the one asked for or, where another program holds that open,
   * the next free one (`results-2.csv`).
   */
  publish(): Promise<string>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
};

/** Opens a file that its owner alone can read (0600); missing folders are made 0700. Throws a `UserError` where it cannot. */
export async function openDraft(path: string): Promise<Draft> {
  const draftPath = `${path}.part`;
  const handle = await createPrivately(draftPath).catch((error) => refuse(path, error));
  return {
    write: (content) => handle.writeFile(content).catch((error) => refuse(path, error)),
    publish: async () => {
      await handle.sync();
      await handle.close();
      return moveInto(path, draftPath);
    },
    discard: async () => {
      await handle.close();
      await rm(draftPath, { force: true });
    },
  };
}

/** A private file that is written, read once, and gone. */
export type Spool = {
  write(content: Uint8Array): Promise<void>;
  /** What was written, in pieces. */
  read(): AsyncGenerator<Buffer>;
  discard(): Promise<void>;
};

/** `path`: where a file may stand for a while. Throws a `UserError` where it cannot be written. */
export async function openSpool(path: string): Promise<Spool> {
  const spoolPath = `${path}.part`;
  const handle = await createPrivately(spoolPath).catch((error) => refuse(path, error));
  return {
    write: (content) => handle.writeFile(content).catch((error) => refuse(path, error)),
    async *read() {
      const piece = Buffer.alloc(readAtOnce);
      for (let position = 0; ; ) {
        const { bytesRead } = await handle.read(piece, 0, piece.length, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        yield piece.subarray(0, bytesRead);
      }
    },
    discard: async () => {
      await handle.close();
      await rm(spoolPath, { force: true });
    },
  };
}

const readAtOnce = 1024 ** 2;

async function createPrivately(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rm(path, { force: true });
  return open(path, "wx+", 0o600);
}

/** Errors of a rename onto a file that another program holds, or onto a folder of that name. */
const heldCodes: ReadonlySet<unknown> = new Set(["EPERM", "EACCES", "EBUSY", "EISDIR"]);
const namesToTry = 20;

async function moveInto(path: string, draftPath: string): Promise<string> {
  for (let count = 1; ; count++) {
    const finalPath = count === 1 ? path : numbered(path, count);
    try {
      await rename(draftPath, finalPath);
      return finalPath;
    } catch (error) {
      if (count === namesToTry || !heldCodes.has(codeOf(error))) refuse(path, error);
    }
  }
}

/** `out/results-2.csv` for `out/results.csv`. */
export function numbered(path: string, count: number): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}-${count}${ext}`);
}

/** For people: that a file stands under another name than it should, and why; nothing when it stands where it should. */
export function tellSecondName(wanted: string, path: string): readonly Text[] {
  const name = basename(path);
  return name === wanted ? [] : [text("written_as", { wanted, name })];
}

function refuse(path: string, error: unknown): never {
  const code = codeOf(error);
  if (code === undefined) throw error;
  throw new UserError(
    "cannot_write",
    text("cannot_write", { path, reason: messageOf(error) }),
    text("make_room_or_other_out"),
  );
}
