/** The files of a ZIP archive, unpacked as streams, never more than the directory states. Knows nothing of workbooks. */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { codeOf } from "../../model/thrown.ts";
import { inEnglish, type Text, text } from "../../model/words/text.ts";

/** The archive cannot be read. */
export class ZipDamaged extends Error {
  constructor(readonly why: Text) {
    super(inEnglish(why));
  }
}

export type ZipEntry = {
  /** With `/` between folders, and none before. */
  readonly name: string;
  /** Bytes, unpacked, as the directory claims. */
  readonly size: number;
  /** Throws ZipDamaged, also where more bytes come out than `size`. */
  unpack(): AsyncGenerator<Buffer>;
};

const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const localSignature = 0x04034b50;
const longestComment = 65_535;
const largestDirectory = 16 * 1024 ** 2;
const noValue = 0xffffffff;
const pieceBytes = 64 * 1024;

/** What the archive's directory lists, in its order. ZIP64 and data descriptors are understood. Throws ZipDamaged. */
export async function listZip(path: string): Promise<readonly ZipEntry[]> {
  await using file = await open(path);
  const { size } = await file.stat();
  const directory = await readDirectory(file, size);
  return [...entriesOf(directory)].map((facts) => ({
    name: facts.name,
    size: facts.size,
    unpack: () => unpack(path, facts),
  }));
}

type EntryFacts = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
};

async function readDirectory(file: FileHandle, fileSize: number): Promise<Buffer> {
  const tailSize = Math.min(fileSize, longestComment + 22);
  const tail = await readAt(file, fileSize - tailSize, tailSize);
  const end = findEnd(tail);
  let size = tail.readUInt32LE(end + 12);
  let offset = tail.readUInt32LE(end + 16);
  if (size === noValue || offset === noValue || tail.readUInt16LE(end + 10) === 0xffff) {
    const locator = await readAt(file, fileSize - tailSize + end - 20, 20);
    if (locator.readUInt32LE(0) !== locator64Signature) throw new ZipDamaged(text("zip_64_missing"));
    const end64 = await readAt(file, asNumber(locator.readBigUInt64LE(8)), 56);
    if (end64.readUInt32LE(0) !== end64Signature) throw new ZipDamaged(text("zip_directory_damaged"));
    size = asNumber(end64.readBigUInt64LE(40));
    offset = asNumber(end64.readBigUInt64LE(48));
  }
  if (size > largestDirectory) throw new ZipDamaged(text("zip_directory_too_long"));
  return readAt(file, offset, size);
}

function findEnd(tail: Buffer): number {
  for (let position = tail.length - 22; position >= 0; position -= 1) {
    if (tail.readUInt32LE(position) === endSignature) return position;
  }
  throw new ZipDamaged(text("zip_cut_off"));
}

function asNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipDamaged(text("zip_directory_damaged"));
  return Number(value);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  if (position < 0) throw new ZipDamaged(text("zip_directory_damaged"));
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw new ZipDamaged(text("zip_cut_off"));
  return bytes;
}

function* entriesOf(directory: Buffer): Generator<EntryFacts> {
  for (let position = 0; position + 46 <= directory.length; ) {
    if (directory.readUInt32LE(position) !== entrySignature) throw new ZipDamaged(text("zip_directory_damaged"));
    if ((directory.readUInt16LE(position + 8) & 1) !== 0) throw new ZipDamaged(text("zip_encrypted"));
    const nameEnd = position + 46 + directory.readUInt16LE(position + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(position + 30);
    if (extraEnd > directory.length) throw new ZipDamaged(text("zip_directory_damaged"));
    yield {
      name: directory
        .toString("utf8", position + 46, nameEnd)
        .replaceAll("\\", "/")
        .replace(/^\/+/, ""),
      method: directory.readUInt16LE(position + 10),
      crc: directory.readUInt32LE(position + 16),
      ...sizesOf(directory, position, directory.subarray(nameEnd, extraEnd)),
    };
    position = extraEnd + directory.readUInt16LE(position + 32);
  }
}

/** Values that do not fit into 32 bits stand in the extra field 1, in this order and only where they are needed. */
function sizesOf(directory: Buffer, position: number, extra: Buffer) {
  const long = zip64FieldOf(extra);
  let next = 0;
  const valueAt = (at: number): number => {
    const value = directory.readUInt32LE(position + at);
    if (value !== noValue || !long) return value;
    next += 8;
    if (next > long.length) throw new ZipDamaged(text("zip_directory_damaged"));
    return asNumber(long.readBigUInt64LE(next - 8));
  };
  const size = valueAt(24);
  const packedSize = valueAt(20);
  return { size, packedSize, offset: valueAt(42) };
}

function zip64FieldOf(extra: Buffer): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

async function* unpack(path: string, entry: EntryFacts): AsyncGenerator<Buffer> {
  const { name, size, crc } = entry;
  let count = 0;
  let sum = 0;
  for await (const piece of packedOrNot(path, entry)) {
    count += piece.length;
    if (count > size) throw new ZipDamaged(text("zip_part_too_long", { part: name }));
    sum = crc32(piece, sum);
    yield piece;
  }
  if (count < size || sum !== crc) throw new ZipDamaged(text("zip_part_damaged", { part: name }));
}

async function* packedOrNot(path: string, entry: EntryFacts): AsyncGenerator<Buffer> {
  const { method, packedSize } = entry;
  const start = await startOf(path, entry);
  if (packedSize === 0) return;
  const packed = createReadStream(path, { start, end: start + packedSize - 1, highWaterMark: pieceBytes });
  try {
    if (method === 0) return yield* packed as AsyncIterable<Buffer>; // no encoding was set
    if (method !== 8) throw new ZipDamaged(text("zip_part_packed_otherwise", { part: entry.name, method }));
    const inflate = createInflateRaw({ chunkSize: pieceBytes });
    yield* pipeline(packed, inflate, () => {}) as AsyncIterable<Buffer>; // no encoding was set
  } catch (error) {
    const code = codeOf(error) ?? "";
    if (code.startsWith("Z_") || code === "ERR_STREAM_PREMATURE_CLOSE")
      throw new ZipDamaged(text("zip_part_not_unpacked", { part: entry.name }));
    throw error;
  } finally {
    packed.destroy();
  }
}

async function startOf(path: string, { name, offset }: EntryFacts): Promise<number> {
  await using file = await open(path);
  const header = await readAt(file, offset, 30);
  if (header.readUInt32LE(0) !== localSignature) throw new ZipDamaged(text("zip_part_elsewhere", { part: name }));
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}
