/** Sizes of a grid in pixels, which its parts and its stylesheet agree on. */

export const rowHeight = 32;

/** Row number and mark; with the word of the status it takes more. */
export const gutterWidths = { check: 84, run: 150 } as const;

export const cardWidth = 380;

/** As high as its rows need, up to what the screen gives. */
export function gridHeight(rows: number): string {
  const needed = Math.max(8, rows + 1) * rowHeight + 18;
  return `min(${needed}px, max(360px, 100vh - 210px))`;
}
