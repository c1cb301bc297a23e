/** What `--help` says, and what a wrong command line is answered. Apart from the catalogue: help loads nothing else. */
import { batchCommandsHelp } from "./help/batch-commands-help.ts";
import { otherCommandsHelp } from "./help/other-commands-help.ts";
import { programHelp } from "./help/program-help.ts";
import { refusedFlagsHelp } from "./help/refused-flags-help.ts";
import { sharedFlagsHelp } from "./help/shared-flags-help.ts";
import type { InEachLanguage, Language } from "./language.ts";
import { sayPlain } from "./wording.ts";

export const helpTexts = {
  ...programHelp,
  ...sharedFlagsHelp,
  ...batchCommandsHelp,
  ...otherCommandsHelp,
  ...refusedFlagsHelp,
};

/** `near`: the sheet that was probably meant. */
export function noSuchSheet(near: string | undefined, sheets: readonly string[]): InEachLanguage {
  const all = sheets.join(", ");
  return {
    en: near ? `Did you mean ${near}?` : `The sheets are ${all}.`,
    nl: near ? `Bedoelde u ${near}?` : `De bladen zijn ${all}.`,
  };
}

export type HelpKey = keyof typeof helpTexts;

/** A key where a command declares its texts; `sayHelp` says it once the program is built. */
export function help(key: HelpKey): string {
  return key;
}

/** The text of a key; any other text as it is. */
export function sayHelp(key: string, language: Language): string {
  return Object.hasOwn(helpTexts, key) ? sayPlain(helpTexts[key as HelpKey], language, undefined) : key; // as was asked just before
}
