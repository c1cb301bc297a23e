/** What a stream can show: its width and its colors. */
import { styleText } from "node:util";
import { type Palette, plainPalette } from "../../report/screen/text-layout.ts";

/** In columns; a file or a pipe is taken for a page. */
export function widthOf({ columns }: Pick<NodeJS.WriteStream, "columns">): number {
  return Math.min(160, Math.max(40, columns || 110));
}

/** No colours without a terminal, and none with NO_COLOR. */
export function paletteOf(stream: NodeJS.WriteStream): Palette {
  return stream.hasColors?.() ? colours : plainPalette;
}

/** Marks on top of words: nothing is told by colour alone. */
const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
  styleText(format, text, { validateStream: false });

const colours: Palette = {
  good: paint("green"),
  bad: paint("red"),
  caution: paint("yellow"),
  quiet: paint("dim"),
  strong: paint("bold"),
};
