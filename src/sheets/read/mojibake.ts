/** Text in UTF-8 that a program read as if it were in an older encoding, and wrote again: `ZoÃ«` for `Zoë`. */

const encodings = ["windows-1252", "windows-1250", "windows-1254", "macintosh"] as const;

/** Of code page 850, which has no decoder: what the bytes 0x80 to 0xFF look like. */
const codePage850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

let tables: readonly ReadonlyMap<string, number>[] | undefined;

/** Letter -> byte, for each of the encodings. Made when the first text with foreign letters is looked at. */
function byteTables(): readonly ReadonlyMap<string, number>[] {
  const bytes = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
  const tablesOfDecoders = encodings.map((encoding) => {
    const table = new Map([...new TextDecoder(encoding).decode(bytes)].map((letter, index) => [letter, index + 128]));
    // programs also write such bytes as the control characters of Latin-1
    for (let byte = 0x80; byte < 0xa0; byte += 1) table.set(String.fromCharCode(byte), byte);
    return table;
  });
  return [...tablesOfDecoders, new Map([...codePage850].map((letter, index) => [letter, index + 128]))];
}

/** The first letter of such a pair, in any of the encodings, and a second one behind it. */
const suspicious = /[ÂÃÄÅĂĹâĎÐ¬√ƒ≈‚┬├─┼ÔãÎÏË\u00e2\u00e3]\P{ASCII}/u;
const runs = /\P{ASCII}+/gu;

/** Most times that a text may have been read wrong. */
const mostRounds = 3;

/** The text as it was meant; undefined when it does not look like such a slip. */
export function readMojibake(text: string): string | undefined {
  let meant = text;
  for (let round = 0; round < mostRounds && suspicious.test(meant); round += 1) {
    const next = meant.replace(runs, decodeRun);
    if (next === meant) break;
    meant = next;
  }
  return meant === text ? undefined : meant;
}

/** In the first encoding in which the letters are bytes of UTF-8. */
function decodeRun(run: string): string {
  tables ??= byteTables();
  for (const table of tables) {
    const bytes = [...run].map((letter) => table.get(letter));
    if (bytes.length < 2 || !bytes.every((byte) => byte !== undefined)) continue;
    const decoded = Buffer.from(bytes).toString("utf8");
    if (!decoded.includes("\ufffd") && /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}]+$/u.test(decoded)) return decoded;
  }
  return run;
}
