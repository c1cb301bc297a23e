/** Input arguments -> the files and worksheets that hold sheets, and those that look like tables and are not read. Opens workbooks for the names of their worksheets, and looks at the first bytes of other files. */

import { open, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Issue } from "../../model/issue.ts";
import { isSameName } from "../../model/names.ts";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { UserError } from "../../model/user-error.ts";
import { type Text, text, withValues } from "../../model/words/text.ts";
import { onlySheetOf, sheetByMapping, withSection } from "../mapping/choose-section.ts";
import { mappingIn } from "../mapping/load-mapping.ts";
import type { Mapping } from "../mapping/mapping-file.ts";
import { sheetOfName } from "../sheet-names.ts";
import { type FileKind, kindOfFile } from "./file-kind.ts";
import { FileRefusal, issueOfRefusal } from "./file-refusal.ts";
import { isResultHeader } from "./own-tables.ts";
import { irregularKind, notARegularFile } from "./read-bytes.ts";
import { defaultReadLimits, type ReadLimits, type SourceFile } from "./source-file.ts";
import {
  isNoInput,
  sheetFlag,
  textEnding,
  type Unread,
  unread,
  unreadByEnding,
  unreadByName,
  workbookEnding,
} from "./unread-files.ts";
import type { Workbook } from "./workbook.ts";
import type { Worksheet } from "./worksheets.ts";

export type FindOptions = {
  /** Files that are told to hold a sheet whatever their name; `file.xlsx[name]` for a worksheet. */
  readonly sheetOverrides?: Partial<Record<SheetName, readonly string[]>>;
  /** Resolved paths of files of a folder that are no part of the batch, without a word about them. */
  readonly leftOut?: ReadonlySet<string>;
  /** By path: the names under which people know files that lie under others. */
  readonly names?: ReadonlyMap<string, string>;
  /** Of every file; absent: each folder may have one of its own. */
  readonly mapping?: Mapping;
  /** Of files whose folder has none. */
  readonly usualMapping?: Mapping;
  readonly limits?: ReadLimits;
  readonly signal?: AbortSignal;
};

/** Issues: what cannot be opened (errors), and what looks like a table and is not read (`file_not_read`, warnings without a sheet). */
export type FoundInputs = { readonly sources: readonly SourceFile[]; readonly issues: readonly Issue[] };

type Found = FoundInputs & { readonly unread: readonly Unread[] };
type Reading = {
  readonly limit: number;
  readonly leftOut: ReadonlySet<string>;
  readonly signal?: AbortSignal | undefined;
  /** The mapping of the files in a folder. */
  readonly mappingOf: (folder: string) => Promise<Mapping | undefined>;
};

/** Sources in the order of the sheets, then as found. Throws a UserError when an argument gives nothing, and the signal's reason. */
export async function findInputs(inputs: readonly string[], options: FindOptions): Promise<FoundInputs> {
  const { names = new Map(), limits = defaultReadLimits, sheetOverrides = {}, leftOut = new Set(), signal } = options;
  const reading = { limit: limits.workbookBytes, leftOut, signal, mappingOf: mappingsByFolder(options) };
  const told = await findTold(sheetOverrides, reading);
  const toldPaths = new Set(told.sources.map(({ path }) => resolve(path)));
  const found = [told];
  for (const input of inputs) found.push(await findInput(input, toldPaths, reading));
  const once = await withoutRepeats(found.flatMap((each) => each.sources));
  const sources = await mapped(distinct(once.map((source) => named(source, names))), reading);
  const left = await withoutRead(
    found.flatMap((each) => each.unread),
    once,
  );
  const errors = found.flatMap((each) => each.issues);
  const notes = [...errors, ...left.map(({ issue }) => issue)].map((issue) => issueOfNamed(issue, names));
  const issues = options.mapping ? [...notes, ...unusedMapping(options.mapping, sources)] : notes;
  if (sources.length === 0 && errors.length === 0) throw nothingFound(inputs, issues);
  return { sources: sheetNames.flatMap((sheet) => sources.filter((source) => source.sheet === sheet)), issues };
}

