/** Collects what is wrong with one row while its cells are read. Knows no rule itself. */
import type { Issue, Severity } from "../model/issue.ts";
import type { IssueCode } from "../model/issue-codes.ts";
import type { RowAddress } from "../model/sheet.ts";
import type { NumberingPlans } from "./numbering-plans.ts";
import { type Hint, hintOfPart, textOfHint } from "./repair.ts";

/** What a cell type may say about the cell in its hand. */
export type CellCheck = {
  error(code: IssueCode, message: string, hint?: Hint): void;
  warn(code: IssueCode, message: string, hint?: Hint): void;
  /** Is an E.164 number one that its country's numbering plan has? */
  isPlausible(phoneNumber: string): boolean;
  /** What a number as dialled within the row's country is in E.164; undefined when the row does not tell, or the plan does not have it. */
  internationalOf(text: string): string | undefined;
};

/** What the rules across the cells of a row may ask and say. */
export type RowCheck<Column extends string = string> = {
  /** The cell without surrounding blanks; empty when it is blank or the file has no such column. */
  text(column: Column): string;
  error(column: Column, code: IssueCode, message: string, hint?: Hint): void;
  warn(column: Column, code: IssueCode, message: string, hint?: Hint): void;
};

/** One row after the other is put into its hands: a million rows, and no object for any that is right. */
export type RowNotes = {
  start(cells: readonly string[], at: RowAddress): void;
  /** The cell that `cell` speaks of from now on. `name`: undefined for a column that we do not know. */
  turnTo(name: string | undefined, raw: string): void;
  readonly cell: CellCheck;
  readonly row: RowCheck;
  /** What was found since `start`, in the order of finding. */
  issues(): readonly Issue[];
};

const none: readonly Issue[] = [];

type Rules = {
  /** Where each column stands. */
  readonly positions: ReadonlyMap<string | undefined, number>;
  /** The trimmed text of a cell as read. */
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

  const rawOf = (name: string) => cells[positions.get(name) ?? -1] ?? "";
  const text = (name: string) => textOf(rawOf(name));
  const add = (severity: Severity, code: IssueCode, where: Where, message: string, hint: Hint | undefined) => {
    found ??= [];
    found.push(issueOf(severity, code, at, where, message, hint));
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
    },
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
    issues: () => found ?? none,
  };
}

type Where = { readonly column: string | undefined; readonly value: string };

function issueOf(
  severity: Severity,
  code: IssueCode,
  at: RowAddress,
  where: Where,
  message: string,
  hint?: Hint,
): Issue {
  const { column, value } = where;
  return {
    code,
    severity,
    at,
    ...(column === undefined ? {} : { column }),
    ...(value === "" ? {} : { value: shorten(value) }),
    message: shorten(message, longestMessage),
    ...(hint === undefined ? {} : { hint: shorten(textOfHint(hint), longestMessage) }),
    ...(typeof hint === "object" ? { repair: hint.cell ?? hint.write } : {}),
  };
}

const longestMessage = 1000;

/** A cell of 32 KiB in a message helps nobody. */
export function shorten(text: string, length = 200): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** The same cell, in hand for one part of its list. */
export function partCheck(cell: CellCheck, whole: string, part: string): CellCheck {
  return {
    ...cell,
    error: (code, message, hint) => cell.error(code, message, hintOfPart(hint, whole, part)),
    warn: (code, message, hint) => cell.warn(code, message, hintOfPart(hint, whole, part)),
  };
}
