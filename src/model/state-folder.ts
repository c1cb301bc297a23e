/** The state folder in commands that a person types. Pure. */
import { quoteForShell } from "./shell-text.ts";

/** Where commands work that name no other. */
export const defaultStateFolder = ".wholesale-import";

/** Commands that work in it, as sentences name them. */
const command = /wholesale-import (?:resume|retry|fix|undo|report|runs|apply|plan|export|templates (?:link|list))\b/;

/** A sentence whose commands hold for this folder: each has it as its first flag, but for those that name one. */
export function nameStateFolder(sentence: string, stateFolder: string): string {
  if (stateFolder === defaultStateFolder) return sentence;
  const flag = ` --state ${quoteForShell(stateFolder)}`;
  return sentence
    .split(/(?=wholesale-import )/)
    .map((part) => (part.includes(" --state ") ? part : part.replace(command, (typed) => typed + flag)))
    .join("");
}
