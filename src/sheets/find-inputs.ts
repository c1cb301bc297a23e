/** Input arguments -> the files and worksheets that hold sheets. Opens workbooks for the names of their worksheets, reads nothing else. */
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Issue } from "../model/issue.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { FileRefusal, issueOfRefusal } from "./file-refusal.ts";
import { worksheetNames } from "./read-workbook.ts";
import { defaultReadLimits, type ReadLimits, type SourceFile } from "./source-file.ts";

export type FindOptions = {
  /** Files that are told to hold a sheet whatever their name; `file.xlsx[name]` for a worksheet. */
  readonly sheetOverrides?: Partial<Record<SheetName, readonly string[]>>;
  /** By path: the names under which people know files that lie under others. */
  readonly names?: ReadonlyMap<string, string>;
  /** For workbooks that are told to hold a sheet. */
  readonly limits?: ReadLimits;
};

export type FoundInputs = { readonly sources: readonly SourceFile[]; readonly issues: readonly Issue[] };

/** Sources in the order of the sheets, then as found. Issues: workbooks and files that cannot be opened. Throws a UserError when an argument gives nothing. */
export async function findInputs(inputs: readonly string[], options: FindOptions): Promise<FoundInputs> {
  const told = await findTold(options.sheetOverrides ?? {}, options.limits ?? defaultReadLimits);
  const toldPaths = new Set(told.sources.map(({ path }) => resolve(path)));
  const found = [told];
  for (const input of inputs) found.push(await findInput(input, toldPaths));
  const { names = new Map() } = options;
  const once = await withoutRepeats(found.flatMap((each) => each.sources));
  const sources = distinct(once.map((source) => named(source, names)));
  const issues = found.flatMap((each) => each.issues).map((issue) => issueOfNamed(issue, names));
  if (sources.length === 0 && issues.length === 0) throw nothingFound(inputs);
  return { sources: sheetNames.flatMap((sheet) => sources.filter((source) => source.sheet === sheet)), issues };
}

function named(source: SourceFile, names: ReadonlyMap<string, string>): SourceFile {
  const name = names.get(source.path);
  if (name === undefined) return source;
  return { ...source, name, file: source.worksheet === undefined ? name : `${name}[${source.worksheet}]` };
}

function issueOfNamed(issue: Issue, names: ReadonlyMap<string, string>): Issue {
  const found = [...names].find(([path]) => basename(path) === issue.at.file);
  if (!found) return issue;
  const [path, name] = found;
  return { ...issue, at: { ...issue.at, file: name }, message: issue.message.replaceAll(path, name) };
}

const csvEnding = /\.(csv|tsv)(\.gz)?$/i;
const workbookEnding = /\.xlsx$/i;

function isWorkbook(path: string): boolean {
  return workbookEnding.test(path);
}

/** The sheet that a file or worksheet is named after: `users`, `Users NL.csv`. */
export function sheetOfName(name: string): SheetName | undefined {
  const folded = name.trim().toLowerCase();
  return sheetNames.find((sheet) => folded.startsWith(sheet));
}

async function findTold(
  overrides: Partial<Record<SheetName, readonly string[]>>,
  limits: ReadLimits,
): Promise<FoundInputs> {
  const found: FoundInputs[] = [];
  for (const sheet of sheetNames)
    for (const told of overrides[sheet] ?? []) found.push(await findToldFile(sheet, told, limits));
  return { sources: found.flatMap(({ sources }) => sources), issues: found.flatMap(({ issues }) => issues) };
}

async function findToldFile(sheet: SheetName, told: string, limits: ReadLimits): Promise<FoundInputs> {
  const [, path = told, worksheet] = /^(.*\.xlsx)\[(.*)\]$/i.exec(told) ?? [];
  if (!isWorkbook(path)) return { sources: [{ sheet, file: basename(path), path }], issues: [] };
  return orIssue(path, sheet, async () => {
    const names = await worksheetNames(path, limits.workbookBytes);
    const name = worksheet ?? names.find((each) => sheetOfName(each) === sheet) ?? names[0] ?? "";
    return [sourceOfWorksheet(path, name, sheet)];
  });
}

