/** Which encoding the bytes of a text file are in, and how they become text. */

import { isAscii, isUtf8 } from "node:buffer";
import { UserError } from "../../model/user-error.ts";
import { type Text, text } from "../../model/words/text.ts";
import { nearestName } from "../cells/nearest.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | (string & {});

const labels: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  "windows-1252": "Windows-1252",
  macintosh: "Mac Roman",
  cp850: "DOS (CP850)",
};

/** For people. */
export function encodingLabel(encoding: Encoding): string {
  return labels[encoding] ?? encoding.toUpperCase();
}

/** The encoding that a person named, in the spelling of the WHATWG, or `cp850`. Throws a UserError when there is none of that name. */
export function encodingNamed(name: string): Encoding {
  if (/^(?:cp|ibm|dos)[-_ ]?(?:850|858)$/i.test(name)) return "cp850";
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new UserError("unknown_encoding", text("unknown_encoding", { name }), hintFor(name));
  }
}

function hintFor(name: string): Text {
  const use = text("use_encoding", { names: namesOfEncodings.slice(0, 6) });
  const meant = nearestName(name, namesOfEncodings);
  return meant === undefined ? use : text("did_you_mean_encoding", { meant, use });
}

/** Of the WHATWG standard, with the other names that people use; those of spreadsheets first. */
const namesOfEncodings: readonly string[] = [
  ...["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "macintosh"],
  ...["latin1", "cp1252", "cp850", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255"],
  ...["windows-1256", "windows-1257", "windows-1258", "windows-874", "iso-8859-1", "iso-8859-2", "iso-8859-3"],
  ...["iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-10", "iso-8859-13"],
  ...["iso-8859-14", "iso-8859-16", "x-mac-cyrillic", "ibm866", "koi8-r", "koi8-u", "shift_jis", "euc-jp"],
  ...["iso-2022-jp", "gbk", "gb18030", "big5", "euc-kr"],
];

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

/** What the bytes of a file say about its encoding. Both counts are 0 where all of it is ASCII. */
export type ByteSurvey = {
  /** Letters beyond ASCII that are right in UTF-8. */
  readonly wholeLetters: number;
  /** Bytes that are none of UTF-8. */
  readonly wrongBytes: number;
  /** Of the encodings with one byte per letter, the one in which those bytes make most sense between their neighbours. */
  readonly oneByteEncoding: Encoding;
};

/** Looks at all bytes of a file, piece by piece. */
export function byteSurvey(): { push(piece: Buffer): void; finish(): ByteSurvey } {
  const guess = oneByteGuess();
  let rest: Buffer = Buffer.alloc(0);
  let wholeLetters = 0;
  let wrongBytes = 0;

  function count(bytes: Buffer): void {
    const isRight = isUtf8(bytes);
    for (let index = 0; index < bytes.length; ) {
      const byte = bytes[index] ?? 0;
      const length = byte < 0x80 ? 1 : isRight ? lengthBy(byte) : wholeLength(bytes, index);
      if (byte >= 0x80 && length > 0) wholeLetters += 1;
      if (length === 0) {
        wrongBytes += 1;
        guess.add(bytes[index - 1] ?? 0, byte, bytes[index + 1] ?? 0);
      }
      index += length || 1;
    }
  }

  return {
    push(piece) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      const end = endOfWhole(bytes);
      if (!isAscii(bytes)) count(bytes.subarray(0, end));
      rest = Buffer.from(bytes.subarray(end));
    },
    finish() {
      count(rest);
      rest = Buffer.alloc(0);
      return { wholeLetters, wrongBytes, oneByteEncoding: guess.best() };
    },
  };
}

function lengthBy(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

/** Bytes of the letter that begins here; 0 where none does. */
function wholeLength(bytes: Buffer, index: number): number {
  const length = lengthBy(bytes[index] ?? 0);
  const letter = bytes.subarray(index, index + length);
  return letter.length === length && isUtf8(letter) ? length : 0;
}

/** In the order in which they are taken when nothing tells them apart. */
const oneByteEncodings = ["windows-1252", "iso-8859-15", "macintosh", "cp850"] as const;

/** Weighs the encodings by how their letters fit between the ASCII around them: an `é` may follow an `r`; a `Ž` or a `‰` does not. */
function oneByteGuess(): { add(before: number, byte: number, after: number): void; best(): Encoding } {
  let tables: readonly string[] | undefined;
  const scores = oneByteEncodings.map(() => 0);
  return {
    add(before, byte, after) {
      tables ??= oneByteEncodings.map(lettersOf);
      for (const [index, letters] of tables.entries()) {
        scores[index] = (scores[index] ?? 0) + scoreOf(kindOf(before), letters[byte] ?? "", kindOf(after));
      }
    },
    best: () => oneByteEncodings[scores.indexOf(Math.max(...scores))] ?? "windows-1252",
  };
}

function lettersOf(encoding: Encoding): string {
  return textDecoder(encoding).push(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)));
}

