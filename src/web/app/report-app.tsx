/** report.html: the review of one run, with a page per customer in the fragment of its URL. */
import { useMemo, useSyncExternalStore } from "react";
import type { ReportPage } from "../../report/files/report-page.ts";
import { heldRows } from "./grid/row-source.ts";
import { Frame } from "./parts/frame.tsx";
import { ReviewView } from "./screens/review-view.tsx";
import { useWords } from "./settings.tsx";

export function ReportApp({ page }: { readonly page: ReportPage }) {
  const words = useWords();
  const source = useMemo(() => heldRows(page.files, page.rows), [page]);
  const hash = useSyncExternalStore(watchHash, () => location.hash);
  const [, name] = /^#\/customer\/([^?]*)/.exec(hash) ?? [];
  const notes = [words.review.onlyRefused, ...(page.rowsLeftOut > 0 ? [words.review.leftOut(page.rowsLeftOut)] : [])];
  return (
    <Frame head={<span className="target">{page.summary.runId}</span>}>
      <ReviewView
        key={name ?? ""}
        review={page}
        source={source}
        {...(name === undefined ? {} : { customer: decodeURIComponent(name) })}
        hrefOfCustomer={(customer) => `#/customer/${encodeURIComponent(customer)}`}
        hrefOfRun="#/"
        downloads={page.downloads.map((path) => ({ path, href: path.split("/").map(encodeURIComponent).join("/") }))}
        note={notes.join(" ")}
      />
    </Frame>
  );
}

function watchHash(watcher: () => void): () => void {
  addEventListener("hashchange", watcher);
  return () => removeEventListener("hashchange", watcher);
}
