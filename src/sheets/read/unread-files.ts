/** Which files of a folder and worksheets of a workbook look like tables and are not read: each with its reason and the way in. */
import { basename } from "node:path";
import type { Issue } from "../../model/issue.ts";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { quoteForShell } from "../../model/shell-text.ts";
import { type Text, text } from "../../model/words/text.ts";
import { isNameOfNotes, sheetOfName } from "../sheet-names.ts";

/** Something that is not read, unless another argument says that it is. */
export type Unread = { readonly path: string; readonly worksheet?: string; readonly issue: Issue };

export const textEnding = /\.(csv|tsv|txt)(\.gz)?$/i;
export const workbookEnding = /\.(xlsx|xlsm|ods|xls)$/i;

/** What programs leave beside files, and what is for us: a folder's own facts, the mapping of its headers, the mark that it is complete. */
export function isNoInput(name: string): boolean {
  return /^(~\$|\.)|^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r?|batch\.json|mapping\.json)$|\.ready$/i.test(name);
}

type Kind = { readonly endings: RegExp; readonly what: Text; readonly hint: Text };

const kinds: readonly Kind[] = [
  { endings: /\.(zip|7z|rar|tar|tgz|tar\.gz)$/i, what: text("an_archive"), hint: text("unpack_first") },
  { endings: /\.numbers$/i, what: text("a_numbers_document"), hint: text("export_as_xlsx_or_csv") },
  { endings: /\.xlsb$/i, what: text("a_binary_workbook"), hint: text("save_as_xlsx") },
  { endings: /\.(xlt|xltx|xltm|ots)$/i, what: text("a_workbook_template"), hint: text("save_as_xlsx") },
  {
    endings: /\.(fods|sxc|slk|dif|wks|wk1|et|gsheet)$/i,
    what: text("an_unsupported_workbook"),
    hint: text("save_as_xlsx_or_csv"),
  },
  { endings: /\.(xlsx|xlsm|ods|xls)\.gz$/i, what: text("a_compressed_workbook"), hint: text("unpack_first") },
  { endings: /\.(dbf|mdb|accdb|sqlite3?|parquet)$/i, what: text("a_database"), hint: text("export_tables_as_csv") },
  {
    endings: /\.html?$/i,
    what: text("a_web_page"),
    hint: text("open_and_save_as_xlsx_or_csv"),
  },
  { endings: /\.(jsonl?|ndjson|xml)$/i, what: text("no_table"), hint: text("export_as_csv") },
];

/** Endings that say for themselves that there may be a table inside. */
const tables = kinds.slice(0, 7);

/** A file whose ending is of no kind that is read; undefined when nothing says that it holds a table. */
export function unreadByEnding(path: string): Unread | undefined {
  const name = basename(path);
  const kind = kinds.find(({ endings }) => endings.test(name));
  const isTable = kind && (tables.includes(kind) || sheetOfName(name) !== undefined);
  if (isTable) return unread(path, undefined, text("it_is", { what: kind.what }), kind.hint);
  if (sheetOfName(name) === undefined) return undefined;
  const ending = /\.[^.]*$/.exec(name)?.[0] ?? "";
  const why = ending === "" ? text("name_without_extension") : text("extension_not_read", { extension: ending });
  return unread(path, undefined, why, text("save_or_move_elsewhere"));
}

/** A table whose name says none of the sheets. */
export function unreadByName(path: string): Unread {
  return unread(
    path,
    undefined,
    text("name_of_no_sheet"),
    text("name_after_sheet", { sheets: sheetNames, flag: sheetFlag("users", path) }),
  );
}

/** For a worksheet with values that is no source. */
export function unreadWorksheet(path: string, worksheet: string, isHidden: boolean): Unread {
  if (isHidden) return unread(path, worksheet, text("worksheet_is_hidden"), text("unhide_or_delete"));
  const why = text(isNameOfNotes(worksheet) ? "worksheet_of_notes" : "name_of_no_sheet");
  const flag = sheetFlag("users", path, worksheet);
  return unread(path, worksheet, why, text("if_rows_rename_worksheet", { sheets: sheetNames, flag }));
}

/** `why`: a sentence that goes on after a colon. */
export function unread(path: string, worksheet: string | undefined, why: Text, hint: Text): Unread {
  const file = worksheet === undefined ? basename(path) : `${basename(path)}[${worksheet}]`;
  const message = text(worksheet === undefined ? "file_not_read" : "worksheet_not_read", { why });
  const issue: Issue = { code: "file_not_read", severity: "warning", at: { file, row: 0 }, message, hint };
  return worksheet === undefined ? { path, issue } : { path, worksheet, issue };
}

/** To be typed as it is, whatever the name; a name that cannot be typed is left out. */
export function sheetFlag(sheet: SheetName, path: string, worksheet?: string): string {
  const file = worksheet === undefined ? path : `${path}[${worksheet}]`;
  const isTypable = !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(file);
  return `--sheet ${isTypable ? quoteForShell(`${sheet}=${file}`) : `${sheet}=FILE`}`;
}
