/** Thousands of problems told as their few causes: problems of one code, column and wording are one group. No text for the screen. */
import type { Severity } from "../model/issue.ts";
import type { RowStatus } from "../model/outcome.ts";
import type { Problem, RowOutcome } from "../model/run-report.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import { likeness, shareMostWords, wordsOf } from "./message-words.ts";

export type ErrorGroup = {
  readonly severity: Severity;
  readonly code: string;
  readonly column?: string;
  /** Status of the rows; absent for warnings, which rows of any status have. */
  readonly status?: RowStatus;
  /** Message and way out of the first row. */
  readonly message: string;
  readonly hint?: string;
  /** Rows that have the problem, each counted once. */
  readonly rows: number;
  /** Rows that are blocked because of these, directly or over others. */
  readonly blocks: number;
  /** The first rows, in input order. */
  readonly first: readonly RowAddress[];
};

export type ErrorGroups = {
  /** Rows come in input order: each after those that it needs. */
  add(row: RowOutcome): void;
  /** Errors before warnings, the largest first. */
  list(): readonly ErrorGroup[];
};

type OpenGroup = {
  readonly about: Pick<ErrorGroup, "severity" | "code" | "column" | "status" | "message" | "hint">;
} & {
  readonly words: ReadonlySet<string>;
  readonly first: RowAddress[];
  rows: number;
  blocks: number;
};

const firstRowsKept = 5;
/** Further wordings of a code are counted with the likest of these, so that memory stays bounded. */
const wordingsKept = 40;

/** Groups that grow row by row; memory grows with the causes and the refused parents, not with the rows. */
export function startErrorGroups(): ErrorGroups {
  const byCause = new Map<string, OpenGroup[]>();
  const causeByRow = new Map<string, OpenGroup>();

  const groupFor = (row: RowOutcome, problem: Problem): OpenGroup => {
    const status = problem.severity === "error" ? row.status : undefined;
    const cause = [problem.severity, status, problem.code, problem.column].join(" ");
    const wordings = byCause.get(cause) ?? [];
    byCause.set(cause, wordings);
    return findWording(wordings, problem.message) ?? open(wordings, problem, status);
  };

  const countProblems = (row: RowOutcome) => {
    const groups = new Set(row.problems.map((problem) => groupFor(row, problem)));
    for (const group of groups) count(group, row.at);
    return [...groups].find((group) => group.about.severity === "error");
  };

  return {
    add: (row) => {
      const root = row.status === "blocked" && row.blockedBy && causeByRow.get(formatAddress(row.blockedBy));
      if (root) root.blocks++;
      const own = countProblems(root ? { ...row, problems: row.problems.filter(isWarning) } : row);
      const cause = root ? root : own;
      if (cause && row.at.sheet !== "users") causeByRow.set(formatAddress(row.at), cause);
    },
    list: () => [...byCause.values()].flat().sort(byWeight).map(close),
  };
}

function isWarning(problem: Problem): boolean {
  return problem.severity === "warning";
}

function findWording(wordings: readonly OpenGroup[], message: string): OpenGroup | undefined {
  const words = wordsOf(message);
  const same = wordings.find((group) => shareMostWords(group.words, words));
  if (same || wordings.length < wordingsKept) return same;
  return wordings.reduce((best, group) => (likeness(group.words, words) > likeness(best.words, words) ? group : best));
}

function open(wordings: OpenGroup[], problem: Problem, status: RowStatus | undefined): OpenGroup {
  const { severity, code, column, message, hint } = problem;
  const about = {
    severity,
    code,
    ...(column !== undefined && { column }),
    ...(status !== undefined && { status }),
    message,
    ...(hint !== undefined && { hint }),
  };
  const group = { about, words: wordsOf(message), first: [], rows: 0, blocks: 0 };
  wordings.push(group);
  return group;
}

function count(group: OpenGroup, at: RowAddress): void {
  group.rows++;
  if (group.first.length < firstRowsKept) group.first.push(at);
}

function byWeight(one: OpenGroup, other: OpenGroup): number {
  const bySeverity = Number(one.about.severity === "warning") - Number(other.about.severity === "warning");
  return bySeverity || other.rows + other.blocks - (one.rows + one.blocks);
}

function close({ about, rows, blocks, first }: OpenGroup): ErrorGroup {
  return { ...about, rows, blocks, first: [...first] };
}