/** Each file with the section of the mapping that is for it. */
async function mapped(sources: readonly SourceFile[], { mappingOf }: Reading): Promise<readonly SourceFile[]> {
  return Promise.all(sources.map(async (source) => withSection(source, await mappingOf(dirname(source.path)))));
}

function mappingsByFolder({ mapping, usualMapping }: FindOptions): Reading["mappingOf"] {
  const known = new Map<string, Promise<Mapping | undefined>>();
  return async (folder) => {
    if (mapping) return mapping;
    const found = known.get(folder) ?? mappingIn(folder);
    known.set(folder, found);
    return (await found) ?? usualMapping;
  };
}

/** A person has named it, and it is for none of the files. */
function unusedMapping({ name }: Mapping, sources: readonly SourceFile[]): readonly Issue[] {
  if (sources.length === 0 || sources.some((source) => source.mapping)) return [];
  const message = text("mapping_unused", { file: name });
  return [
    {
      code: "mapping_unused",
      severity: "warning",
      at: { file: name, row: 0 },
      message,
      hint: text("mapping_name_files"),
    },
  ];
}

const nothing: Found = { sources: [], issues: [], unread: [] };

function together(found: readonly Found[]): Found {
  return {
    sources: found.flatMap(({ sources }) => sources),
    issues: found.flatMap(({ issues }) => issues),
    unread: found.flatMap((each) => each.unread),
  };
}

function named(source: SourceFile, names: ReadonlyMap<string, string>): SourceFile {
  const name = names.get(source.path);
  if (name === undefined) return source;
  return { ...source, name, file: source.worksheet === undefined ? name : `${name}[${source.worksheet}]` };
}

function issueOfNamed(issue: Issue, names: ReadonlyMap<string, string>): Issue {
  const { at, message, hint } = issue;
  const found = [...names].find(([path]) => at.file === basename(path) || at.file.startsWith(`${basename(path)}[`));
  if (!found) return issue;
  const [path, name] = found;
  const byName = (value: string) => value.replaceAll(path, name);
  return {
    ...issue,
    at: { ...at, file: name + at.file.slice(basename(path).length) },
    message: withValues(message, byName),
    ...(hint === undefined ? {} : { hint: withValues(hint, byName) }),
  };
}

async function findTold(overrides: Partial<Record<SheetName, readonly string[]>>, reading: Reading): Promise<Found> {
  const found: Found[] = [];
  for (const sheet of sheetNames)
    for (const told of overrides[sheet] ?? []) found.push(await findToldFile(sheet, told, reading));
  return together(found);
}

async function findToldFile(sheet: SheetName, told: string, reading: Reading): Promise<Found> {
  const [, workbook, worksheet] = /^(.*\.(?:xlsx|xlsm|ods|xls))\[(.*)\]$/is.exec(told) ?? [];
  const path = workbook ?? told;
  const kind = await kindOf(path);
  if (!workbookEnding.test(path) && !isWorkbookKind(kind)) return findText(path, sheet, kind);
  return orIssue(path, sheet, async () => {
    if (worksheet !== undefined) {
      const { openWorkbook } = await import("./read-workbook.ts");
      return { ...nothing, sources: [sourceOfTold(path, await openWorkbook(path, reading), worksheet, sheet)] };
    }
    const worksheets = await worksheetsOf(path, reading);
    const own = worksheets.filter((each) => each.sheet === sheet);
    const filled = worksheets.filter(({ isHidden, isFilled }) => isFilled && !isHidden);
    if (own.length === 0 && filled.length > 1) throw severalWorksheets(path, sheet, filled);
    const chosen = own.length > 0 ? own : [filled[0] ?? worksheets[0]];
    const sources = chosen.flatMap((each) => (each ? [sourceOfWorksheet(path, each.name, sheet)] : []));
    return { ...nothing, sources, unread: unreadOf(worksheets, sources) };
  });
}

function unreadOf(worksheets: readonly Worksheet[], read: readonly SourceFile[]): readonly Unread[] {
  return worksheets.flatMap(({ name, unread: left }) =>
    left && !read.some(({ worksheet }) => worksheet === name) ? [left] : [],
  );
}

