/** What the first bytes of a file say it is, whatever its name says. */

const magic: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: "a workbook or another ZIP archive" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], name: "an old Office file" },
  { bytes: [0x1f, 0x8b], name: "a file compressed with gzip" },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: "a PDF" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: "a picture" },
  { bytes: [0xff, 0xd8, 0xff], name: "a picture" },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: "a program" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: "a database" },
];

/** For people: what it is instead of text; undefined when its first bytes are those of no format that we know. */
export function knownKind(start: Buffer): string | undefined {
  return magic.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))?.name;
}

/** Has it more control characters than any text in UTF-8 or a one-byte encoding? A few NUL bytes are a matter of their rows. */
export function isNoise(start: Buffer): boolean {
  const odd = start.filter(isControl).length;
  return odd > 8 && odd > start.length * 0.1;
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127;
}
