/** Where a run stands that nobody carries out now: its rows by status, as the run file has them. */
import { useCallback } from "react";
import { sheetNames } from "../../../model/sheet.ts";
import type { ReviewReply } from "../../api-types.ts";
import { ask } from "../api.ts";
import { StatusBar } from "../parts/status-bar.tsx";
import { useWords } from "../settings.tsx";
import { useLoad } from "../use-load.ts";

/** `path`: of the run. */
export function KeptRows({ path }: { readonly path: string }) {
  const words = useWords();
  const { value, trouble } = useLoad(useCallback(() => ask<ReviewReply>(`${path}/review`), [path]));
  if (!value) return trouble ? null : <p className="busy">{words.loading}</p>;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{words.review.statusPerSheet}</h2>
      {sheetNames.map((sheet) => (
        <StatusBar key={sheet} label={words.sheets[sheet]} counts={value.summary.sheets[sheet].statuses} />
      ))}
    </section>
  );
}
