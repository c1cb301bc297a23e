/** A progress bar with its counts. */
import { ProgressBar } from "react-aria-components";
import { useSettings } from "../settings.tsx";

type Props = {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** Of what is done: refused, and waiting in vain for what was refused. */
  readonly failed?: number;
  readonly blocked?: number;
  /** Beside all of this: refused before it began. */
  readonly leftOut?: number;
};

export function ProgressLine({ label, done, of, failed = 0, blocked = 0, leftOut = 0 }: Props) {
  const { words, number } = useSettings();
  const bad = [
    ...(failed > 0 ? [`${number(failed)} ${words.statuses.failed}`] : []),
    ...(blocked > 0 ? [`${number(blocked)} ${words.statuses.blocked}`] : []),
    ...(leftOut > 0 ? [words.run.leftOut(leftOut)] : []),
  ].join(" · ");
  const all = of + leftOut;
  const good = done - failed - blocked;
  return (
    <ProgressBar className="progress" aria-label={label} value={of > 0 ? done : 1} maxValue={Math.max(1, of)}>
      <div className="status-title">
        <span>{label}</span>
        <span className="quiet">
          {bad && <span className="bad-text">{bad} </span>}
          {number(done)} / {number(of)}
        </span>
      </div>
      <div className="track">
        <div
          className={done >= of ? "track-fill full" : "track-fill"}
          style={{ width: all > 0 ? share(good, all) : "100%" }}
        />
        {failed > 0 && <div className="track-fill part status-failed" style={{ width: share(failed, all) }} />}
        {blocked > 0 && <div className="track-fill part status-blocked" style={{ width: share(blocked, all) }} />}
        {leftOut > 0 && <div className="track-fill part status-invalid" style={{ width: share(leftOut, all) }} />}
      </div>
    </ProgressBar>
  );
}

function share(part: number, all: number): string {
  return `${(100 * part) / all}%`;
}
