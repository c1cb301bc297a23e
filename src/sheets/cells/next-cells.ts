/** Cells that ask for the next free number or extension: `next`, or `next:4500-4599`. */
import type { NextWish } from "../../model/next-wish.ts";
import { text } from "../../model/words/text.ts";
import type { CellType } from "../define-sheet.ts";
import type { CellCheck } from "./row-notes.ts";

const next = /^next\s*(?::\s*(.*))?$/is;
const nextPattern = "^[Nn][Ee][Xx][Tt]\\s*(:.*)?$";

type Ends = {
  /** What an end must look like. */
  readonly isEnd: (text: string) => boolean;
  readonly example: string;
};

/** The type, or a wish for the lowest free value of it. */
export function orNext(type: CellType<string>, ends: Ends): CellType<string | NextWish> {
  const { pattern, read, ...rest } = type;
  return {
    ...rest,
    ...(pattern === undefined ? {} : { pattern: `${pattern}|${nextPattern}` }),
    read(value, cell) {
      const match = next.exec(value);
      return match ? readWish(value, match[1], cell, ends) : read(value, cell);
    },
  };
}

/** What is written, and what is wished, of a cell of either kind. */
export function writtenIn(cell: string | NextWish | undefined): string | undefined {
  return typeof cell === "string" ? cell : undefined;
}

/** Undefined: the cell asks for no free one. */
export function wishOf(cell: string | NextWish | undefined): NextWish | undefined {
  return typeof cell === "object" ? cell : undefined;
}

function readWish(value: string, range: string | undefined, cell: CellCheck, ends: Ends): NextWish | undefined {
  if (range === undefined) return {};
  const [from = "", to = "", ...more] = range.split(/\s*[-\u2010-\u2015]\s*/u);
  const isRange = more.length === 0 && ends.isEnd(from) && ends.isEnd(to) && from.length === to.length;
  if (isRange && from <= to) return { from, to };
  const hint = isRange ? text("write", { value: `next:${to}-${from}` }) : text("write_like", { example: ends.example });
  cell.error("invalid_next", text("not_a_next_range", { value }), hint);
  return undefined;
}
