/** JSON that somebody else has written. */

/** Its value, for a schema to judge; undefined where the text is none. Some editors save it with a byte order mark. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
