/** The filter of differences, which stands in the address. */
import { useMemo } from "react";
import { type DriftKind, type DriftSheet, driftKinds, driftSheets } from "../../model/drift.ts";
import { useHashQuery } from "./use-filter.ts";

export type DriftFilter = {
  readonly sheet?: DriftSheet;
  readonly kind?: DriftKind;
  readonly customer?: string;
  readonly text?: string;
};

/** What is no filter is left out. */
function driftFilterOf(query: URLSearchParams): DriftFilter {
  const sheet = driftSheets.find((each) => each === query.get("sheet"));
  const kind = driftKinds.find((each) => each === query.get("kind"));
  const customer = query.get("customer");
  const text = query.get("text");
  return { ...(sheet && { sheet }), ...(kind && { kind }), ...(customer && { customer }), ...(text && { text }) };
}

/** As it stands behind a `?`; blank where it leaves nothing out. */
export function queryOf(filter: DriftFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();
}

/** As `useHashQuery`. */
export function useDriftFilter() {
  const { query, set } = useHashQuery();
  const filter = useMemo(() => driftFilterOf(query), [query]);
  return { filter, set };
}
