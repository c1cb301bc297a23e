/** The causes of errors and warnings: how many rows, why, what to do, and a link to the rows. */
import { useState } from "react";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { ErrorGroup } from "../../../report/error-groups.ts";
import { useSettings, useWords } from "../settings.tsx";

type Props = {
  readonly groups: readonly ErrorGroup[];
  readonly onPick?: (group: ErrorGroup) => void;
};

const causesShown = 6;

export function CauseList({ groups, onPick }: Props) {
  const words = useWords();
  const [most, setMost] = useState(causesShown);
  return (
    <>
      <ul className="causes">
        {groups.slice(0, most).map((group) => (
          <Cause
            key={[group.severity, group.status, group.code, group.column, group.message].join(" ")}
            group={group}
            onPick={onPick}
          />
        ))}
      </ul>
      {groups.length > most && (
        <p className="actions">
          <button type="button" className="button small" onClick={() => setMost(groups.length)}>
            {words.plan.more(groups.length - most)}
          </button>
        </p>
      )}
    </>
  );
}

function Cause({ group, onPick }: { readonly group: ErrorGroup; readonly onPick: Props["onPick"] }) {
  const { words, language } = useSettings();
  const { severity, code, column, message, hint, rows, blocks, first } = group;
  const sheet = first[0]?.sheet;
  const columnName = column && ((sheet && columnLabel(sheet, column, language)) ?? column);
  return (
    <li className={`cause ${severity}`}>
      <div className="cause-head">
        <span className="count">{words.rows(rows)}</span>
        <span className="quiet">
          {[severity === "warning" ? words.grid.warning : "", columnName, code].filter(Boolean).join(" · ")}
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
}
