/** A ZIP archive, written file by file with constant memory. Knows nothing of workbooks. Format: PKWARE's APPNOTE, without ZIP64. */
import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { type Draft, openDraft, openSpool } from "./draft-file.ts";

/** A file of the archive that grows. */
export type PackedFile = {
  readonly name: string;
  /** Bytes so far, unpacked. */
  size(): number;
  write(text: string): Promise<void>;
};

export type ZipFile = {
  /** Several may grow side by side. */
  open(name: string): Promise<PackedFile>;
  /** A small file as a whole: none is held open for it. It stands before those that grow. */
  add(name: string, content: string): Promise<void>;
  /** Completes the archive, its files in the order of their opening. */
  publish(): Promise<string>;
  discard(): Promise<void>;
};

/** Most bytes of one file of an archive without ZIP64, and of the archive, less some room for its directory. */
export const mostZipBytes = 2 ** 32 - 2 ** 20;

/** Throws UserError where the file cannot be written. */
export async function openZip(path: string): Promise<ZipFile> {
  const draft = await openDraft(path);
  const growing: GrowingFile[] = [];
  const archive = startArchive(draft);
  const discardParts = async () => {
    for (const file of growing) await file.discard();
  };
  return {
    async open(name) {
      const file = await openGrowing(name, `${path}.${growing.length + 1}`);
      growing.push(file);
      return file;
    },
    async add(name, content) {
      const whole = Buffer.from(content);
      const packed = await pack(whole, asWhole);
      const facts = { name: Buffer.from(name), crc: crc32(whole), size: whole.length, packedSize: packed.length };
      await archive.add(facts, [packed]);
    },
    async publish() {
      for (const file of growing) await archive.add(await file.finish(), file.packed());
      await archive.finish();
      await discardParts();
      return draft.publish();
    },
    async discard() {
      await discardParts();
      await draft.discard();
    },
  };
}

type GrowingFile = PackedFile & {
  finish(): Promise<PackedFacts>;
  packed(): AsyncGenerator<Buffer>;
  discard(): Promise<void>;
};

type PackedFacts = {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
};

const pieceLength = 256 * 1024;
const pack = promisify<Buffer, { level: number; finishFlush: number }, Buffer>(deflateRaw);
/** A piece ends at a whole byte, so that the next one can stand behind it. */
const asPiece = { level: 1, finishFlush: constants.Z_SYNC_FLUSH };
const asWhole = { level: 6, finishFlush: constants.Z_FINISH };
/** An empty last block. */
const endOfStream = Buffer.from([3, 0]);

async function openGrowing(name: string, path: string): Promise<GrowingFile> {
  const spool = await openSpool(path);
  let text = "";
  let [crc, size, packedSize] = [0, 0, 0];
  let packing: Promise<void> = Promise.resolve();

  const write = async (content: Buffer) => {
    packedSize += content.length;
    await spool.write(content);
  };
  /** While a piece is packed in another thread, the next one grows. */
  const flush = async () => {
    const piece = Buffer.from(text);
    text = "";
    crc = crc32(piece, crc);
    size += piece.length;
    await packing;
    packing = pack(piece, asPiece).then(write);
    packing.catch(() => {}); // told by the next one who waits for it
  };
  return {
    name,
    size: () => size + text.length,
    write: async (more) => {
      text += more;
      if (text.length >= pieceLength) await flush();
    },
    async finish() {
      await flush();
      await packing;
      await write(endOfStream);
      return { name: Buffer.from(name), crc, size, packedSize };
    },
    packed: () => spool.read(),
    async discard() {
      await packing.catch(() => {});
      await spool.discard();
    },
  };
}

/** The archive itself: one file behind the other, and their directory. */
function startArchive(draft: Draft) {
  const directory: Buffer[] = [];
  let files = 0;
  let position = 0;
  return {
    async add(facts: PackedFacts, packed: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void> {
      directory.push(directoryEntry(facts, position), facts.name);
      const head = Buffer.concat([localHeader(facts), facts.name]);
      await draft.write(head);
      for await (const piece of packed) await draft.write(piece);
      position += head.length + facts.packedSize;
      files += 1;
    },
    async finish(): Promise<void> {
      const entries = Buffer.concat(directory);
      await draft.write(Buffer.concat([entries, endOfDirectory(files, entries.length, position)]));
    },
  };
}

/** What the header of a file and its entry in the directory have in common: version 2.0, UTF-8 names, deflated, 1 January 1980. */
function commonFacts({ name, crc, size, packedSize }: PackedFacts): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(packedSize, 14);
  facts.writeUInt32LE(size, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

function localHeader(facts: PackedFacts): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), commonFacts(facts)]);
}

function directoryEntry(facts: PackedFacts, position: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(position, 10);
  const madeBy = Buffer.from([20, 0]);
  return Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), madeBy, commonFacts(facts), rest]);
}

function endOfDirectory(files: number, length: number, position: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(position, 16);
  return end;
}
