/** The widths that a person has drawn columns to, kept in the browser by sheet. */
import { useCallback, useState } from "react";

type Widths = ReadonlyMap<string, number>;

export function useWidths(sheet: string) {
  const [widths, setWidths] = useState<Widths>(() => read(sheet));
  const widen = useCallback(
    (name: string, width: number | undefined) =>
      setWidths((before) => {
        const next = new Map(before);
        if (width === undefined) next.delete(name);
        else next.set(name, Math.round(width));
        keep(sheet, next);
        return next;
      }),
    [sheet],
  );
  return { widths, widen };
}

const keyOf = (sheet: string) => `widths-${sheet}`;

function read(sheet: string): Widths {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(sheet)) ?? "{}");
    const pairs = Object.entries(typeof kept === "object" && kept !== null ? kept : {});
    return new Map(pairs.filter((pair): pair is [string, number] => typeof pair[1] === "number"));
  } catch {
    return new Map();
  }
}

function keep(sheet: string, widths: Widths): void {
  try {
    localStorage.setItem(keyOf(sheet), JSON.stringify(Object.fromEntries(widths)));
  } catch {
    // refused by the browser
  }
}
