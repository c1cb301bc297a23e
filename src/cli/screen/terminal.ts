/** The colors that a stream can show. */
import { styleText } from "node:util";
import { type Palette, plainPalette } from "../../report/screen/text-layout.ts";

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
