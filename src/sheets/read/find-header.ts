/** Finds the header of a file below a title, a blank line or a row of groups, and what is not part of its rows. */
import { type FileMapping, positionOf } from "../../model/mapped-columns.ts";
import type { SheetName } from "../../model/sheet.ts";
import { shorten } from "../../model/shorten.ts";
import { text } from "../../model/words/text.ts";
import { trimBlanks } from "../cells/check-cell.ts";
import { mapColumns, noMapping, readMappedHeader } from "../mapping/match-mapping.ts";
import { type Flaw, headerRows, isBlankRow, type ReadRow } from "./file-rows.ts";
import { type HeaderChoices, type HeaderMatch, matchHeader } from "./match-header.ts";
import { ownColumns } from "./reason-columns.ts";
import type { SourceFile } from "./source-file.ts";

export type FoundHeader = HeaderMatch & {
  /** As the file has it, without what does not belong to it. */
  readonly header: readonly string[];
  /** Of the columns that a person left out, blank. */
  readonly used: readonly string[];
  /** Where it stands. */
  readonly row: number;
  /** Below the header, of those taken so far. */
  readonly rows: readonly ReadRow[];
  /** A row without the cells that are no part of the file; undefined: there are none. */
  readonly withoutExtras: ((row: ReadRow) => ReadRow) | undefined;
  /** Did its rows stand in a workbook when they were refused? */
  readonly hasRefusedCells: boolean;
  /** How the cells make columns, where a mapping says so. */
  readonly mapping?: FileMapping;
  readonly flaws: readonly Flaw[];
};

export type HeaderFinder = {
  /** The rows of a file from its top on. Undefined: more are needed. */
  take(rows: readonly ReadRow[]): FoundHeader | undefined;
  /** There are no more. Undefined: all of them are blank. */
  finish(): FoundHeader | undefined;
};

export type ChoicesOf = ((sheet: SheetName, header: readonly string[]) => HeaderChoices) | undefined;

/** The header is the first row that has every column that is required; else, of the first 20 rows, the one with most columns that we know. `given`: columns that it need not have. What a mapping says of a header goes before all else. */
export function headerFinder(
  { sheet, file, mapping }: Pick<SourceFile, "sheet" | "file" | "mapping">,
  choicesOf: ChoicesOf,
  given?: ReadonlySet<string>,
): HeaderFinder {
  const above: ReadRow[] = [];

  function match({ cells }: ReadRow) {
    const own = ownColumns(cells);
    const bare = own?.remove(cells) ?? cells;
    const removeTail = tailRemover(bare, sheet);
    const header = removeTail?.(bare) ?? bare;
    const mapped = mapping ? readMappedHeader(sheet, header, file, mapping) : noMapping;
    const left = Object.fromEntries([...mapped.others].map((cell) => [cell, ""]));
    const choices = { ...left, ...choicesOf?.(sheet, header), ...mapped.choices };
    const used = header.map((cell) => (choices[cell] === "" && !mapped.others.has(cell) ? "" : cell));
    const { columns, issues } = matchHeader(sheet, header, file, choices, given, mapped);
    return { columns, issues: [...mapped.issues, ...issues], header, used, own, removeTail };
  }

  function found(at: number, matched: ReturnType<typeof match>): FoundHeader {
    const { columns, issues, header, used, own, removeTail } = matched;
    const row = above[at]?.row ?? 0;
    const titles = above.slice(0, at).flatMap(({ cells }) => cells.map(trimBlanks).filter((cell) => cell !== ""));
    const fileMapping = mapping && mapColumns(sheet, header, columns, mapping);
    const matchedFile = { header, columns, ...(fileMapping ? { mapping: fileMapping } : {}) };
    const withoutExtras = (read: ReadRow): ReadRow => {
      const bare = own?.read(read, (column) => positionOf(matchedFile, column)) ?? read;
      return removeTail ? { ...bare, cells: removeTail(bare.cells) } : bare;
    };
    return {
      columns,
      issues,
      header,
      used,
      row,
      rows: above.slice(at + 1),
      withoutExtras: own || removeTail ? withoutExtras : undefined,
      hasRefusedCells: own?.hasRefusedCells === true,
      ...(fileMapping ? { mapping: fileMapping } : {}),
      flaws: [...(titles.length > 0 ? [rowsAbove(row, titles)] : []), ...(removeTail ? [lineTail] : [])],
    };
  }

  function find(isAll: boolean): FoundHeader | undefined {
    const filled = above.flatMap((row, index) => (isBlankRow(row.cells) ? [] : [index]));
    const within = filled.filter((index) => index < headerRows);
    let best: { readonly at: number; readonly known: number; readonly matched: ReturnType<typeof match> } | undefined;
    for (const at of within.length > 0 ? within : filled.slice(0, 1)) {
      const row = above[at];
      if (!row) continue;
      const matched = match(row);
      if (matched.issues.every(({ severity }) => severity !== "error")) return found(at, matched);
      const known = new Set(matched.columns.filter((column) => column !== undefined)).size;
      if (!best || known > best.known) best = { at, known, matched };
    }
    return best && (isAll || above.length >= headerRows) ? found(best.at, best.matched) : undefined;
  }

  return {
    take(rows) {
      above.push(...rows);
      return find(false);
    },
    finish: () => find(true),
  };
}

/** What takes delimiters of another kind off the end of a line, as in `roles;;;`; undefined where the header has none. */
function tailRemover(header: readonly string[], sheet: SheetName) {
  const last = header.at(-1) ?? "";
  let start = last.length;
  while (start > 0 && ";,|\t".includes(last.charAt(start - 1))) start -= 1;
  const tail = last.slice(start);
  if (
    tail === "" ||
    header.length < 2 ||
    matchHeader(sheet, [last.slice(0, -tail.length)], "").columns[0] === undefined
  )
    return undefined;
  const mark = tail.charAt(0);
  return (cells: readonly string[]) => {
    const end = cells.at(-1) ?? "";
    let length = end.length;
    while (length > end.length - tail.length && end[length - 1] === mark) length -= 1;
    return length === end.length ? cells : [...cells.slice(0, -1), end.slice(0, length)];
  };
}

const lineTail: Flaw = {
  code: "delimiters_at_line_end",
  severity: "warning",
  message: text("delimiters_at_line_end"),
  hint: text("import_with_delimiter"),
};

function rowsAbove(row: number, titles: readonly string[]): Flaw {
  return {
    code: "rows_above_header",
    severity: "warning",
    message: text("rows_above_header", { row, above: shorten(titles.map((title) => `"${title}"`).join(", ")) }),
    hint: text("check_header_row"),
  };
}
