/** The problem at which one stands, and how many there are. Asked a moment after one has come to rest. */
import { useEffect, useState } from "react";
import type { Places } from "../../problem-places.ts";
import type { GridFilter, RowSource } from "./row-source.ts";
import type { CellPosition } from "./selection.ts";

const restMs = 60;

export function usePlaces(
  source: RowSource,
  filter: GridFilter,
  version: number,
  { row }: CellPosition,
  column: string | undefined,
): Places | undefined {
  const [places, setPlaces] = useState<Places>();
  const name = JSON.stringify(filter);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const asked = JSON.parse(name) as GridFilter; // written above
      const atCell = await source.place(asked, { row, ...(column === undefined ? {} : { column }) }, "here");
      const found = atCell.place || column === undefined ? atCell : await source.place(asked, { row }, "here");
      if (!isOver) setPlaces(found);
    };
    const timer = setTimeout(() => void look().catch(() => undefined), version > 0 ? restMs : 0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [source, name, version, row, column]);
  return places;
}
