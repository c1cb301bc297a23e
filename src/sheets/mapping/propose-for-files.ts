/** Proposes one mapping for foreign files: opens them, finds which sheet each holds, and looks at their rows. */
import { basename } from "node:path";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import type { WrittenMapping, WrittenSection } from "../../model/written-mapping.ts";
import { previewSheet, type SheetPreview } from "../read/preview-sheet.ts";
import type { SourceFile } from "../read/source-file.ts";
import { defaultReadLimits } from "../read/source-file.ts";
import { workbookEnding } from "../read/unread-files.ts";
import { lookIntoWorkbook } from "../read/worksheets.ts";
import { sheetOfName } from "../sheet-names.ts";
import { likeliestSheet, type Proposal, proposeSection } from "./propose-mapping.ts";

export type FileProposal = Proposal &
  Pick<SheetPreview, "encoding" | "delimiter"> & {
    readonly file: string;
    /** Of its section in the mapping: `users`, `users[1]`. */
    readonly path: string;
  };

export type ProposedMapping = { readonly mapping: WrittenMapping; readonly files: readonly FileProposal[] };

/** Rows that are looked at: enough for every value of a choice. */
const rowsSeen = 20_000;

/** `sheet`: what the files hold, where a person says it. Throws a UserError for a file that cannot be read, and where nobody can tell its sheet. */
export async function proposeForFiles(paths: readonly string[], sheet?: SheetName): Promise<ProposedMapping> {
  const found: Omit<FileProposal, "path">[] = [];
  for (const path of paths) for (const part of await partsOf(path)) found.push(await proposeForPart(part, sheet));
  const sections = sheetNames.flatMap((each) => {
    const own = found.filter((proposal) => proposal.sheet === each).map(({ section }) => section);
    return own.length === 0 ? [] : [[each, oneOrAll(own)] as const];
  });
  const files = found.map((proposal) => {
    const own = found.filter(({ sheet: other }) => other === proposal.sheet);
    return { ...proposal, path: own.length === 1 ? proposal.sheet : `${proposal.sheet}[${own.indexOf(proposal)}]` };
  });
  return { mapping: Object.fromEntries(sections), files };
}

function oneOrAll(sections: readonly WrittenSection[]): WrittenSection | readonly WrittenSection[] {
  const [only, ...others] = sections;
  return only && others.length === 0 ? only : sections;
}

type Part = Pick<SourceFile, "path" | "file" | "worksheet">;

async function partsOf(path: string): Promise<readonly Part[]> {
  const file = basename(path);
  if (!workbookEnding.test(path)) return [{ path, file }];
  const looked = await lookIntoWorkbook(path, defaultReadLimits.workbookBytes);
  if ("refusal" in looked) throw refused(looked.refusal.said, looked.refusal.hint);
  const filled = looked.worksheets.filter(({ isHidden, isFilled }) => isFilled && !isHidden);
  return filled.map(({ name }) => ({ path, file: `${file}[${name}]`, worksheet: name }));
}

function refused(what: UserError["what"], next?: UserError["next"]): UserError {
  return new UserError("input_unreadable", what, next);
}

async function proposeForPart(part: Part, told: SheetName | undefined): Promise<Omit<FileProposal, "path">> {
  const previewAs = (sheet: SheetName) => previewSheet({ ...part, sheet }, {}, rowsSeen);
  const named = told ?? sheetOfName(part.worksheet ?? part.file);
  const wanted = named ? [named] : (["customers", "locations", "users"] as const);
  const previews = new Map<SheetName, SheetPreview>();
  for (const sheet of wanted) previews.set(sheet, await previewAs(sheet));
  const sheet = named ?? likeliestSheet(Object.fromEntries(previews));
  const preview = previews.get(sheet ?? "users");
  const unreadable = preview?.header.length === 0 ? preview.issues[0] : undefined;
  if (unreadable) throw refused(unreadable.message, unreadable.hint);
  if (!sheet || !preview)
    throw new UserError(
      "sheet_not_told",
      text("proposal_of_no_sheet", { file: part.file }),
      text("say_sheet_of_proposal"),
    );
  const { encoding, delimiter } = preview;
  return {
    ...proposeSection(sheet, preview, [lasting(part.file)]),
    file: part.file,
    encoding,
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

/** The name without the day on which it was exported. */
function lasting(file: string): string {
  return file.replace(/(?:19|20)\d\d[-_.]?\d\d[-_.]?\d\d(?:[-_. tT]?\d{2,6})*|\d{6,}/g, "*");
}
