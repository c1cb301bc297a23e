/** A workbook of OpenDocument (.ods) -> its worksheets, and the rows of one, read as a stream. */
import { workbookFormats } from "../../model/words/reading-words.ts";
import { text } from "../../model/words/text.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { Flaw, OpenSheet, ReadRow } from "./file-rows.ts";
import type { Workbook, WorkbookOptions } from "./workbook.ts";
import {
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
import { readWholeXml, readXml, type XmlAttributes } from "./xml-parts.ts";
import type { ZipEntry } from "./zip.ts";

/** `parts` by their names in small letters. */
export async function openOds(parts: ReadonlyMap<string, ZipEntry>, options: WorkbookOptions): Promise<Workbook> {
  const manifest = parts.get("meta-inf/manifest.xml");
  if (manifest && (await isEncrypted(manifest))) {
    throw new FileRefusal("encrypted_workbook", text("workbook_has_password"), text("save_without_password"));
  }
  const content = parts.get("content.xml");
  if (!content) throw new FileRefusal("damaged_workbook", text("workbook_has_no_content"), text("save_again"));
  const isTooLarge = content.size > options.limit;
  const worksheets = isTooLarge ? [] : await listTables(content, options);
  return {
    kind: workbookFormats.openDocument,
    worksheets,
    unpackedBytes: content.size,
    async open(name, signal) {
      const index = worksheets.findIndex((each) => each.name === name);
      return openTable(content, index, { ...options, signal });
    },
  };
}

async function isEncrypted(manifest: ZipEntry): Promise<boolean> {
  let found = false;
  await readWholeXml(manifest.unpack(), {
    open(name) {
      if (name === "encryption-data") found = true;
    },
  });
  return found;
}

async function listTables(content: ZipEntry, { signal }: WorkbookOptions): Promise<Workbook["worksheets"]> {
  const tables: { readonly name: string; readonly isHidden: boolean }[] = [];
  const hiddenStyles = new Set<string>();
  let style = "";
  let depth = 0;
  const handlers = {
    open(name: string, attributes: XmlAttributes) {
      if (name === "style") style = attributes["style:name"] ?? "";
      if (name === "table-properties" && attributes["table:display"] === "false") hiddenStyles.add(style);
      if (name !== "table") return;
      depth += 1;
      if (depth > 1) return;
      const isHidden = hiddenStyles.has(attributes["table:style-name"] ?? "");
      tables.push({ name: attributes["table:name"] ?? "", isHidden });
    },
    close(name: string) {
      if (name === "table") depth -= 1;
    },
  };
  for await (const _ of readXml(content.unpack(), handlers, () => true)) signal?.throwIfAborted();
  return tables;
}

function openTable(content: ZipEntry, index: number, options: WorkbookOptions): OpenSheet {
  const table = tableReader(index);
  return {
    encoding: workbookFormats.openDocument,
    flaws: [],
    pieces: readRows(content, table, options),
    closingFlaws: table.closingFlaws,
  };
}

/** The same value over more cells of a row than any sheet of ours has columns: the rest is named as one, far to the right. */
const mostRepeatedCells = 64;

/** So many rows that are the same as the one above are no list of customers or users: no two of them are the same. */
const mostRepeatedRows = 10_000;

const rowsAtOnce = 1000;

async function* readRows(
  content: ZipEntry,
  table: ReturnType<typeof tableReader>,
  { limit, signal }: WorkbookOptions,
): AsyncGenerator<readonly ReadRow[]> {
  const merged = mergedRows();
  const countText = textCounter(limit);
  let repeated = 0;
  for await (const read of readXml(content.unpack(), table.handlers, table.take)) {
    signal?.throwIfAborted();
    let rows: ReadRow[] = [];
    for (const { row, count, merges, isHidden } of read) {
      repeated += count - 1;
      if (repeated > mostRepeatedRows) throw repeatsRows(row.row, repeated);
      countText(row.cells, count);
      if (isHidden) table.hide(row.row, count);
      for (const merge of merges) merged.add(merge);
      for (let at = 0; at < count; at += 1) rows.push(merged.mark({ ...row, row: row.row + at }));
      if (rows.length < rowsAtOnce) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
    if (table.isDone()) return;
  }
}

function repeatsRows(row: number, count: number): FileRefusal {
  return new FileRefusal(
    "file_too_large",
    text("rows_repeated", { count, row, most: mostRepeatedRows }),
    text("delete_foreign_rows"),
    row,
  );
}

type RepeatedRow = {
  readonly row: ReadRow;
  readonly count: number;
  readonly merges: readonly MergedCells[];
  readonly isHidden: boolean;
};

/** Reads the table of that index; what is repeated is spread out only as far as it has values. */
function tableReader(wanted: number) {
  const builder = rowBuilder();
  const hidden: number[] = [];
  let hiddenCount = 0;
  let ready: RepeatedRow[] = [];
  let depth = 0;
  let table = -1;
  let row = 0;
  let column = 0;
  let rowFacts: XmlAttributes = {};
  let cells: FilledCell[] = [];
  let merges: MergedCells[] = [];
  let cellFacts: XmlAttributes | undefined;
  let paragraphs: string[] = [];
  /** How many elements of the cell are open, and how many of them show something else than its text. */
  let inCell = 0;
  let unread = 0;
  let isDone = false;

  const isHere = () => table === wanted && depth === 1;
  const add = (text: string) => {
    const last = paragraphs.length - 1;
    const before = paragraphs[last];
    if (before !== undefined && before.length <= 64 * 1024) paragraphs[last] = before + text;
  };
  const push = ({ text, flaw }: Omit<FilledCell, "column">, at: number) => {
    if (at < mostColumns) cells.push(flaw ? { column: at, text, flaw } : { column: at, text });
  };
  const endCell = () => {
    const facts = cellFacts ?? {};
    cellFacts = undefined;
    const repeated = countOf(facts["table:number-columns-repeated"], mostColumns);
    const content = readCell(facts, cutText(paragraphs.join("\n")));
    if (content) for (let at = 0; at < Math.min(repeated, mostRepeatedCells); at += 1) push(content, column + at);
    if (content && repeated > mostRepeatedCells) push(content, mostColumns - 1);
    const rows = countOf(facts["table:number-rows-spanned"], mostRows);
    if (rows > 1) merges.push({ firstRow: row, lastRow: row + rows - 1, column });
    column += repeated;
  };
  const endRow = () => {
    const count = Math.min(countOf(rowFacts["table:number-rows-repeated"], mostRows), mostRows - row + 1);
    const built = count > 0 ? builder.build(row, cells, count) : undefined;
    const isHidden = (rowFacts["table:visibility"] ?? "visible") !== "visible";
    if (built) ready.push({ row: built, count, merges, isHidden });
    row += Math.max(0, count) - 1;
  };

  return {
    handlers: {
      open(name: string, attributes: XmlAttributes) {
        if (name === "table") {
          depth += 1;
          if (depth === 1) table += 1;
        }
        if (!isHere()) return;
        if (name === "table-row") {
          row += 1;
          column = 0;
          rowFacts = attributes;
          cells = [];
          merges = [];
        } else if (name === "table-cell" || name === "covered-table-cell") {
          cellFacts = attributes;
          paragraphs = [];
          inCell = 0;
          unread = 0;
        } else if (cellFacts) {
          inCell += 1;
          if (unread > 0 || !isOfText(name, inCell)) unread += 1;
          if (unread > 0) return;
          if (inCell === 1) paragraphs.push("");
          if (name === "s") add(" ".repeat(countOf(attributes["text:c"], 1000)));
          if (name === "tab") add("\t");
          if (name === "line-break") add("\n");
        }
      },
      text(piece: string) {
        if (cellFacts && inCell > 0 && unread === 0) add(piece);
      },
      close(name: string) {
        if (isHere() && (name === "table-cell" || name === "covered-table-cell")) endCell();
        else if (isHere() && name === "table-row") endRow();
        else if (isHere() && cellFacts) {
          inCell -= 1;
          if (unread > 0) unread -= 1;
        }
        if (name !== "table") return;
        if (isHere()) isDone = true;
        depth -= 1;
      },
    },
    take(): readonly RepeatedRow[] {
      const taken = ready;
      ready = [];
      return taken;
    },
    isDone: () => isDone,
    hide(first: number, count: number) {
      for (let row = first; row < first + count && hidden.length < 10; row += 1) hidden.push(row);
      hiddenCount += count;
    },
    closingFlaws: (): readonly Flaw[] => hiddenRows(hidden, hiddenCount),
  };
}

/** Paragraphs are the text of a cell, and nothing else in it: no note, no drawing, and not how a word is spoken. */
function isOfText(name: string, depth: number): boolean {
  return depth === 1 ? name === "p" || name === "h" : name !== "ruby-text";
}

function countOf(text: string | undefined, most: number): number {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
}

/** Undefined for a cell without a value. `shown`: its text. */
function readCell(facts: XmlAttributes, shown: string): Omit<FilledCell, "column"> | undefined {
  const type = facts["office:value-type"];
  const text = shown === "" ? cutText(facts["office:string-value"] ?? "") : shown;
  if (facts["calcext:value-type"] === "error") return errorCell(text);
  if (type === "date" || type === "time") {
    const value = facts["office:date-value"];
    return dateCell(text || (value ?? ""), value);
  }
  if (type === "boolean") return { text: facts["office:boolean-value"] === "true" ? "TRUE" : "FALSE" };
  const value = Number(facts["office:value"] ?? Number.NaN);
  if (type !== undefined && type !== "string" && Number.isFinite(value)) return numberCell(value, text || undefined);
  if (text !== "") return { text };
  return facts["table:formula"] !== undefined && type === undefined ? { text, flaw: uncalculated } : undefined;
}
