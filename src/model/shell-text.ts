/** Text as a part of a command that a person types into a shell, whatever it holds. Pure. */

/** Of these a shell makes nothing. */
const plain = /^[\w@%+=:,./-]+$/;

/** The text itself where a shell leaves it alone, else in single quotes, which nothing in it can end. */
export function quoteForShell(text: string): string {
  return plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
