/** The files of a ZIP archive, unpacked within a limit whatever its directory claims. Knows nothing of workbooks. */
import { inflateRawSync } from "node:zlib";

/** Thrown when more bytes come out than the limit allows. */
export class ZipTooLarge extends Error {}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const longestComment = 65_535;

/** Name -> bytes of the files that `isWanted`. Throws when the archive is damaged, a RangeError among them. `limit`: bytes of all files together. */
export function unzip(
  archive: Buffer,
  limit: number,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let left = limit;
  for (const entry of directoryOf(archive)) {
    if (!isWanted(entry.name)) continue;
    const content = unpack(archive, entry, left);
    left -= content.length;
    files.set(entry.name, content);
  }
  return files;
}

type Entry = { readonly name: string; readonly method: number; readonly size: number; readonly offset: number };

function* directoryOf(archive: Buffer): Generator<Entry> {
  const end = findEnd(archive);
  let position = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(position) !== directoryEntry) throw new Error("damaged directory of a ZIP archive");
    const nameLength = archive.readUInt16LE(position + 28);
    const name = archive.toString("utf8", position + 46, position + 46 + nameLength);
    const isEncrypted = (archive.readUInt16LE(position + 8) & 1) !== 0;
    if (isEncrypted) throw new Error("encrypted file in a ZIP archive");
    yield {
      name: name.replaceAll("\\", "/"),
      method: archive.readUInt16LE(position + 10),
      size: archive.readUInt32LE(position + 20),
      offset: archive.readUInt32LE(position + 42),
    };
    position += 46 + nameLength + archive.readUInt16LE(position + 30) + archive.readUInt16LE(position + 32);
  }
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - longestComment - 22);
  for (let position = archive.length - 22; position >= first; position -= 1) {
    if (archive.readUInt32LE(position) === endOfDirectory) return position;
  }
  throw new Error("no directory in a ZIP archive");
}

function unpack(archive: Buffer, { method, size, offset }: Entry, limit: number): Buffer {
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const packed = archive.subarray(start, start + size);
  if (packed.length < size) throw new Error("ZIP archive is cut off");
  if (method === 0) {
    if (packed.length > limit) throw new ZipTooLarge();
    return packed;
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    if (error instanceof RangeError) throw new ZipTooLarge();
    throw error;
  }
}
