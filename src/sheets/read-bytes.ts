/** The bytes of a file, piece by piece, unpacked when it is compressed, and never more than a limit. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { FileRefusal } from "./file-refusal.ts";

const pieceBytes = 64 * 1024;

/** Throws a FileRefusal: missing, damaged, too large. `limit`: bytes, unpacked. A piece is there until the next one is asked for. */
export async function* readBytes(path: string, limit: number): AsyncGenerator<Buffer> {
  let count = 0;
  try {
    for await (const piece of isCompressed(path) ? unpackPieces(path) : readPieces(path)) {
      count += piece.length;
      if (count > limit) throw tooLarge(path, limit);
      yield piece;
    }
  } catch (error) {
    throw refusalOf(error, path);
  }
}

/** All pieces in one place of memory. */
async function* readPieces(path: string): AsyncGenerator<Buffer> {
  await using file = await open(path);
  const place = Buffer.allocUnsafe(pieceBytes);
  for (;;) {
    const { bytesRead } = await file.read(place, 0, pieceBytes);
    if (bytesRead === 0) return;
    yield place.subarray(0, bytesRead);
  }
}

async function* unpackPieces(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: pieceBytes });
  try {
    const unpacked = pipeline(file, createGunzip({ chunkSize: pieceBytes }), () => {});
    for await (const piece of unpacked) yield piece as Buffer; // no encoding was set
  } finally {
    file.destroy();
  }
}

export function isCompressed(path: string): boolean {
  return path.toLowerCase().endsWith(".gz");
}

export function tooLarge(path: string, limit: number): FileRefusal {
  return new FileRefusal(
    "file_too_large",
    `${path} is larger than ${Math.round(limit / 1024 / 1024)} MiB when unpacked.`,
    "Divide it over several files.",
  );
}

function refusalOf(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("Z_") || code === "ERR_BUFFER_OUT_OF_BOUNDS") {
    return new FileRefusal(
      "damaged_archive",
      `${path} cannot be unpacked: it is damaged or incomplete.`,
      "Compress it again.",
    );
  }
  if (code === "ENOENT")
    return new FileRefusal("missing_file", `There is no file ${path}.`, "Check the name and the folder.");
  if (code === "EACCES" || code === "EPERM" || code === "EISDIR" || code === "EBUSY") {
    return new FileRefusal(
      "missing_file",
      `${path} cannot be opened (${code}).`,
      "Check who may read it, and close it in other programs.",
    );
  }
  return error;
}
