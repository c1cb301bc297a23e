/** Rows by status as a bar, with its counts in words, so that color is never the only information. */
import type { ReactNode } from "react";
import { type RowStatus, rowStatuses } from "../../../model/outcome.ts";
import { useSettings } from "../settings.tsx";

type Props = {
  readonly label: ReactNode;
  readonly counts: Readonly<Partial<Record<RowStatus, number>>>;
  readonly onPick?: (status: RowStatus) => void;
};

export function StatusBar({ label, counts, onPick }: Props) {
  const { words, number } = useSettings();
  const parts = rowStatuses.flatMap((status) => {
    const rows = counts[status] ?? 0;
    return rows > 0 ? [{ status, rows }] : [];
  });
  const total = parts.reduce((sum, { rows }) => sum + rows, 0);
  if (total === 0) return null;
  return (
    <div className="status-line">
      <div className="status-title">
        <span>{label}</span>
        <span className="quiet">{words.rows(total)}</span>
      </div>
      <div className="bar" aria-hidden="true">
        {parts.map(({ status, rows }) => (
          <span key={status} className={`fill status-${status}`} style={{ flexGrow: rows }} />
        ))}
      </div>
      <ul className="legend">
        {parts.map(({ status, rows }) => (
          <li key={status} className={`status-${status}`}>
            <span className="mark" aria-hidden="true" />
            {onPick ? (
              <button type="button" className="link" onClick={() => onPick(status)}>
                {number(rows)} {words.statuses[status]}
              </button>
            ) : (
              `${number(rows)} ${words.statuses[status]}`
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