async function findInput(input: string, told: ReadonlySet<string>): Promise<FoundInputs> {
  const facts = await stat(input).catch(() => undefined);
  const isTold = told.has(resolve(input));
  if (facts?.isDirectory()) return findInFolder(input);
  if (isWorkbook(input)) return findInWorkbook(input, !isTold);
  if (isTold) return { sources: [], issues: [] };
  const sheet = sheetOfName(basename(input));
  if (sheet && (!facts || csvEnding.test(input)))
    return { sources: [{ sheet, file: basename(input), path: input }], issues: [] };
  throw facts ? notNamed(input) : notThere(input);
}

function notThere(input: string): UserError {
  const hint = "Check the name, and the folder that the command runs in.";
  return new UserError("input_not_found", `There is no file or folder ${input}.`, hint);
}

function notNamed(input: string): UserError {
  return new UserError(
    "input_not_a_sheet",
    `The name of ${basename(input)} does not say which sheet it holds.`,
    `Name it after its sheet (${sheetNames.join(", ")}; .csv, .tsv or .xlsx), or say so: --sheet users=${input}`,
  );
}

async function findInFolder(folder: string): Promise<FoundInputs> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && !isLeftover(entry.name)).map(({ name }) => name);
  const found: FoundInputs[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    if (isWorkbook(name)) found.push(await findInWorkbook(path, false));
    const sheet = csvEnding.test(name) ? sheetOfName(name) : undefined;
    if (sheet) found.push({ sources: [{ sheet, file: name, path }], issues: [] });
  }
  return { sources: found.flatMap(({ sources }) => sources), issues: found.flatMap(({ issues }) => issues) };
}

/** What Excel, LibreOffice and macOS leave beside an open file. */
function isLeftover(name: string): boolean {
  return name.startsWith("~$") || name.startsWith(".");
}

/** Worksheets named after a sheet; else the first one, when the workbook is. `isAsked`: it was named by a person, and must hold one. */
async function findInWorkbook(path: string, isAsked: boolean): Promise<FoundInputs> {
  const sheetOfFile = sheetOfName(basename(path));
  return orIssue(path, sheetOfFile ?? "customers", async () => {
    const names = await worksheetNames(path, defaultReadLimits.workbookBytes);
    const sources = names.flatMap((name) => {
      const sheet = sheetOfName(name);
      return sheet ? [sourceOfWorksheet(path, name, sheet)] : [];
    });
    const [first] = names;
    if (sources.length > 0) return sources.sort((a, b) => compare(a.worksheet, b.worksheet));
    if (sheetOfFile && first !== undefined) return [sourceOfWorksheet(path, first, sheetOfFile)];
    if (!isAsked) return [];
    throw new UserError(
      "input_not_a_sheet",
      `${basename(path)} has no worksheet of ours: ${names.join(", ")}.`,
      `Name the worksheets ${sheetNames.join(", ")}, or say so: --sheet "users=${path}[${first ?? ""}]"`,
    );
  });
}

function sourceOfWorksheet(path: string, worksheet: string, sheet: SheetName) {
  return { sheet, file: `${basename(path)}[${worksheet}]`, path, worksheet };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function orIssue(
  path: string,
  sheet: SheetName,
  find: () => Promise<readonly SourceFile[]>,
): Promise<FoundInputs> {
  try {
    return { sources: await find(), issues: [] };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { sources: [], issues: [issueOfRefusal(error, { sheet, file: basename(path), path })] };
  }
}

/** A file or worksheet that two arguments lead to is read once, as the first of them has it: what a person told comes first. */
async function withoutRepeats(sources: readonly SourceFile[]): Promise<readonly SourceFile[]> {
  const seen = new Set<string>();
  const once: SourceFile[] = [];
  for (const source of sources) {
    const real = `${await realpath(source.path).catch(() => resolve(source.path))}[${source.worksheet ?? ""}]`;
    if (!seen.has(real)) once.push(source);
    seen.add(real);
  }
  return once;
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

function nothingFound(inputs: readonly string[]): UserError {
  return new UserError(
    "no_sheets",
    `There is no sheet in ${inputs.join(", ") || "the input"}.`,
    `Looked for ${sheetNames.map((sheet) => `${sheet}*.csv`).join(", ")} (also .tsv, .csv.gz), and .xlsx workbooks with worksheets so named.`,
  );
}
