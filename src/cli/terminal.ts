/** What a stream can show: its width and its colours. */
import { styleText } from "node:util";
import { type Palette, plainPalette } from "../report/text-layout.ts";

/** In characters; a file or a pipe is taken for a page. */
export function widthOf({ columns = 110 }: Pick<NodeJS.WriteStream, "columns">): number {
  return Math.min(160, Math.max(60, columns));
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
