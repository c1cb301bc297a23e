/** The kind of a file according to its first bytes, whatever its name. */

import { type Text, text } from "../../model/words/text.ts";

export type FileKind =
  | "zip"
  | "compound"
  | "gzip"
  | "pdf"
  | "picture"
  | "program"
  | "database"
  | "html"
  | "xml"
  | "rtf"
  | "utf-32";

type Magic = { readonly bytes: readonly number[]; readonly kind: FileKind; readonly name: Text };

const magic: readonly Magic[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: "zip", name: text("a_zip_file") },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: "zip", name: text("an_empty_zip_file") },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], kind: "compound", name: text("an_old_office_file") },
  { bytes: [0x1f, 0x8b], kind: "gzip", name: text("a_gzip_file") },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: "pdf", name: text("a_pdf") },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: "picture", name: text("a_picture") },
  { bytes: [0xff, 0xd8, 0xff], kind: "picture", name: text("a_picture") },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: "program", name: text("a_program") },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], kind: "database", name: text("a_database") },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: "rtf", name: text("a_rich_text") },
  { bytes: [0xff, 0xfe, 0x00, 0x00], kind: "utf-32", name: text("utf_32") },
  { bytes: [0x00, 0x00, 0xfe, 0xff], kind: "utf-32", name: text("utf_32") },
];

/** For people: what it is instead of text; undefined when its first bytes are those of no format that we know. */
export function knownKind(start: Buffer): Text | undefined {
  return magicOf(start)?.name ?? (isMarkup(start) ? text("a_markup_file") : undefined);
}

function isMarkup(start: Buffer): boolean {
  return start.subarray(0, 64).toString("latin1").trimStart().startsWith("<") && kindOfFile(start) !== undefined;
}

/** Of the first kilobyte, or less; undefined for text and what is not known. */
export function kindOfFile(start: Buffer): FileKind | undefined {
  const found = magicOf(start);
  if (found) return found.kind;
  const content = start
    .toString("latin1")
    .replace(/^[\u00ef\u00bb\u00bf\s]+/, "")
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<table|<meta|<style|<div)/.test(content) || content.includes("<html"))
    return "html";
  return content.startsWith("<?xml") ? "xml" : undefined;
}

function magicOf(start: Buffer): Magic | undefined {
  return magic.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
}

/** Has it more control characters than any text in UTF-8 or a one-byte encoding? A few NUL bytes are a matter of their rows. */
export function isNoise(start: Buffer): boolean {
  const odd = start.filter(isControl).length;
  return odd > 8 && odd > start.length * 0.1;
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127;
}
