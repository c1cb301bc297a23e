/** A workbook of Office Open XML (.xlsx, .xlsm) -> its worksheets, and the rows of one, read as a stream. Macros, pictures and charts are not looked at. */
import { workbookFormats } from "../../model/words/reading-words.ts";
import { text } from "../../model/words/text.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { Flaw, OpenSheet, ReadRow } from "./file-rows.ts";
import type { Workbook, WorkbookOptions } from "./workbook.ts";
import {
  canBeDate,
  cutText,
  dateCell,
  errorCell,
  type FilledCell,
  hiddenRows,
  type MergedCells,
  mergedRows,
  mostColumns,
  mostRows,
  numberCell,
  rowBuilder,
  textCounter,
  uncalculated,
} from "./workbook-cells.ts";
import { attributeOf, readWholeXml, readXml, type XmlAttributes, XmlDamaged } from "./xml-parts.ts";
import type { ZipEntry } from "./zip.ts";

type Parts = ReadonlyMap<string, ZipEntry>;
/** `part`: undefined where the workbook lists the worksheet and does not have it. */
type Worksheet = { readonly name: string; readonly isHidden: boolean; readonly part: ZipEntry | undefined };

/** `parts` by their names in small letters; `main`: the name of the workbook's own part. */
export async function openXlsx(parts: Parts, main: string, options: WorkbookOptions): Promise<Workbook> {
  const { sheets, has1904Dates } = await readMainPart(parts, main);
  const relations = await readRelations(parts, main);
  const worksheets = sheets.flatMap(({ name, id, isHidden }): Worksheet[] => {
    const relation = relations.find((each) => each.id === id);
    const isOfCells = relation === undefined || relation.type.endsWith("/worksheet"); // there are sheets of charts, too
    return isOfCells ? [{ name, isHidden, part: parts.get(relation?.target ?? "") }] : [];
  });
  const shared = [...relations]
    .filter(({ type }) => /\/(sharedStrings|styles)$/.test(type))
    .map(({ type, target }) => [type.endsWith("/styles") ? "styles" : "strings", parts.get(target)] as const);
  const partOf = new Map(shared);
  const measured = [...worksheets, ...shared.map(([, part]) => ({ part }))].flatMap(({ part }) => part ?? []);
  let texts: Promise<SharedTexts> | undefined;
  const readShared = (signal: AbortSignal | undefined) => {
    texts ??= readSharedTexts(partOf.get("strings"), partOf.get("styles"), has1904Dates, { ...options, signal });
    texts.catch(() => {
      texts = undefined; // it was stopped, or cannot be read: who asks again shall hear so
    });
    return texts;
  };
  return {
    kind: workbookFormats.excel,
    worksheets: worksheets.map(({ name, isHidden }) => ({ name, isHidden })),
    unpackedBytes: measured.reduce((sum, { size }) => sum + size, 0),
    async open(name, signal) {
      const worksheet = worksheets.find((each) => each.name === name);
      if (!worksheet) throw new Error(`no worksheet ${name}`);
      if (!worksheet.part) throw new XmlDamaged(text("xlsx_worksheet_absent", { worksheet: name }));
      return openRows(worksheet.part, await readShared(signal), { ...options, signal });
    },
  };
}

