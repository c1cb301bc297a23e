/** The causes of errors and warnings: how many rows, why, what to do, and the way to the rows. */
import type { ErrorGroup } from "../../../report/error-groups.ts";
import { useWords } from "../settings.tsx";

type Props = {
  readonly groups: readonly ErrorGroup[];
  readonly onPick?: (group: ErrorGroup) => void;
};

export function CauseList({ groups, onPick }: Props) {
  const words = useWords();
  return (
    <ul className="causes">
      {groups.map((group) => {
        const { severity, code, column, message, hint, rows, blocks, first, status } = group;
        return (
          <li key={[severity, status, code, column, message].join(" ")} className={`cause ${severity}`}>
            <div className="cause-head">
              <span className="count">{words.rows(rows)}</span>
              <span className="quiet">
                {[severity === "warning" ? words.grid.warning : "", code, column].filter(Boolean).join(" · ")}
              </span>
            </div>
            <strong>{message}</strong>
            {hint && <p>{hint}</p>}
            <div className="cause-foot">
              <span className="quiet">{first.map(({ file, row }) => `${file}:${row}`).join(", ")}</span>
              {blocks > 0 && <span className="quiet">{words.review.blocks(blocks)}</span>}
              {onPick && (
                <button type="button" className="link" onClick={() => onPick(group)}>
                  {words.check.showRows}
                  <span className="unseen">: {code}</span>
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
