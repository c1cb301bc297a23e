/** What a cause is called when many rows have it, each with a value of its own. Renders no lines. */

import { issueFacts } from "../model/issue-codes.ts";
import { groupWordings } from "../model/words/group-texts.ts";
import type { Language } from "../model/words/language.ts";
import { gap } from "./message-words.ts";

/** `shared`: what the messages say in the same words, in the language asked for. */
export function wordingOf(code: string, shared: string, language: Language): string {
  const own = Object.hasOwn(groupWordings, code) ? groupWordings[code]?.[language] : undefined;
  return own ?? (shared.includes(gap) ? issueFacts(code)?.[language].title : undefined) ?? shared;
}

/** The sentence as it goes on after "1 600 rows in 40 customers: "; one that begins with a name stays as it is. */
export function afterColon(sentence: string): string {
  return sentence.replace(
    /^(?:Alleen|An?|Another|Bij|Both|De|Deze|Dit|Each|Een|Elke?|Er|Every|For|Geen|Het|In|It|Meer|Meerdere|More|Neither|Nobody|No|Of|Only|Op|Several|The|There|These|They|This|Van|Voor|Waits|Ze|Zonder)\b/,
    (word) => word.toLowerCase(),
  );
}
