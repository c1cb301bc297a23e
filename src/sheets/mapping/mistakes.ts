/** What is wrong in a mapping file, and where. */
import type { Text } from "../../model/words/text.ts";

/** One thing wrong: where in the file, and what. */
export type Mistake = { readonly path: string; readonly message: Text; readonly hint?: Text };

/** `users.values.package["Unity Basic"]` */
export function pathOf(section: string, parts: readonly (string | number)[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === "number") return `${path}[${part}]`;
    if (!/^[$A-Za-z_]\w*$/.test(part)) return `${path}[${JSON.stringify(part)}]`;
    return path === "" ? part : `${path}.${part}`;
  }, section);
}