async function readMainPart(parts: Parts, main: string) {
  const sheets: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = [];
  let has1904Dates = false;
  const part = parts.get(main);
  if (!part) throw new FileRefusal("damaged_workbook", text("workbook_lists_no_worksheets"), text("save_again"));
  await readWholeXml(part.unpack(), {
    open(name, attributes) {
      if (name === "workbookPr") has1904Dates = isTrue(attributes.date1904);
      if (name !== "sheet") return;
      const state = attributes.state ?? "visible";
      sheets.push({
        name: attributes.name ?? "",
        id: attributeOf(attributes, "id") ?? "",
        isHidden: state !== "visible",
      });
    },
  });
  return { sheets, has1904Dates };
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Targets as names of parts. */
async function readRelations(parts: Parts, main: string): Promise<readonly Relation[]> {
  const cut = main.lastIndexOf("/") + 1;
  const part = parts.get(`${main.slice(0, cut)}_rels/${main.slice(cut)}.rels`);
  const relations: Relation[] = [];
  if (!part) return relations;
  await readWholeXml(part.unpack(), {
    open(name, attributes) {
      const { Id: id = "", Type: type = "", Target: target = "" } = attributes;
      if (name === "Relationship") relations.push({ id, type, target: partName(main.slice(0, cut), target) });
    },
  });
  return relations;
}

/** `../x.xml` and `/xl/x.xml` too; blank where the target is no address. */
export function partName(folder: string, target: string): string {
  try {
    const { pathname } = new URL(target.replaceAll("\\", "/"), `zip://x/${folder}`);
    return decodeURI(pathname).slice(1).toLowerCase();
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return "";
    throw error;
  }
}

type SharedTexts = {
  readonly strings: readonly string[];
  /** The text that a style shows for a number, and whether it is a date. */
  readonly show: (
    style: number,
    value: number,
  ) => { readonly text?: string; readonly isDate: boolean; readonly day?: string };
};

async function readSharedTexts(
  strings: ZipEntry | undefined,
  styles: ZipEntry | undefined,
  has1904Dates: boolean,
  options: WorkbookOptions,
): Promise<SharedTexts> {
  return {
    strings: strings ? await readStrings(strings, options) : [],
    show: await numberShower(styles ? await readFormats(styles) : [], has1904Dates),
  };
}

/** Texts in parts are joined; how they are pronounced (`rPh`) is left out. */
async function readStrings(part: ZipEntry, { signal }: WorkbookOptions): Promise<readonly string[]> {
  const strings: string[] = [];
  const rich = richText();
  const handlers = {
    open(name: string) {
      if (name === "si") rich.start();
      else rich.open(name);
    },
    text: rich.text,
    close(name: string) {
      if (name === "si") strings.push(rich.end());
      else rich.close(name);
    },
  };
  for await (const _ of readXml(part.unpack(), handlers, () => true)) signal?.throwIfAborted();
  return strings;
}

function richText() {
  let text = "";
  let isIn = false;
  let isSpoken = false;
  return {
    start() {
      text = "";
      isIn = false;
      isSpoken = false;
    },
    open(name: string) {
      if (name === "t") isIn = !isSpoken;
      if (name === "rPh") isSpoken = true;
    },
    text(piece: string) {
      if (isIn && text.length <= mostCharacters) text += piece;
    },
    close(name: string) {
      if (name === "t") isIn = false;
      if (name === "rPh") isSpoken = false;
    },
    end: () => cutText(withoutEscapes(text)),
  };
}

const mostCharacters = 64 * 1024;

/** `_x000D_`: how the format writes characters that XML has no place for. */
function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

type Format = string | number;

/** The number format of each style, by its code or by the number of a built-in one. */
async function readFormats(part: ZipEntry): Promise<readonly Format[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isInStyles = false;
  await readWholeXml(part.unpack(), {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
      if (name === "cellXfs") isInStyles = true;
      if (name === "xf" && isInStyles) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === "cellXfs") isInStyles = false;
    },
  });
  return styles.map((id) => codes.get(id) ?? id);
}

async function numberShower(formats: readonly Format[], date1904: boolean): Promise<SharedTexts["show"]> {
  const { SSF } = await import("@e965/xlsx");
  const builtIn: Readonly<Record<number, string>> = SSF.get_table();
  const codes = formats.map((format) => (typeof format === "number" ? (builtIn[format] ?? "General") : format));
  const dates = codes.map((code) => SSF.is_date(code));
  return (style, value) => {
    const code = codes[style];
    if (code === undefined || code === "General" || code === "@") return { isDate: false };
    try {
      const isDate = dates[style] === true;
      const day = isDate && Number.isInteger(value) ? { day: SSF.format("yyyy-mm-dd", value, { date1904 }) } : {};
      return { text: SSF.format(code, value, { date1904 }), isDate, ...day };
    } catch {
      return { isDate: dates[style] === true }; // a format that the library does not know, or a date before 1900
    }
  };
}

async function openRows(part: ZipEntry, texts: SharedTexts, options: WorkbookOptions): Promise<OpenSheet> {
  const merged = await readMergedCells(part, options);
  const sheet = sheetReader(texts);
  const pieces = readRows(part, sheet, mergedRows(merged), options);
  return { encoding: workbookFormats.excel, flaws: [], pieces, closingFlaws: sheet.closingFlaws };
}

async function* readRows(
  part: ZipEntry,
  sheet: ReturnType<typeof sheetReader>,
  merged: ReturnType<typeof mergedRows>,
  { limit, signal }: WorkbookOptions,
): AsyncGenerator<readonly ReadRow[]> {
  const count = textCounter(limit);
  for await (const rows of readXml(part.unpack(), sheet.handlers, sheet.take)) {
    signal?.throwIfAborted();
    for (const { cells } of rows) count(cells);
    yield rows.map(merged.mark);
  }
}