function sourceOfTold(path: string, { worksheets }: Workbook, told: string, sheet: SheetName): SourceFile {
  const found = worksheets.find(({ name }) => name === told) ?? worksheets.find(({ name }) => isSameName(name, told));
  if (!found?.isHidden) return sourceOfWorksheet(path, found?.name ?? told, sheet);
  const message = text("worksheet_told_is_hidden", { file: path, worksheet: found.name });
  throw new FileRefusal("hidden_worksheet", message, text("unhide_and_save"));
}

function severalWorksheets(
  path: string,
  sheet: SheetName,
  worksheets: readonly { readonly name: string }[],
): FileRefusal {
  const names = worksheets.map(({ name }) => `"${name}"`);
  return new FileRefusal(
    "several_worksheets",
    text("several_worksheets", { file: path, worksheets: names, sheet }),
    text("say_which_worksheet", { flag: sheetFlag(sheet, path, worksheets[0]?.name ?? "") }),
  );
}

async function findInput(input: string, told: ReadonlySet<string>, reading: Reading): Promise<Found> {
  if (input === "-") throw standardInput();
  const facts = await stat(input).catch(() => undefined);
  const isTold = told.has(resolve(input));
  if (facts?.isDirectory()) return findInFolder(input, reading);
  const mapping = facts ? await reading.mappingOf(dirname(input)) : undefined;
  const sheet = sheetByMapping(mapping, basename(input)) ?? sheetOfName(basename(input)) ?? onlySheetOf(mapping);
  const irregular = facts && irregularKind(facts);
  if (irregular !== undefined)
    return { ...nothing, issues: [issueOf(notARegularFile(input, irregular), input, sheet)] };
  const kind = facts ? await kindOf(input) : undefined;
  if (workbookEnding.test(input) || isWorkbookKind(kind)) return findInWorkbook(input, !isTold, reading);
  if (isTold) return nothing;
  const isMapped = sheetByMapping(mapping, basename(input)) !== undefined;
  if (sheet && (!facts || isMapped || textEnding.test(input))) return findText(input, sheet, kind);
  throw facts ? notNamed(input) : notThere(input);
}

/** A text that a person named is the sheet, unless its first bytes say that it is of another kind. */
function findText(path: string, sheet: SheetName, kind: FileKind | undefined): Found {
  const page = kind === "html" ? webPage(path) : undefined;
  if (page) return { ...nothing, issues: [issueOf(page, path, sheet)] };
  return { ...nothing, sources: [{ sheet, file: basename(path), path }] };
}

function webPage(path: string): FileRefusal {
  const hint = text("open_and_save_as_xlsx_or_csv");
  return new FileRefusal("binary_content", text("web_page_as_text", { file: path }), hint);
}

function standardInput(): UserError {
  return new UserError(
    "input_not_found",
    text("standard_input_of_no_sheet"),
    text("name_sheet_of_standard_input", { sheets: sheetNames.filter((sheet) => sheet !== "users") }),
  );
}

function notThere(input: string): UserError {
  const hint = text("check_name_and_working_folder");
  return new UserError("input_not_found", text("no_file_or_folder", { file: input }), hint);
}

function notNamed(input: string): UserError {
  const byEnding = textEnding.test(input) ? undefined : unreadByEnding(input);
  if (byEnding) {
    const { message, hint } = byEnding.issue;
    return new UserError("input_not_a_sheet", text("input_not_read", { file: basename(input), message }), hint);
  }
  return new UserError(
    "input_not_a_sheet",
    text("file_named_after_no_sheet", { file: basename(input) }),
    text("name_after_sheet", { sheets: sheetNames, flag: sheetFlag("users", input) }),
  );
}

/** Names in their order, so that several files of a sheet are read in it. */
async function findInFolder(folder: string, reading: Reading): Promise<Found> {
  const names = (await readdir(folder)).filter((name) => !isNoInput(name));
  const found: Found[] = [];
  const paths = names.sort().map((name) => join(folder, name));
  for (const path of paths) if (!reading.leftOut.has(resolve(path))) found.push(await findFile(path, reading));
  return together(found);
}

