/** Workbooks for tests, part by part, as spreadsheet programs write them: also with what a library would not write. */
import { writeFile } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";

export type BuiltSheet = {
  readonly name: string;
  /** What stands within `<sheetData>`. */
  readonly rows: string;
  /** What stands behind it. */
  readonly tail?: string;
  readonly state?: "hidden" | "veryHidden";
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";

/** `formats`: number formats; a cell with `s="1"` has the first of them. `strings`: the inside of `<sst>`. `without`: a worksheet that is listed and left out. */
export async function writeWorkbook(
  path: string,
  sheets: readonly BuiltSheet[],
  {
    formats = [],
    strings = "",
    date1904 = false,
    without,
  }: { formats?: string[]; strings?: string; date1904?: boolean; without?: string } = {},
): Promise<void> {
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escapeXml(code)}"/>`);
  const xfs = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${packages}"><Relationship Id="a" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${date1904}"/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="r${at}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}"><Relationship Id="s" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="t" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/>${sheets
      .map(
        (_, at) => `<Relationship Id="r${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts>${numFmts.join("")}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>`,
  };
  for (const [at, { name, rows, tail = "" }] of sheets.entries()) {
    if (name === without) continue;
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
  }
  await writeFile(path, zipOf(parts));
}

/** A row of texts from column A on; `more`: further cells as XML. */
export function textRow(row: number, texts: readonly string[], more = ""): string {
  const cells = texts.map((text, at) => {
    const reference = `${String.fromCharCode(65 + at)}${row}`;
    return text === "" ? "" : `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join("")}${more}</row>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A ZIP archive of these files. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), facts, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
