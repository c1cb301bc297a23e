/** Beside the rows, always in sight: the causes of errors and warnings, each with its count and a repair for all its rows where one is certain or suggested. */
import { useState } from "react";
import { Button } from "react-aria-components";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { ErrorGroup } from "../../../report/error-groups.ts";
import type { CheckReply } from "../../api-types.ts";
import type { RepairGroup, SwapGroup } from "../../read-rows.ts";
import type { RowFilter } from "../../row-index.ts";
import { useSettings } from "../settings.tsx";
import type { RepairChoice } from "./use-batch-edits.ts";

type Props = {
  readonly check: CheckReply;
  readonly filter: RowFilter;
  readonly isBusy: boolean;
  readonly onPick: (group: ErrorGroup) => void;
  readonly onRepair: (choice: RepairChoice) => void;
};

export function CheckRail({ check, filter, isBusy, onPick, onRepair }: Props) {
  const { words, language } = useSettings();
  const groups = check.causes[language];
  const errors = groups.filter(({ severity }) => severity === "error");
  const warnings = groups.filter(({ severity }) => severity === "warning");
  const certain = sum(check.repairs.filter(({ severity }) => severity === "error"));
  const list = (some: readonly ErrorGroup[]) => (
    <ul className="rail-list">
      {some.map((group) => (
        <RailCause
          key={[group.severity, group.status, group.code, group.column, group.message].join(" ")}
          {...{ group, check, filter, isBusy, onPick, onRepair }}
        />
      ))}
    </ul>
  );
  return (
    <aside className="rail" aria-label={words.check.causes}>
      <div className="rail-head">
        <h2>
          {groups.length === 0 ? words.check.causes : words.check.errorsAndWarnings(errors.length, warnings.length)}
        </h2>
        {certain > 0 && (
          <Button className="button small strong" isDisabled={isBusy} onPress={() => onRepair({})}>
            {words.check.repairAll(certain)}
          </Button>
        )}
      </div>
      <div className="rail-scroll">
        {groups.length === 0 && <p className="quiet">{words.review.noCauses}</p>}
        {list(errors)}
        {list(warnings)}
        <FileNotes check={check} />
      </div>
    </aside>
  );
}

type CauseProps = Props & { readonly group: ErrorGroup };

function RailCause({ group, check, filter, isBusy, onPick, onRepair }: CauseProps) {
  const { words, language, number } = useSettings();
  const { severity, code, column, message, hint, rows, blocks, first } = group;
  const sheet = first[0]?.sheet;
  const isChosen = filter.code === code && filter.column === column;
  const about = [
    ...(column ? [(sheet && columnLabel(sheet, column, language)) ?? column] : []),
    ...(sheet ? [words.sheets[sheet]] : []),
  ];
  const isLike = (each: RepairGroup) => each.code === code && each.column === column && each.severity === severity;
  const repairable = sum(check.repairs.filter(isLike));
  return (
    <li className={`rail-cause ${severity}`}>
      <button type="button" className="rail-pick" aria-pressed={isChosen} onClick={() => onPick(group)}>
        <span className="rail-count">{number(rows)}</span>
        <span>
          {severity === "warning" && <span className="unseen">{words.grid.warning}: </span>}
          <strong>{message}</strong>
          <span className="quiet">{about.join(" · ")}</span>
        </span>
      </button>
      {isChosen && (
        <div className="rail-more">
          {hint && <p>{hint}</p>}
          {blocks > 0 && <p className="quiet">{words.review.blocks(blocks)}</p>}
        </div>
      )}
      {repairable > 0 && column !== undefined && (
        <div className="rail-repair">
          <Button className="button small" isDisabled={isBusy} onPress={() => onRepair({ code, column })}>
            {words.check.repair(repairable)}
          </Button>
        </div>
      )}
      <Swaps swaps={check.swaps.filter(isLike)} isBusy={isBusy} onRepair={onRepair} />
    </li>
  );
}

const swapsShown = 2;

/** "Did you mean ...?" for all cells with one text; the most frequent first. */
function Swaps({
  swaps,
  isBusy,
  onRepair,
}: Pick<Props, "isBusy" | "onRepair"> & { readonly swaps: readonly SwapGroup[] }) {
  const { words } = useSettings();
  const [most, setMost] = useState(swapsShown);
  if (swaps.length === 0) return null;
  return (
    <ul className="rail-swaps">
      {swaps.slice(0, most).map(({ sheet, code, column, from, to, cells }) => (
        <li key={`${sheet} ${from} ${to}`}>
          <span className="quiet">“{from}”</span>
          <Button
            className="button small"
            isDisabled={isBusy}
            onPress={() => onRepair({ sheet, code, column, from, to })}
          >
            {words.check.swap(to, cells)}
          </Button>
        </li>
      ))}
      {swaps.length > most && (
        <li>
          <button type="button" className="link" onClick={() => setMost(most + 20)}>
            {words.plan.more(swaps.length - most)}
          </button>
        </li>
      )}
    </ul>
  );
}

/** Notes about files as a whole. */
function FileNotes({ check }: Pick<Props, "check">) {
  const { words, say } = useSettings();
  const { fileIssues } = check.summary;
  if (fileIssues.length === 0) return null;
  return (
    <section className="rail-files" aria-label={words.check.files}>
      <h3>{words.check.files}</h3>
      {fileIssues.map(({ severity, message, hint, at, code }) => (
        <p key={`${at.file} ${code} ${say(message)}`} className={severity === "error" ? "bad-text" : ""}>
          <strong>{at.file}</strong> {say(message)} <span className="quiet">{hint && say(hint)}</span>
        </p>
      ))}
    </section>
  );
}

function sum(groups: readonly RepairGroup[]): number {
  return groups.reduce((total, { cells }) => total + cells, 0);
}
