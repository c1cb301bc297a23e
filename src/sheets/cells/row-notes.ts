/** Collects the issues of one row while its cells are read. Contains no rules itself. */

import type { Issue, Severity } from "../../model/issue.ts";
import type { IssueCode } from "../../model/issue-codes.ts";
import type { RowAddress } from "../../model/sheet.ts";
import { shorten } from "../../model/shorten.ts";
import { text as sentence, type Text, withValues } from "../../model/words/text.ts";
import type { NumberingPlans } from "../data/numbering-plans.ts";
import { showUnseen } from "./odd-characters.ts";
import { type Hint, hintOfPart, isRepair, textOfHint } from "./repair.ts";

/** Worked out only where the problem is told. */
type LateHint = () => Hint | undefined;

/** What a cell type may say about the cell in its hand. */
export type CellCheck = {
  error(code: IssueCode, message: Text, hint?: Hint | LateHint): void;
  warn(code: IssueCode, message: Text, hint?: Hint | LateHint): void;
  /** Is an E.164 number one that its country's numbering plan has? */
  isPlausible(phoneNumber: string): boolean;
  /** What a number as dialled within the row's country is in E.164; undefined when the row does not tell, or the plan does not have it. */
  internationalOf(text: string): string | undefined;
};

/** What the rules across the cells of a row may ask and say. */
export type RowCheck<Column extends string = string> = {
  /** The cell without surrounding blanks; empty when it is blank or the file has no such column. */
  text(column: Column): string;
  error(column: Column, code: IssueCode, message: Text, hint?: Hint): void;
  warn(column: Column, code: IssueCode, message: Text, hint?: Hint): void;
};

/** One row after the other is put into its hands: a million rows, and no object for any that is right. */
export type RowNotes = {
  start(cells: readonly string[], at: RowAddress): void;
  /** The cell that `cell` speaks of from now on. `name`: undefined for a column that we do not know. */
  turnTo(name: string | undefined, raw: string): void;
  readonly cell: CellCheck;
  /** Was nothing said yet of the cell in hand? */
  isClean(): boolean;
  readonly row: RowCheck;
  /** What was found since `start`, in the order of finding. */
  issues(): readonly Issue[];
};

const none: readonly Issue[] = [];

type Rules = {
  /** Where each column stands. */
  readonly positions: ReadonlyMap<string | undefined, number>;
  /** The text of a cell as read, as it counts. */
  readonly textOf: (raw: string) => string;
  readonly plans: NumberingPlans;
  readonly countryColumns: readonly string[];
};

export function rowNotes({ positions, textOf, plans, countryColumns }: Rules): RowNotes {
  let at: RowAddress = { sheet: "templates", file: "", row: 0 };
  let cells: readonly string[] = [];
  let found: Issue[] | undefined;
  let column: string | undefined;
  let value = "";
  let problems = noProblems();
  let foundBefore = 0;

  const rawOf = (name: string) => cells[positions.get(name) ?? -1] ?? "";
  const text = (name: string) => textOf(rawOf(name));
  const add = (severity: Severity, code: IssueCode, where: Where, message: Text, hint: Hint | LateHint | undefined) => {
    if (found === undefined) {
      found = [];
      problems = noProblems();
    }
    if (!problems.takes(where.column ?? "", severity)) return;
    found.push(issueOf(severity, code, at, where, message, typeof hint === "function" ? hint() : hint));
  };

  return {
    start(nextCells, nextAt) {
      at = nextAt;
      cells = nextCells;
      found = undefined;
    },
    turnTo(name, raw) {
      column = name;
      value = raw;
      foundBefore = found?.length ?? 0;
    },
    isClean: () => (found?.length ?? 0) === foundBefore,
    cell: {
      error: (code, message, hint) => add("error", code, { column, value }, message, hint),
      warn: (code, message, hint) => add("warning", code, { column, value }, message, hint),
      isPlausible: plans.has,
      internationalOf(phoneNumber) {
        const country = countryColumns.map((name) => text(name)).find((each) => each !== "");
        return country === undefined ? undefined : plans.internationalOf(phoneNumber, country.toUpperCase());
      },
    },
    row: {
      text,
      error: (name, code, message, hint) => add("error", code, { column: name, value: rawOf(name) }, message, hint),
      warn: (name, code, message, hint) => add("warning", code, { column: name, value: rawOf(name) }, message, hint),
    },
    issues: () => (found === undefined ? none : [...found, ...problems.rest(at)]),
  };
}

/** Most problems of one cell, and of one row, that are told one by one. */
const mostOfCell = 20;
const mostOfRow = 100;

type Rest = { readonly column: string; readonly severity: Severity; readonly count: number };

/** Counts the problems of a row, so that a cell full of mistakes fills no report. */
function noProblems() {
  const told = new Map<string, number>();
  const leftOut = new Map<string, Rest>();
  let all = 0;
  return {
    /** May one more be told? Else it is counted. */
    takes(column: string, severity: Severity): boolean {
      const before = told.get(column) ?? 0;
      if (before < mostOfCell && all < mostOfRow) {
        told.set(column, before + 1);
        all += 1;
        return true;
      }
      const rest = leftOut.get(column);
      const isError = severity === "error" || rest?.severity === "error";
      leftOut.set(column, { column, severity: isError ? "error" : "warning", count: (rest?.count ?? 0) + 1 });
      return false;
    },
    /** One line for each cell of which some were left out; none hides that the row is refused. */
    rest: (at: RowAddress): readonly Issue[] =>
      [...leftOut.values()].map(({ column, severity, count }) => ({
        code: "more_problems",
        severity,
        at,
        ...(column === "" ? {} : { column }),
        message: sentence("more_problems", { count }),
        hint: sentence("correct_listed_first"),
      })),
  };
}

type Where = { readonly column: string | undefined; readonly value: string };

function issueOf(severity: Severity, code: IssueCode, at: RowAddress, where: Where, message: Text, hint?: Hint): Issue {
  const { column, value } = where;
  return {
    code,
    severity,
    at,
    ...(column === undefined ? {} : { column }),
    ...(value === "" ? {} : { value: shorten(value) }),
    message: withValues(message, shown),
    ...(hint === undefined ? {} : { hint: withValues(textOfHint(hint), shown) }),
    ...(hint !== undefined && isRepair(hint) ? { repair: hint.cell ?? hint.write } : {}),
  };
}

const longestMessage = 1000;

function shown(value: string): string {
  return shorten(showUnseen(value), longestMessage);
}

/** The same cell, in hand for one part of its list. */
export function partCheck(cell: CellCheck, whole: string, part: string): CellCheck {
  return {
    ...cell,
    error: (code, message, hint) => cell.error(code, message, () => hintOfPart(hintNow(hint), whole, part)),
    warn: (code, message, hint) => cell.warn(code, message, () => hintOfPart(hintNow(hint), whole, part)),
  };
}

function hintNow(hint: Hint | LateHint | undefined): Hint | undefined {
  return typeof hint === "function" ? hint() : hint;
}
