/** An .xlsx workbook with text cells only, so that no spreadsheet program turns a phone number into a number or a date. Written as a stream with constant memory. Knows nothing of runs. */

import { styleOf, stylesXml, type Tone } from "./workbook-styles.ts";
import { escapeXml, textOfCell } from "./workbook-text.ts";
import { mostZipBytes, openZip, type PackedFile, type ZipFile } from "./zip-file.ts";

export type WorksheetPlan = {
  /** Fit for a worksheet: see `worksheetName`. */
  readonly name: string;
  readonly header: readonly string[];
  /** The position of a column that is there and not shown. */
  readonly hidden?: number | undefined;
};

export type Worksheet = {
  /** `toneOf`: the colour of each cell, by its position. */
  add(cells: readonly string[], toneOf?: (index: number) => Tone): Promise<void>;
  /** Rows that it had no room for. */
  leftOut(): number;
};

export type Workbook = {
  /** Worksheets may grow side by side; they stand in the order of their opening. */
  open(plan: WorksheetPlan): Promise<Worksheet>;
  /** Bytes of all worksheets so far, unpacked. */
  size(): number;
  /** Completes the file; its path. */
  publish(): Promise<string>;
  discard(): Promise<void>;
};

/** Below the header. (A worksheet has 1 048 576 rows.) */
export const mostWorksheetRows = 1_000_000;

/** Throws UserError where the file cannot be written. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path);
  const opened: (GrowingWorksheet & { readonly name: string })[] = [];
  return {
    async open(plan) {
      const file = await zip.open(`xl/worksheets/sheet${opened.length + 1}.xml`);
      const worksheet = growWorksheet(file, plan, opened.length === 0);
      opened.push({ ...worksheet, name: plan.name });
      return worksheet;
    },
    size: () => opened.reduce((sum, worksheet) => sum + worksheet.size(), 0),
    async publish() {
      const finished: FinishedWorksheet[] = [];
      for (const { name, finish } of opened) finished.push({ name, range: await finish() });
      await addParts(zip, finished);
      return zip.publish();
    },
    discard: () => zip.discard(),
  };
}

type FinishedWorksheet = { readonly name: string; readonly range: string };

type GrowingWorksheet = Worksheet & {
  size(): number;
  /** The range of its cells. */
  finish(): Promise<string>;
};

/** Of as many rows the widths are looked at, before the first is written; of fewer, where they are long. */
const rowsMeasured = 200;
const charactersMeasured = 1024 ** 2;
const widest = 60;

function growWorksheet(file: PackedFile, { header, hidden }: WorksheetPlan, isFirst: boolean): GrowingWorksheet {
  const widths = header.map(widthOf);
  const letters = header.map((_, index) => columnName(index + 1));
  let waiting: string[] | undefined = [];
  let charactersWaiting = 0;
  let rows = 0;
  let leftOut = 0;

  const begin = async () => {
    const held = waiting ?? [];
    waiting = undefined;
    await file.write(headXml(widths, isFirst, hidden) + rowXml(1, letters, header, () => "header") + held.join(""));
  };
  return {
    async add(cells, toneOf = plain) {
      if (rows === mostWorksheetRows || file.size() > mostWorksheetBytes) {
        leftOut += 1;
        return;
      }
      rows += 1;
      const xml = rowXml(rows + 1, letters, cells, toneOf);
      if (!waiting) return file.write(xml);
      for (const [index, cell] of cells.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
      waiting.push(xml);
      charactersWaiting += xml.length;
      if (waiting.length >= rowsMeasured || charactersWaiting >= charactersMeasured) await begin();
    },
    leftOut: () => leftOut,
    size: () => file.size(),
    async finish() {
      if (waiting) await begin();
      const range = `A1:${columnName(header.length)}${rows + 1}`;
      await file.write(`</sheetData><autoFilter ref="${range}"/>${onPaper}</worksheet>`);
      return range;
    },
  };
}

/** As wide as the sheet. */
const onPaper = '<pageSetup orientation="landscape" fitToHeight="0"/>';

/** Room for a last row as large as one may be. */
const mostWorksheetBytes = mostZipBytes - 2 ** 27;

function plain(): Tone {
  return "plain";
}

/** In characters of the program's own font. */
function widthOf(text: string): number {
  const end = text.indexOf("\n");
  return Math.min(widest, Math.max(8, (end < 0 ? text.length : end) + 3));
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The columns are formatted as text too: what a person types into a blank cell stays as it is typed. */
function headXml(widths: readonly number[], isFirst: boolean, hidden: number | undefined): string {
  const columns = widths.map((width, index) => {
    const number = index + 1;
    return `<col min="${number}" max="${number}" width="${width}" style="${styleOf("plain", "")}" customWidth="1"${index === hidden ? ' hidden="1"' : ""}/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}</sheetView>`;
  return `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><cols>${columns.join("")}</cols><sheetData>`;
}

/** Blank cells are left out, but for those of a colour. */
function rowXml(
  row: number,
  letters: readonly string[],
  cells: readonly string[],
  toneOf: (index: number) => Tone,
): string {
  let xml = `<row r="${row}">`;
  for (let index = 0; index < letters.length; index += 1) {
    const cell = cells[index] ?? "";
    const tone = toneOf(index);
    if (cell === "" && tone === "plain") continue;
    const start = `<c r="${letters[index]}${row}" s="${styleOf(tone, cell)}"`;
    xml += cell === "" ? `${start}/>` : `${start} t="inlineStr"><is>${textOfCell(cell)}</is></c>`;
  }
  return `${xml}</row>`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? `${columnName(Math.floor((column - 1) / 26))}${letter}` : letter;
}

async function addParts(zip: ZipFile, worksheets: readonly FinishedWorksheet[]): Promise<void> {
  const parts = {
    "xl/workbook.xml": workbookXml(worksheets),
    "xl/_rels/workbook.xml.rels": relationsXml([
      ...worksheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": stylesXml(),
    "_rels/.rels": relationsXml([["officeDocument", "xl/workbook.xml"]]),
    "[Content_Types].xml": contentTypesXml(worksheets.length),
  };
  for (const [name, xml] of Object.entries(parts)) await (await zip.open(name)).write(xml);
}

/** The hidden names are how Excel knows the range of a filter. */
function workbookXml(worksheets: readonly FinishedWorksheet[]): string {
  const sheets = worksheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = worksheets.map(({ name, range }, index) => {
    const cells = range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    const cellRange = escapeXml(`'${name.replaceAll("'", "''")}'!${cells}`);
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${cellRange}</definedName>`;
  });
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join("")}</sheets><definedNames>${filters.join("")}</definedNames></workbook>`;
}

function relationsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
}

function contentTypesXml(worksheets: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = Array.from(
    { length: worksheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${parts.join("")}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`;
}