async function findFile(path: string, reading: Reading): Promise<Found> {
  const name = basename(path);
  const isText = textEnding.test(name);
  const facts = await stat(path).catch(() => undefined);
  const irregular = facts && irregularKind(facts);
  if (irregular !== undefined) return findIrregular(path, irregular);
  const byMapping = sheetByMapping(await reading.mappingOf(dirname(path)), name);
  if (workbookEnding.test(name)) {
    const found = await findInWorkbook(path, false, reading);
    const [issue] = found.issues;
    return issue?.code === "not_a_workbook" && issue.hint ? asUnread(path, issue.message, issue.hint) : found;
  }
  if (!isText && !byMapping) return leaving(unreadByEnding(path));
  const sheet = byMapping ?? sheetOfName(name);
  if (sheet && (await kindOf(path)) === "html") {
    const { said, hint } = webPage(name);
    return asUnread(path, said, hint);
  }
  if (sheet) return { ...nothing, sources: [{ sheet, file: name, path }] };
  const isTable = /\.txt(\.gz)?$/i.test(name) ? await hasColumns(path) : !(await isResultOfOurs(path));
  return leaving(isTable ? unreadByName(path) : undefined);
}

/** results.csv, errors.csv, by_customer.csv and the like, written into the folder of the batch itself. */
async function isResultOfOurs(path: string): Promise<boolean> {
  const [first = ""] = (await startOf(path, 256))
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/);
  return delimiters.some((each) => isResultHeader(first.split(each).map((cell) => cell.replaceAll('"', ""))));
}

function leaving(left: Unread | undefined): Found {
  return left ? { ...nothing, unread: [left] } : nothing;
}

/** Where a file that would be read is none, the batch cannot be complete. A document of Numbers may be a folder. */
function findIrregular(path: string, kind: Text): Found {
  const name = basename(path);
  const sheet = sheetOfName(name);
  if (!textEnding.test(name) && !workbookEnding.test(name))
    return leaving(/\.numbers$/i.test(name) ? unreadByEnding(path) : undefined);
  if (sheet) return { ...nothing, issues: [issueOf(notARegularFile(path, kind), path, sheet)] };
  return leaving(unread(path, undefined, text("it_is_irregular", { what: kind }), text("put_file_there")));
}

/** In a folder, a file that is no workbook or text but for its name is left out like any other kind that is not read. */
function asUnread(path: string, message: Text, hint: Text): Found {
  return leaving(unread(path, undefined, message, hint));
}

const delimiters = ["\t", ";", "|", ","];

/** Do its first two lines have the same number of columns, two or more? */
async function hasColumns(path: string): Promise<boolean> {
  const start = await startOf(path, 4096);
  const [first, second] = start
    .toString("latin1")
    .replaceAll("\0", "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "");
  if (first === undefined || second === undefined) return false;
  return delimiters.some((each) => first.includes(each) && first.split(each).length === second.split(each).length);
}

async function kindOf(path: string): Promise<FileKind | undefined> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isFile() ? kindOfFile(await startOf(path, 1024)) : undefined;
}

function isWorkbookKind(kind: FileKind | undefined): boolean {
  return kind === "zip" || kind === "compound";
}

/** Empty where it cannot be read: reading it says why. */
async function startOf(path: string, length: number): Promise<Buffer> {
  const start = Buffer.alloc(length);
  try {
    await using file = await open(path);
    return start.subarray(0, (await file.read(start, 0, length, 0)).bytesRead);
  } catch {
    return start.subarray(0, 0);
  }
}

/** A batch of CSV files loads nothing of workbooks. */
async function worksheetsOf(path: string, reading: Reading): Promise<readonly Worksheet[]> {
  const { lookAtWorksheets } = await import("./worksheets.ts");
  return lookAtWorksheets(path, reading);
}

