/** Phone numbers as ranges: a location may have ten thousand of them, and they mostly follow each other. Pure. */

/** From and to, both included: the digits of E.164 numbers without their +. */
export type NumberRange = { readonly from: number; readonly to: number };

/** `numbers` in E.164. Those that follow each other become one range; order is kept. */
export function rangesOf(numbers: readonly string[]): readonly NumberRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const value = Number(number);
    const last = ranges.at(-1);
    if (last && value === last.to + 1) last.to = value;
    else ranges.push({ from: value, to: value });
  }
  return ranges;
}

export function hasNumber(ranges: readonly NumberRange[], number: string): boolean {
  const value = Number(number);
  return ranges.some(({ from, to }) => from <= value && value <= to);
}

export function countNumbers(ranges: readonly NumberRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

export function toE164(value: number): string {
  return `+${value}`;
}

/** The first numbers of the ranges, at most so many. */
export function firstNumbers(ranges: readonly NumberRange[], most: number): readonly number[] {
  return ranges
    .slice(0, most)
    .flatMap(({ from, to }) => Array.from({ length: Math.min(most, to - from + 1) }, (_, index) => from + index))
    .slice(0, most);
}
