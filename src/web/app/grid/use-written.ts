/** Cells that somebody has written, shown at once and until the rows have come that were checked with them. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { CellEdit } from "../../edits.ts";
import { nothingWritten, type Written, writeOver } from "./grid-edits.ts";

/** What was sent in one go. `version`: of the batch with it; undefined until the server has answered. */
type Sent = { readonly edits: readonly CellEdit[]; readonly version: number | undefined };

/** `version`: of the batch whose rows are shown. `show`: `sent` resolves to the version with the edits; undefined when they were refused. */
export function useWritten(version: number) {
  const [all, setAll] = useState<readonly Sent[]>([]);
  useEffect(() => {
    const isOpen = (each: Sent) => each.version === undefined || each.version > version;
    if (!all.every(isOpen)) setAll((before) => before.filter(isOpen));
  }, [version, all]);
  const show = useCallback((edits: readonly CellEdit[], sent: Promise<number | undefined>) => {
    const own: Sent = { edits, version: undefined };
    setAll((before) => [...before, own]);
    void sent.then((next) =>
      setAll((before) =>
        before.flatMap((each) => (each !== own ? [each] : next === undefined ? [] : [{ ...own, version: next }])),
      ),
    );
  }, []);
  const written = useMemo<Written>(() => all.reduce((sum, { edits }) => writeOver(sum, edits), nothingWritten), [all]);
  return { written, show };
}
