/** How wide the text for a stream is; apart, because the help needs nothing else of a terminal. */

/** In columns; a file or a pipe is taken for a page. */
export function widthOf({ columns }: Pick<NodeJS.WriteStream, "columns">): number {
  return Math.min(160, Math.max(40, columns || 110));
}
