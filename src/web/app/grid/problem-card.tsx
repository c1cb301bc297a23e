/** The problems of the active cell and what to do, next to the cell, with buttons for certain corrections. */
import { Button } from "react-aria-components";
import type { Problem } from "../../../model/run-report.ts";
import { useSettings } from "../settings.tsx";

type Props = {
  readonly problems: readonly Problem[];
  readonly left: number;
  readonly top: number;
  /** There is no room below: stand above the cell. */
  readonly isLow: boolean;
  readonly onFix?: () => void;
  readonly onFixAll?: () => void;
  readonly countAll?: (code: string) => number;
};

export function ProblemCard({ problems, left, top, isLow, onFix, onFixAll, countAll }: Props) {
  const { words, say } = useSettings();
  const shift = isLow ? "translateY(calc(-100% - 36px))" : "translateY(4px)";
  return (
    <div className="problem-card" style={{ transform: `translate(${left}px, ${top}px) ${shift}` }}>
      <div role="status">
        {problems.map(({ severity, code, message, hint }) => (
          <div key={`${code} ${say(message)}`} className={`problem ${severity}`}>
            <strong>{say(message)}</strong>
            {hint && <span>{say(hint)}</span>}
          </div>
        ))}
      </div>
      {problems.map(({ code, repair }) => {
        if (repair === undefined || !onFix) return null;
        const all = countAll?.(code) ?? 0;
        return (
          <div key={code} className="card-buttons">
            <Button className="button small strong" onPress={onFix}>
              {words.grid.fixAs(repair.length > 40 ? `${repair.slice(0, 40)}…` : repair)}
            </Button>
            {all > 1 && (
              <Button className="button small" onPress={() => onFixAll?.()}>
                {words.grid.fixAll(all)}
              </Button>
            )}
          </div>
        );
      })}
    </div>
  );
}
