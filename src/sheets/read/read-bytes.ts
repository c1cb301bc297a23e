/** The bytes of a file, piece by piece, unpacked when it is compressed, and never more than a limit. */
import { createReadStream, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { codeOf } from "../../model/thrown.ts";
import { type Text, text } from "../../model/words/text.ts";
import { FileRefusal } from "./file-refusal.ts";

const pieceBytes = 256 * 1024;

export type ReadBytesOptions = {
  /** Most bytes, unpacked. */
  readonly limit: number;
  /** Stops the reading: what is asked next throws its reason. */
  readonly signal?: AbortSignal | undefined;
};

/** Throws a FileRefusal (missing, damaged, too large) and the signal's reason. A piece is there until the next one is asked for. */
export async function* readBytes(path: string, { limit, signal }: ReadBytesOptions): AsyncGenerator<Buffer> {
  let count = 0;
  await regularFileFacts(path);
  try {
    for await (const piece of isCompressed(path) ? unpackPieces(path) : readPieces(path)) {
      signal?.throwIfAborted();
      count += piece.length;
      if (count > limit) throw tooLarge(path, limit);
      yield piece;
    }
  } catch (error) {
    throw refusalOf(error, path);
  }
}

/** All pieces in two places of memory: the next piece is read while somebody works on the one before it. */
async function* readPieces(path: string): AsyncGenerator<Buffer> {
  await using file = await open(path);
  const read = (location: Buffer) => file.read(location, 0, pieceBytes);
  let location = Buffer.allocUnsafe(pieceBytes);
  let spare = Buffer.allocUnsafe(pieceBytes);
  let reading = read(location);
  for (;;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    const piece = location.subarray(0, bytesRead);
    reading = read(spare);
    reading.catch(() => {}); // thrown where it is awaited, and by nobody where the rest is not wanted
    yield piece;
    [location, spare] = [spare, location];
  }
}

async function* unpackPieces(path: string): AsyncGenerator<Buffer> {
  const start = await startOf(path);
  if (start.length === 0) return;
  if (start[0] !== 0x1f || (start.length > 1 && start[1] !== 0x8b)) throw notCompressed(path);
  const file = createReadStream(path, { highWaterMark: pieceBytes });
  try {
    const unpacked = pipeline(file, createGunzip({ chunkSize: pieceBytes }), () => {});
    for await (const piece of unpacked) yield piece as Buffer; // no encoding was set
  } finally {
    file.destroy();
  }
}

async function startOf(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return buffer.subarray(0, bytesRead);
}

function notCompressed(path: string): FileRefusal {
  return new FileRefusal(
    "damaged_archive",
    text("not_compressed", { file: path }),
    text("rename_or_compress", { name: basename(path).slice(0, -".gz".length) }),
  );
}

/** Looks at the file without opening it: opening a pipe would wait for whoever writes into it. Throws a FileRefusal where there is none, or it is no regular file. */
export async function regularFileFacts(path: string): Promise<Stats> {
  const facts = await stat(path).catch((error: unknown) => {
    throw refusalOf(error, path);
  });
  const kind = irregularKind(facts);
  if (kind === undefined) return facts;
  throw notARegularFile(path, kind);
}

/** `kind`: see `irregularKind`. */
export function notARegularFile(path: string, kind: Text): FileRefusal {
  return new FileRefusal("not_a_file", text("not_a_regular_file", { file: path, what: kind }), text("put_file_there"));
}

/** For people: what it is instead of a regular file. */
export function irregularKind(facts: Pick<Stats, "isFile" | "isDirectory" | "isFIFO" | "isSocket">): Text | undefined {
  if (facts.isFile()) return undefined;
  if (facts.isDirectory()) return text("a_folder");
  if (facts.isFIFO()) return text("a_pipe");
  return text(facts.isSocket() ? "a_socket" : "a_device");
}

export function isCompressed(path: string): boolean {
  return path.toLowerCase().endsWith(".gz");
}

export function tooLarge(path: string, limit: number, hint = text("split_file")): FileRefusal {
  const mib = Math.round(limit / 1024 ** 2);
  return new FileRefusal("file_too_large", text("file_too_large", { file: path, mib }), hint);
}

function refusalOf(error: unknown, path: string): unknown {
  const code = codeOf(error) ?? "";
  if (code.startsWith("Z_") || code === "ERR_BUFFER_OUT_OF_BOUNDS") {
    return new FileRefusal("damaged_archive", text("archive_damaged", { file: path }), text("compress_again"));
  }
  if (code === "ENOENT" || code === "ENOTDIR")
    return new FileRefusal("missing_file", text("file_missing", { file: path }), text("check_name_and_folder"));
  if (/^E[A-Z]+$/.test(code)) {
    return new FileRefusal(
      "missing_file",
      text("file_cannot_be_opened", { file: path, code }),
      text("check_permissions"),
    );
  }
  return error;
}
