/** What an uploaded file holds: its worksheets, the sheet that each is or seems to be, and why one is not read. */

import type { SheetName } from "../model/sheet.ts";
import { type Text, text, withValues } from "../model/words/text.ts";
import { guessSheet } from "../sheets/read/guess-sheet.ts";
import type { SourceFile } from "../sheets/read/source-file.ts";
import { type Unread, unreadByEnding, unreadByName, workbookEnding } from "../sheets/read/unread-files.ts";
import { lookIntoWorkbook } from "../sheets/read/worksheets.ts";
import { sheetOfName } from "../sheets/sheet-names.ts";
import type { StoredFile, StoredUnread } from "./batch-store.ts";
import type { HeaderMemory } from "./header-memory.ts";
import { shownEndings } from "./upload-names.ts";

type Looked = Pick<StoredFile, "parts"> | { readonly unread: StoredUnread };

/** `limit`: of an opened workbook, in bytes. A workbook that cannot be opened is one part: reading it says why. What is none but for its name is not kept. */
export async function lookInto(path: string, name: string, limit: number, memory: HeaderMemory): Promise<Looked> {
  const sheetOfFile = sheetOfName(name);
  if (!workbookEnding.test(path)) {
    if (sheetOfFile) return { parts: [{ sheet: sheetOfFile }] };
    return { parts: [{ ...(await guessPart({ file: name, path }, memory)), unread: choosable(unreadByName(name)) }] };
  }
  const looked = await lookIntoWorkbook(path, limit);
  if ("refusal" in looked) {
    const { code, said, hint } = looked.refusal;
    if (code !== "not_a_workbook") return { parts: [{ sheet: sheetOfFile ?? "customers" }] };
    const shown = (each: Text) => withValues(each, (value) => value.replaceAll(path, name));
    return { unread: { message: shown(said), hint: shown(hint) } };
  }
  const { worksheets } = looked;
  const isNamed = worksheets.some(({ sheet }) => sheet !== undefined);
  const first = worksheets.find(({ isHidden, isFilled }) => !isHidden && isFilled);
  const parts: StoredFile["parts"] = [];
  for (const { name: worksheet, sheet, isHidden, isFilled, unread } of worksheets) {
    const byFile = !isNamed && worksheet === first?.name ? sheetOfFile : undefined;
    const known = sheet ?? byFile;
    const isOpen = known === undefined && isFilled && !isHidden;
    parts.push({
      ...partOf(worksheet, known),
      ...(isOpen ? await guessPart({ file: name, path, worksheet }, memory) : {}),
      ...(unread ? { unread: isHidden ? wordsOf(unread) : choosable(unread) } : {}),
    });
  }
  return { parts };
}

/** By its header: the sheet that a person chose for one like it, else a guess that a person has to confirm. */
async function guessPart(
  source: Omit<SourceFile, "sheet">,
  memory: HeaderMemory,
): Promise<Pick<StoredFile["parts"][number], "sheet" | "guess">> {
  const guessed = await guessSheet(source, { headerChoices: memory.find });
  if (!guessed) return {};
  const chosen = memory.sheetOf(guessed.header);
  return chosen ? { sheet: chosen } : { guess: guessed.sheet };
}

function partOf(worksheet: string | undefined, sheet: SheetName | undefined): StoredFile["parts"][number] {
  return { ...(worksheet === undefined ? {} : { worksheet }), ...(sheet ? { sheet } : {}) };
}

function wordsOf({ issue: { message, hint = text("choose_sheet_of_part") } }: Unread): StoredUnread {
  return { message, hint };
}

/** The page shows a choice of sheets next to it. */
function choosable({ issue: { message } }: Unread): StoredUnread {
  return { message, hint: text("choose_sheet_of_part") };
}

/** Of a name that no file to be read has. */
export function unreadUpload(name: string): StoredUnread {
  const known = unreadByEnding(name);
  if (known) return wordsOf(known);
  return { message: text("upload_of_no_kind"), hint: text("upload_these_kinds", { endings: shownEndings }) };
}