type Kind = "lower" | "upper" | "other";

function kindOf(byte: number): Kind {
  if (byte >= 0x61 && byte <= 0x7a) return "lower";
  return byte >= 0x41 && byte <= 0x5a ? "upper" : "other";
}

/** Marks that stand within words or behind them. */
const wordMark = /[\u2013\u2019\u201d\u2122\u00ae\u00b0]/;

/** Of Western European names: they decide where two encodings make letters of the same bytes. */
const commonLetters: ReadonlySet<string> = new Set("éëèüöïäáóíñçåøß");

function scoreOf(before: Kind, letter: string, after: Kind): number {
  if (/\p{Cc}/u.test(letter)) return -2;
  if (/\p{Ll}/u.test(letter))
    return after === "upper" ? -1 : before === "other" ? 0 : commonLetters.has(letter) ? 1.1 : 1;
  if (/\p{Lu}/u.test(letter)) return before === "lower" ? -1 : before === after && before === "other" ? 0 : 1;
  if (before === "other") return 0;
  if (wordMark.test(letter)) return 1;
  return after === "other" ? 0 : -1;
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

/** Turns pieces of bytes into text; a character may be divided over two of them. Without byte order marks. What is no character becomes U+FFFD. */
export function textDecoder(encoding: Encoding): { push(piece: Buffer): string; finish(): string } {
  if (encoding === "windows-1252") return { push: decodeWindows1252, finish: () => "" };
  if (encoding === "cp850") return { push: decodeDos, finish: () => "" };
  const decoder = new TextDecoder(encoding);
  let isStart = true;
  const withoutMarks = (text: string) => {
    const rest = isStart ? text.replace(/^\ufeff+/, "") : text;
    if (rest !== "") isStart = false;
    return rest;
  };
  return {
    push: (piece) => withoutMarks(decoder.decode(piece, { stream: true })),
    finish: () => withoutMarks(decoder.decode()),
  };
}

/** What 0x80 to 0x9F are. Node's own decoder gets them wrong in several versions. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(piece: Buffer): string {
  return piece
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** What 0x80 to 0xFF are where Excel saves "CSV (MS-DOS)" in Western Europe: code page 850, with the euro sign of 858. */
const dos =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

function decodeDos(piece: Buffer): string {
  return piece.toString("latin1").replace(/[\u0080-\u00ff]/g, (letter) => dos[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Where bytes of UTF-8 begin in a text that was read as UTF-16: letters of two ASCII bytes each, with a delimiter among them. Undefined: nowhere. */
export function startOfUtf8(text: string, encoding: Encoding): number | undefined {
  if (encoding !== "utf-16le" && encoding !== "utf-16be") return undefined;
  for (const { 0: run, index } of text.matchAll(pairsOfAscii)) {
    const bytes = Buffer.from(run, "utf16le");
    const written = (encoding === "utf-16le" ? bytes : bytes.swap16()).toString("latin1");
    if (/[,;\t|\r\n]/.test(written)) return index;
  }
  return undefined;
}

/** Letters whose two bytes both are printable ASCII or line ends, many in a row: in no language do so many follow each other. */
const pairsOfAscii = pairPattern();

function pairPattern(): RegExp {
  const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index);
  const hex = (high: number, low: number) => `\\u${((high << 8) | low).toString(16).padStart(4, "0")}`;
  const letters = [0x09, 0x0a, 0x0d, ...printable].map(
    (high) => `${hex(high, 0x09)}${hex(high, 0x0a)}${hex(high, 0x0d)}${hex(high, 0x20)}-${hex(high, 0x7e)}`,
  );
  return new RegExp(`[${letters.join("")}]{12,}`, "g");
}