/** Cells without a value, and those beyond the grid, leave no trace. */
function sheetReader({ strings, show }: SharedTexts) {
  const builder = rowBuilder();
  const rich = richText();
  const hidden: number[] = [];
  let hiddenCount = 0;
  let ready: ReadRow[] = [];
  let row = 0;
  let lastRow = 0;
  let isHidden = false;
  let column = -1;
  let cells: FilledCell[] = [];
  let cell: CellFacts | undefined;
  let into: "value" | "formula" | undefined;

  const startRow = (attributes: XmlAttributes) => {
    row = attributes.r === undefined ? row + 1 : Number(attributes.r);
    if (!(row > lastRow)) throw new FileRefusal("damaged_workbook", text("rows_out_of_order"), text("save_again"));
    lastRow = row;
    isHidden = isTrue(attributes.hidden);
    column = -1;
    cells = [];
  };
  const startCell = ({ r, t = "n", s = "0" }: XmlAttributes) => {
    column = r === undefined ? column + 1 : columnOf(r);
    const isInGrid = row <= mostRows && column >= 0 && column < mostColumns;
    cell = isInGrid ? { column, type: t, style: Number(s), value: undefined, hasFormula: false } : undefined;
    rich.start();
  };
  const endCell = () => {
    const filled = cell && readCellFacts(cell, rich.end(), strings, show);
    if (filled) cells.push(filled);
    cell = undefined;
  };
  const endRow = () => {
    const built = builder.build(row, cells);
    if (!built) return;
    ready.push(built);
    if (!isHidden) return;
    hiddenCount += 1;
    if (hidden.length < 10) hidden.push(row);
  };

  return {
    handlers: {
      open(name: string, attributes: XmlAttributes) {
        if (name === "c") startCell(attributes);
        else if (name === "row") startRow(attributes);
        else if (name === "v") {
          into = "value";
          if (cell) cell.value ??= "";
        } else if (name === "f" && cell) cell.hasFormula = true;
        else if (cell) rich.open(name);
      },
      text(piece: string) {
        if (!cell) return;
        if (into !== "value" || cell.value === undefined) rich.text(piece);
        else if (cell.value.length <= mostCharacters) cell.value += piece;
      },
      close(name: string) {
        if (name === "c") endCell();
        else if (name === "row") endRow();
        else if (name === "v") into = undefined;
        else if (cell) rich.close(name);
      },
    },
    take(): readonly ReadRow[] {
      const taken = ready;
      ready = [];
      return taken;
    },
    closingFlaws: (): readonly Flaw[] => hiddenRows(hidden, hiddenCount),
  };
}

type CellFacts = {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** Undefined without an element for it. */
  value: string | undefined;
  hasFormula: boolean;
};

/** Undefined for a cell without a value. */
function readCellFacts(
  { column, type, style, value: written, hasFormula }: CellFacts,
  inline: string,
  strings: readonly string[],
  show: SharedTexts["show"],
): FilledCell | undefined {
  const value = written ?? "";
  if (type === "e") return { column, ...errorCell(value) };
  if (type === "s") return textCell(column, value === "" ? "" : sharedText(strings, value));
  if (type === "inlineStr") return textCell(column, inline === "" ? cutText(withoutEscapes(value)) : inline);
  const isUncalculated = hasFormula && (type === "str" ? written === undefined : value.trim() === "");
  if (isUncalculated) return { column, text: "", flaw: uncalculated };
  if (type === "str") return textCell(column, cutText(withoutEscapes(value)));
  if (value.trim() === "") return undefined;
  if (type === "b") return { column, text: isTrue(value.trim()) ? "TRUE" : "FALSE" };
  if (type === "d") return { column, ...dateCell(value.trim(), value.trim()) };
  const number = Number(value);
  if (!Number.isFinite(number)) return textCell(column, cutText(value));
  const { text, isDate, day } = show(style, number);
  return { column, ...(isDate && canBeDate(number) ? dateCell(text ?? value, day) : numberCell(number, text)) };
}

function sharedText(strings: readonly string[], index: string): string {
  const shared = strings[Number(index)];
  if (shared === undefined) throw new XmlDamaged(text("xlsx_text_absent"));
  return shared;
}

function textCell(column: number, text: string): FilledCell | undefined {
  return text === "" ? undefined : { column, text };
}

/** From 0; -1 for what is no reference or lies beyond three letters. */
function columnOf(reference: string): number {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d/.exec(reference)?.[1];
  if (letters === undefined) return -1;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const mostMerges = 100_000;

/** They stand behind the rows. */
async function readMergedCells(part: ZipEntry, { signal }: WorkbookOptions): Promise<readonly MergedCells[]> {
  const merged: MergedCells[] = [];
  for await (const text of tailOf(part, signal)) {
    for (const [, first = "", firstRow, lastRow] of text.matchAll(mergeReference)) {
      if (merged.length < mostMerges)
        merged.push({ firstRow: Number(firstRow), lastRow: Number(lastRow), column: columnOf(`${first}1`) });
    }
  }
  return merged;
}

const mergeReference = /<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)["']/gi;

const longestTag = 1000;

/** What comes after the rows, in pieces that overlap by more than a reference is long: looking for it in the raw text is ten times faster than parsing all rows twice. */
async function* tailOf(part: ZipEntry, signal: AbortSignal | undefined): AsyncGenerator<string> {
  let isBehind = false;
  let left = "";
  for await (const piece of part.unpack()) {
    signal?.throwIfAborted();
    const text = left + piece.toString("latin1");
    const start = isBehind ? 0 : text.search(/<(?:\w+:)?mergeCells\b/);
    if (start >= 0) isBehind = true;
    const end = text.lastIndexOf(">") + 1;
    if (isBehind) yield text.slice(Math.max(0, start), end);
    left = text.slice(isBehind ? end : -20).slice(-longestTag);
  }
}
