/** The beginning of a text that is too long to show: a value of 32 KiB in a message helps nobody. */
export function shorten(text: string, length = 200): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