/** Worksheets named after a sheet; else the first one, when the workbook is. `isAsked`: it was named by a person, and must hold one. */
async function findInWorkbook(path: string, isAsked: boolean, reading: Reading): Promise<Found> {
  const mapping = await reading.mappingOf(dirname(path));
  const byMapping = sheetByMapping(mapping, basename(path));
  const sheetOfFile = byMapping ?? sheetOfName(basename(path)) ?? (isAsked ? onlySheetOf(mapping) : undefined);
  return orIssue(path, sheetOfFile, async () => {
    const worksheets = await worksheetsOf(path, reading);
    const own = worksheets.flatMap(({ name, isHidden, sheet: byName }) => {
      const sheet = (isHidden ? undefined : sheetByMapping(mapping, basename(path), name)) ?? byName;
      return sheet && byMapping === undefined ? [sourceOfWorksheet(path, name, sheet)] : [];
    });
    const visible = worksheets.filter(({ isHidden }) => !isHidden);
    const first = visible.find(({ isFilled }) => isFilled) ?? visible[0];
    const byFile = sheetOfFile && first ? [sourceOfWorksheet(path, first.name, sheetOfFile)] : [];
    const sources = own.length > 0 ? own.sort((a, b) => compare(a.worksheet, b.worksheet)) : byFile;
    if (sources.length === 0 && isAsked) throw noneOfOurs(path, worksheets);
    return { ...nothing, sources, unread: unreadOf(worksheets, sources) };
  });
}

function noneOfOurs(path: string, worksheets: readonly Worksheet[]): UserError {
  const first = worksheets.find(({ isHidden, isFilled }) => !isHidden && isFilled) ?? worksheets[0];
  return new UserError(
    "input_not_a_sheet",
    text("no_worksheet_of_ours", { file: basename(path), worksheets: worksheets.map(({ name }) => `"${name}"`) }),
    text("name_worksheets", { sheets: sheetNames, flag: sheetFlag("users", path, first?.name ?? "") }),
  );
}

function sourceOfWorksheet(path: string, worksheet: string, sheet: SheetName) {
  return { sheet, file: `${basename(path)}[${worksheet}]`, path, worksheet };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function orIssue(path: string, sheet: SheetName | undefined, find: () => Promise<Found>): Promise<Found> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { ...nothing, issues: [issueOf(error, path, sheet)] };
  }
}

function issueOf(refusal: FileRefusal, path: string, sheet: SheetName | undefined): Issue {
  return issueOfRefusal(refusal, { ...(sheet ? { sheet } : {}), file: basename(path), path });
}

/** A file or worksheet that two arguments lead to is read once, as the first of them has it: what a person told comes first. */
async function withoutRepeats(sources: readonly SourceFile[]): Promise<readonly SourceFile[]> {
  const seen = new Set<string>();
  const once: SourceFile[] = [];
  for (const source of sources) {
    const real = await realAddress(source);
    if (!seen.has(real)) once.push(source);
    seen.add(real);
  }
  return once;
}

/** What one argument leaves out, another may have named; and two may leave out the same. */
async function withoutRead(left: readonly Unread[], read: readonly SourceFile[]): Promise<readonly Unread[]> {
  const seen = new Set(await Promise.all(read.map(realAddress)));
  const once: Unread[] = [];
  for (const each of left) {
    const real = await realAddress(each);
    if (!seen.has(real)) once.push(each);
    seen.add(real);
  }
  return once;
}

async function realAddress({
  path,
  worksheet,
}: {
  readonly path: string;
  readonly worksheet?: string;
}): Promise<string> {
  return `${await realpath(path).catch(() => resolve(path))}[${worksheet ?? ""}]`;
}

/** Files of one label get the name of their folder before it, and a number where that is not enough. */
function distinct(sources: readonly SourceFile[]): readonly SourceFile[] {
  const used = new Set<string>();
  return sources.map((source) => {
    const isShared = sources.filter(({ file }) => file === source.file).length > 1;
    const label = isShared ? `${basename(dirname(resolve(source.path)))}/${source.file}` : source.file;
    let file = label;
    for (let count = 2; used.has(file); count += 1) file = `${label} (${count})`;
    used.add(file);
    return { ...source, file };
  });
}

const mostNamed = 5;

function nothingFound(inputs: readonly string[], issues: readonly Issue[]): UserError {
  const leftOut = issues
    .slice(0, mostNamed)
    .map(({ at, message, hint }) => ({ file: at.file, message, ...(hint ? { hint } : {}) }));
  return new UserError(
    "no_sheets",
    text("no_sheet_in_input", { inputs }),
    text("looked_for_sheets", {
      names: sheetNames.map((sheet) => `${sheet}*.csv`),
      leftOut,
      more: Math.max(0, issues.length - mostNamed),
    }),
  );
}
