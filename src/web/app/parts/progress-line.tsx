/** How far something is: a bar with its words beside it. */
import { ProgressBar } from "react-aria-components";
import { useSettings } from "../settings.tsx";

type Props = {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly note?: string;
};

export function ProgressLine({ label, done, of, note }: Props) {
  const { number } = useSettings();
  return (
    <ProgressBar className="progress" aria-label={label} value={of > 0 ? done : 1} maxValue={Math.max(1, of)}>
      <div className="status-title">
        <span>{label}</span>
        <span className="quiet">
          {note && <span className="bad-text">{note} </span>}
          {number(done)} / {number(of)}
        </span>
      </div>
      <div className="track">
        <div
          className={done >= of ? "track-fill full" : "track-fill"}
          style={{ width: `${of > 0 ? (100 * done) / of : 100}%` }}
        />
      </div>
    </ProgressBar>
  );
}
