/** Cells that somebody has written, shown at once and until the batch is checked with them. */
import { useCallback, useEffect, useState } from "react";
import type { CellEdit } from "../../edits.ts";
import { nothingWritten, type Written, writeOver } from "./grid-edits.ts";

type Shown = {
  readonly written: Written;
  /** Of the batch with all of it; undefined while the server has not said it. */
  readonly version: number | undefined;
  readonly isRefused: boolean;
};

const nothing: Shown = { written: nothingWritten, version: undefined, isRefused: false };

/** `version`: of the batch whose rows are shown. `show`: `sent` resolves to the version with the edits; undefined when they were refused. */
export function useWritten(version: number) {
  const [shown, setShown] = useState(nothing);
  useEffect(() => {
    if (shown.isRefused || (shown.version !== undefined && version >= shown.version)) setShown(nothing);
  }, [version, shown]);
  const show = useCallback((edits: readonly CellEdit[], sent: Promise<number | undefined>) => {
    setShown(({ written }) => ({ written: writeOver(written, edits), version: undefined, isRefused: false }));
    void sent.then((next) => setShown((before) => ({ ...before, version: next, isRefused: next === undefined })));
  }, []);
  return { written: shown.written, show };
}
