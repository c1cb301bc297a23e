/** Below a grid: what is wrong with the cell or the row where one stands, what to do, and the way to the next. */
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../../model/run-report.ts";
import { formatAddress, type RowAddress } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { GridRow } from "../../api-types.ts";
import type { Places } from "../../problem-places.ts";
import { useSettings } from "../settings.tsx";
import { cellOf, type GridColumn } from "./grid-columns.ts";
import { offersOf, problemsAt, problemsOfRow, type Swap } from "./problems-at.ts";

export type DetailProps = {
  readonly row: GridRow | undefined;
  readonly column: GridColumn | undefined;
  readonly columns: readonly GridColumn[];
  readonly places: Places | undefined;
  readonly look: "check" | "run";
  readonly onStep: (direction: "next" | "previous") => void;
  /** Absent: nothing can be changed. */
  readonly onWrite?: (text: string) => void;
  /** How many cells have this problem and a certain repair, or this text and this suggestion. */
  readonly countLike: (code: string, swap?: Swap) => number;
  readonly onRepairLike: (code: string, swap?: Swap) => void;
  /** Absent where there is no way to another row. */
  readonly onGoTo?: ((at: RowAddress) => void) | undefined;
};

export function GridDetail(props: DetailProps) {
  const { row, column, columns, places, onStep } = props;
  const { words } = useSettings();
  const atCell = row && column ? problemsAt(row, column) : [];
  const problems = row && atCell.length === 0 ? problemsOfRow(row, columns) : atCell;
  return (
    <section className="detail" aria-label={words.grid.detail}>
      <div className="detail-text" aria-live="polite">
        {row && (
          <Place row={row} column={atCell.length > 0 || problems.length === 0 ? column : undefined} look={props.look} />
        )}
        {problems.map((problem) => (
          <DetailProblem key={`${problem.code} ${JSON.stringify(problem.message)}`} problem={problem} {...props} />
        ))}
        {row && <RowFacts row={row} column={column} look={props.look} onGoTo={props.onGoTo} />}
      </div>
      {places && places.total > 0 && (
        <div className="detail-steps">
          <Button className="button small" aria-label={words.grid.previous} onPress={() => onStep("previous")}>
            ‹
          </Button>
          <span>{words.grid.place(places.place?.number, places.total)}</span>
          <Button className="button small" aria-label={words.grid.next} onPress={() => onStep("next")}>
            ›
          </Button>
          <kbd>F8</kbd>
        </div>
      )}
    </section>
  );
}

function Place({ row, column, look }: Pick<DetailProps, "row" | "column" | "look"> & { readonly row: GridRow }) {
  const { words, language } = useSettings();
  const name = column && ((column.sheet && columnLabel(column.sheet, column.name, language)) ?? column.title);
  const parts = [
    words.grid.rowAt(row.at.row),
    ...(name ? [name] : []),
    ...(look === "run" ? [words.statuses[row.status]] : []),
    ...(row.isDone ? [words.grid.repaired] : []),
  ];
  return <span className="quiet">{parts.join(" · ")}</span>;
}

function DetailProblem(props: DetailProps & { readonly problem: Problem }) {
  const { problem, row, column, onWrite, countLike, onRepairLike } = props;
  const { words, say } = useSettings();
  const { severity, code, message, hint, repair } = problem;
  const cell = (row && column && cellOf(row, column)) ?? "";
  const offers = onWrite && row && column && problem.column === column.name ? offersOf(problem, cell) : [];
  return (
    <div className={`problem ${severity}`}>
      <p>
        <strong>{say(message)}</strong> {hint && <span>{say(hint)}</span>}
      </p>
      {offers.length > 0 && (
        <div className="actions">
          {offers.map((text, index) => {
            const swap = repair === undefined ? { from: cell, to: text } : undefined;
            const all = countLike(code, swap);
            return (
              <div key={text} className="actions">
                <Button className="button small strong" onPress={() => onWrite?.(text)}>
                  {text === "" ? words.grid.clearCell : words.grid.fixAs(shorten(text))}
                  {index === 0 && <kbd>{words.grid.fixKey}</kbd>}
                </Button>
                {all > 1 && (
                  <Button className="button small" onPress={() => onRepairLike(code, swap)}>
                    {swap ? words.grid.swapAll(all, shorten(swap.from)) : words.grid.fixAll(all)}
                  </Button>
                )}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

/** What else is known of the row: where a blank cell gets its value, what it waits for, how Webex calls it. */
function RowFacts({
  row,
  column,
  look,
  onGoTo,
}: Pick<DetailProps, "column" | "look" | "onGoTo"> & { readonly row: GridRow }) {
  const { words, time } = useSettings();
  const taken = row.taken?.find((each) => each.column === column?.name);
  const facts: ReactNode[] = [];
  if (taken) facts.push(words.grid.taken(taken.profile, taken.row, taken.isTemplate === true));
  const { blockedBy } = row;
  if (blockedBy)
    facts.push(
      onGoTo ? (
        <button type="button" className="link" onClick={() => onGoTo(blockedBy)}>
          {words.grid.goTo(formatAddress(blockedBy))}
        </button>
      ) : (
        formatAddress(blockedBy)
      ),
    );
  if (look === "run") {
    if (row.webexId) facts.push(<Fact name={words.grid.webexId} value={row.webexId} />);
    if (row.trackingId) facts.push(<Fact name={words.grid.trackingId} value={row.trackingId} />);
    if (row.finishedAt) facts.push(time(row.finishedAt));
    if (row.lastAppliedAt) facts.push(words.grid.lastApplied(time(row.lastAppliedAt)));
  }
  if (facts.length === 0) return null;
  return (
    <ul className="facts">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a row have a fixed order
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      {name} <code>{value}</code>
    </>
  );
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
