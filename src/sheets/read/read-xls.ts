/** A workbook of Excel 97-2003 (.xls) -> its worksheets, and the rows of one. SheetJS reads it, in a process of its own with a limit on its memory: one that is damaged on purpose can end that process, and nothing else. */

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { workbookFormats } from "../../model/words/reading-words.ts";
import { type Text, text, verbatim } from "../../model/words/text.ts";
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
  mergedRows,
  numberCell,
  rowBuilder,
  uncalculated,
} from "./workbook-cells.ts";
import type { XlsBook, XlsCell, XlsSheet } from "./xls-process.js";

/** The format itself holds at most 65 536 rows and 256 columns; a file is many times larger in memory. Bytes. */
const largestFile = 32 * 1024 ** 2;

/** `size`: bytes of the file. */
export async function openXls(path: string, size: number, options: WorkbookOptions): Promise<Workbook> {
  const limit = Math.min(largestFile, options.limit);
  if (size > limit) throw tooLarge(path, limit);
  const { worksheets } = await ask<XlsBook>([path], path, options);
  let last: { readonly name: string; readonly sheet: XlsSheet } | undefined;
  return {
    kind: workbookFormats.oldExcel,
    worksheets,
    unpackedBytes: size,
    async open(name, signal): Promise<OpenSheet> {
      const known = last?.name === name ? last.sheet : undefined;
      const sheet = known ?? (await askForSheet(path, name, { ...options, signal }));
      last = { name, sheet };
      const hidden = new Set(sheet.hidden);
      const closing: { flaws: readonly Flaw[] } = { flaws: [] };
      return {
        encoding: workbookFormats.oldExcel,
        flaws: [],
        pieces: readRows(sheet, hidden, closing),
        closingFlaws: () => closing.flaws,
      };
    },
  };
}

function tooLarge(path: string, limit: number): FileRefusal {
  const isOurs = limit < largestFile;
  return new FileRefusal(
    "file_too_large",
    text("old_workbook_too_large", { file: path, mib: Math.round(limit / 1024 ** 2) }),
    text(isOurs ? "save_in_larger_format_or_raise_limit" : "save_in_larger_format"),
  );
}

const rowsAtOnce = 1000;

async function* readRows(
  { rows, merges }: XlsSheet,
  hidden: ReadonlySet<number>,
  closing: { flaws: readonly Flaw[] },
): AsyncGenerator<readonly ReadRow[]> {
  const builder = rowBuilder();
  const merged = mergedRows(merges);
  const found: number[] = [];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const read = rows.slice(start, start + rowsAtOnce).flatMap(({ row, cells }) => {
      const built = builder.build(row, cells.flatMap(toFilled));
      return built ? [merged.mark(built)] : [];
    });
    found.push(...read.flatMap(({ row }) => (hidden.has(row) ? [row] : [])));
    yield read;
  }
  closing.flaws = hiddenRows(found.slice(0, 10), found.length);
}

function toFilled({ column, type, value, shown, isDate, day, hasFormula }: XlsCell): readonly FilledCell[] {
  if (type === "e") return [{ column, ...errorCell(shown ?? "") }];
  if (value === undefined) return hasFormula ? [{ column, text: "", flaw: uncalculated }] : [];
  if (typeof value === "boolean") return [{ column, text: value ? "TRUE" : "FALSE" }];
  if (typeof value === "string") return value === "" ? [] : [{ column, text: cutText(value) }];
  return [
    { column, ...(isDate && canBeDate(value) ? dateCell(shown ?? String(value), day) : numberCell(value, shown)) },
  ];
}

const reader = fileURLToPath(new URL("./xls-process.js", import.meta.url));
/** MiB. What the largest worksheet of 65 536 rows of users takes; the process with it stays below 400 MB. */
const mostMemory = 320;
const longestMs = 30_000;

type Answer<T> = { readonly rows?: XlsSheet["rows"]; readonly read?: T; readonly trouble?: string };

async function askForSheet(path: string, name: string, options: WorkbookOptions): Promise<XlsSheet> {
  const before: XlsSheet["rows"] = [];
  const sheet = await ask<XlsSheet>([path, name], path, options, (rows) => {
    for (const row of rows) before.push(row);
  });
  for (const row of sheet.rows) before.push(row);
  return { ...sheet, rows: before };
}

/** `takeRows`: of those that come before the answer. `question`: the path, and the worksheet whose cells are asked for. Throws a FileRefusal where the file is damaged, has a password, or needs more memory or time than it may have; and the signal's reason. */
function ask<T>(
  question: readonly string[],
  path: string,
  { signal }: WorkbookOptions,
  takeRows: (rows: XlsSheet["rows"]) => void = () => {},
): Promise<T> {
  signal?.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const child = startReader(question);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      child.removeAllListeners("exit").kill("SIGKILL");
      settle();
    };
    const refuse = (why: Text) => end(() => reject(damaged(path, why)));
    const stop = () => end(() => reject(signal?.reason));
    const timer = setTimeout(() => refuse(text("takes_too_long")), longestMs);
    signal?.addEventListener("abort", stop, { once: true });
    child.on("message", (message) => {
      const { rows, read, trouble } = message as Answer<T>; // sent by our own reader
      if (rows) return takeRows(rows);
      end(() => (read === undefined ? reject(refusalOf(path, trouble)) : resolve(read)));
    });
    child.once("error", (error) => end(() => reject(error)));
    child.once("exit", () => refuse(text("takes_too_much_memory")));
  });
}

/** With nothing of our environment: no token is any business of it. */
function startReader(question: readonly string[]): ChildProcess {
  return fork(reader, question, {
    execArgv: [`--max-old-space-size=${mostMemory}`, "--max-semi-space-size=4"],
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function refusalOf(path: string, trouble = ""): FileRefusal {
  if (/password|encrypt/i.test(trouble))
    return new FileRefusal("encrypted_workbook", text("workbook_has_password"), text("save_without_password"));
  return damaged(path, verbatim(trouble));
}

function damaged(path: string, why: Text): FileRefusal {
  return new FileRefusal(
    "damaged_workbook",
    text("old_workbook_damaged", { file: path, why }),
    text("open_and_save_as_xlsx"),
  );
}
