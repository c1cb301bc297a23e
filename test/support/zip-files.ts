/** The files of a ZIP archive in a test, whole. */
import { crc32, deflateRawSync } from "node:zlib";
import { listZip } from "../../src/sheets/read/zip.ts";

/** Name -> bytes. */
export async function unzip(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await listZip(path)) {
    const pieces: Buffer[] = [];
    for await (const piece of entry.unpack()) pieces.push(Buffer.from(piece));
    files.set(entry.name, Buffer.concat(pieces));
  }
  return files;
}

/** An archive of these files, compressed, in their order. */
export function zip(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    const facts = Buffer.alloc(26); // from the version needed to the length of the extra field
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), facts, title, packed]);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), facts, place, title);
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
