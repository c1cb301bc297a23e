/** What came of a run, in one line: a small bar, and its counts in words. */
import { type RowStatus, rowStatuses } from "../../../model/outcome.ts";
import { useSettings } from "../settings.tsx";

export function ResultLine({ counts }: { readonly counts: Readonly<Partial<Record<RowStatus, number>>> }) {
  const { words, number } = useSettings();
  const parts = rowStatuses.flatMap((status) => {
    const rows = counts[status] ?? 0;
    return rows > 0 ? [{ status, rows }] : [];
  });
  return (
    <span className="result-line">
      <span className="bar" aria-hidden="true">
        {parts.map(({ status, rows }) => (
          <span key={status} className={`fill status-${status}`} style={{ flexGrow: rows }} />
        ))}
      </span>
      <span>
        {parts.length === 0
          ? words.rows(0)
          : parts.map(({ status, rows }) => `${number(rows)} ${words.statuses[status]}`).join(" · ")}
      </span>
    </span>
  );
}
