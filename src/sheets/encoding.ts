/** Which encoding the bytes of a text file are in, and how they become text. */
import { isUtf8 } from "node:buffer";
import { UserError } from "../model/user-error.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | (string & {});

const labels: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  "windows-1252": "Windows-1252",
};

/** For people. */
export function encodingLabel(encoding: Encoding): string {
  return labels[encoding] ?? encoding.toUpperCase();
}

/** The encoding that a person named, in the spelling of the WHATWG. Throws a UserError when there is none of that name. */
export function encodingNamed(name: string): Encoding {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new UserError(
      "unknown_encoding",
      `There is no encoding "${name}".`,
      "Use utf-8, utf-16le, utf-16be, windows-1252 or iso-8859-15.",
    );
  }
}

/** The begin of a header: Latin letters, whatever the rows are in. */
const headerBytes = 64;

/** What the first bytes tell: a byte order mark, or the zero bytes between the letters of UTF-16. Undefined: neither. */
export function encodingOfStart(bytes: Buffer): Encoding | undefined {
  const start = bytes.subarray(0, headerBytes);
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const pairs = Math.floor(start.length / 2);
  if (pairs === 0) return undefined;
  const [even, odd] = [countZeros(start, 0), countZeros(start, 1)];
  if (odd > pairs * 0.4 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.1) return "utf-16be";
  return undefined;
}

function countZeros(bytes: Buffer, from: 0 | 1): number {
  let count = 0;
  for (let index = from; index < bytes.length; index += 2) if (bytes[index] === 0) count += 1;
  return count;
}

/** Looks at all bytes of a file, piece by piece: are they UTF-8? */
export function utf8Check(): { push(piece: Buffer): void; isUtf8(): boolean } {
  let rest: Buffer = Buffer.alloc(0);
  let isValid = true;
  return {
    push(piece) {
      if (!isValid) return;
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      const end = endOfWhole(bytes);
      isValid = isUtf8(bytes.subarray(0, end));
      rest = Buffer.from(bytes.subarray(end));
    },
    isUtf8: () => isValid && rest.length === 0,
  };
}

/** Where the last whole character ends: up to three bytes of the next may follow. */
function endOfWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Turns pieces of bytes into text; a character may be divided over two of them. Without the byte order mark. Throws a TypeError when bytes do not fit. */
export function textDecoder(encoding: Encoding): { push(piece: Buffer): string; finish(): string } {
  if (encoding === "windows-1252") return { push: decodeWindows1252, finish: () => "" };
  const decoder = new TextDecoder(encoding, { fatal: true });
  return { push: (piece) => decoder.decode(piece, { stream: true }), finish: () => decoder.decode() };
}

/** What 0x80 to 0x9F are. Node's own decoder gets them wrong in several versions. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(piece: Buffer): string {
  return piece
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? letter);
}
