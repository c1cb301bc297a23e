/** Thousands of problems told as their few causes: problems of one code, column and wording are one group. No text for the screen. */

import type { Severity } from "../model/issue.ts";
import type { RowStatus } from "../model/outcome.ts";
import type { Problem, RowOutcome } from "../model/run-report.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import type { Language } from "../model/words/language.ts";
import { say, voiceOf } from "../model/words/text.ts";
import { wordingOf } from "./group-wording.ts";
import { commonWording, likeness, shareMostWords, wordsOf } from "./message-words.ts";
import { toPrintable } from "./screen/text-layout.ts";

export type ErrorGroup = {
  readonly severity: Severity;
  readonly code: string;
  readonly column?: string;
  /** Status of the rows; absent for warnings, which rows of any status have. */
  readonly status?: RowStatus;
  /** True of every row of the group; where they differ, with the value of the first. */
  readonly message: string;
  /** Where rows have ways out of their own: that of the first, which it names. */
  readonly hint?: string;
  /** Rows that have the problem, each counted once. */
  readonly rows: number;
  /** Customers whose rows they are; templates have none. */
  readonly customers: number;
  /** Rows that are blocked because of these, directly or over others. */
  readonly blocks: number;
  /** Rows whose cell `fix` can repair; absent where there is none. */
  readonly repairable?: number;
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
  readonly about: Pick<ErrorGroup, "severity" | "code" | "column" | "status">;
  /** Of the first row. */
  readonly example: SaidProblem & Pick<Problem, "value">;
  readonly words: ReadonlySet<string>;
  readonly first: RowAddress[];
  readonly customers: Set<string>;
  /** Rows that its rows wait for. */
  readonly awaited: Set<string>;
  wording: string;
  hasOneHint: boolean;
  repairable: number;
  rows: number;
  blocks: number;
};

const firstRowsKept = 5;
/** Further wordings of a code are counted with the likest of these, so that memory stays bounded. */
const wordingsKept = 40;

/** Groups that grow row by row; memory grows with the causes, their customers and the refused parents, not with the rows. */
export function startErrorGroups(language: Language): ErrorGroups {
  const byCause = new Map<string, OpenGroup[]>();
  const causeByRow = new Map<string, OpenGroup>();
  // one text for each, however many rows bear a copy of it
  const customers = new Map<string, string>();

  const groupFor = (row: RowOutcome, problem: Problem): OpenGroup => {
    const status = problem.severity === "error" ? row.status : undefined;
    const cause = [problem.severity, status, problem.code, problem.column].join(" ");
    const wordings = byCause.get(cause) ?? [];
    byCause.set(cause, wordings);
    const said = saidOf(problem, language);
    return findWording(wordings, said.message) ?? open(wordings, problem, said, status);
  };

  const countProblems = (row: RowOutcome) => {
    const groups = new Set<OpenGroup>();
    for (const problem of row.problems) {
      const group = groupFor(row, problem);
      widen(group, saidOf(problem, language));
      groups.add(group);
    }
    const customer = customers.get(row.customer) ?? row.customer;
    customers.set(customer, customer);
    for (const group of groups) count(group, row, customer);
    for (const group of repairableIn(row, groupFor)) group.repairable++;
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
    list: () =>
      [...byCause.values()]
        .flat()
        .sort(byWeight)
        .map((group) => close(group, language)),
  };
}

/** Of the errors alone: `fix` writes nothing for what is only asked about. */
function repairableIn(row: RowOutcome, groupFor: (row: RowOutcome, problem: Problem) => OpenGroup): Set<OpenGroup> {
  const repaired = row.problems.filter(({ severity, repair }) => severity === "error" && repair !== undefined);
  return new Set(repaired.map((problem) => groupFor(row, problem)));
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

type SaidProblem = { readonly message: string; readonly hint?: string };

function saidOf({ message, hint }: Problem, language: Language): SaidProblem {
  const said = say(message, language);
  return hint === undefined ? { message: said } : { message: said, hint: say(hint, language) };
}

function open(
  wordings: OpenGroup[],
  { severity, code, column, value }: Problem,
  said: SaidProblem,
  status: RowStatus | undefined,
): OpenGroup {
  const about = {
    severity,
    code,
    ...(column !== undefined && { column }),
    ...(status !== undefined && { status }),
  };
  const group: OpenGroup = {
    about,
    example: { ...said, ...(value !== undefined && { value }) },
    words: wordsOf(said.message),
    first: [],
    customers: new Set(),
    awaited: new Set(),
    wording: said.message,
    hasOneHint: true,
    repairable: 0,
    rows: 0,
    blocks: 0,
  };
  wordings.push(group);
  return group;
}

/** What is said of the group must hold for this problem too. */
function widen(group: OpenGroup, { message, hint = "" }: SaidProblem): void {
  group.wording = commonWording(group.wording, message);
  group.hasOneHint &&= hint === (group.example.hint ?? "");
}

function count(group: OpenGroup, { at, blockedBy }: RowOutcome, customer: string): void {
  group.rows++;
  if (customer !== "") group.customers.add(customer);
  if (blockedBy) group.awaited.add(formatAddress(blockedBy));
  if (group.first.length < firstRowsKept) group.first.push(at);
}

function byWeight(one: OpenGroup, other: OpenGroup): number {
  const bySeverity = Number(one.about.severity === "warning") - Number(other.about.severity === "warning");
  return bySeverity || other.rows + other.blocks - (one.rows + one.blocks);
}

function close(group: OpenGroup, language: Language): ErrorGroup {
  const { about, rows, blocks, first, customers } = group;
  const hint = hintOf(group);
  return {
    ...about,
    message: messageOf(group, language),
    ...(hint !== undefined && { hint }),
    rows,
    customers: customers.size,
    blocks,
    ...(group.repairable > 0 && { repairable: group.repairable }),
    first: [...first],
  };
}

function messageOf(
  { about: { code }, wording, example, first: [first], awaited }: OpenGroup,
  language: Language,
): string {
  const { message } = example;
  if (wording === message || !first) return message;
  if (awaited.size > 1 && waiting.has(code)) return tellAwaited(code, awaited, language);
  const { value = "" } = example;
  const at = formatAddress(first);
  const say = voiceOf(language);
  const isShown = value !== "" && value.length <= longestValue;
  const location = isShown ? say("value_in", { value: toPrintable(value), at }) : say("such_as", { at });
  return `${wordingOf(code, wording, language).replace(/\.$/, "")} (${location})`;
}

/** Longer ones are looked up in their cell. */
const longestValue = 60;

/** Codes of rows that are right themselves. */
const waiting: ReadonlySet<string> = new Set(["pending", "blocked"]);

function tellAwaited(code: string, awaited: ReadonlySet<string>, language: Language): string {
  const [first = ""] = awaited;
  const key = code === "pending" ? "they_wait_for_pending" : "they_are_blocked";
  return voiceOf(language)(key, { rows: awaited.size, first });
}

function hintOf({ example: { hint }, hasOneHint, first: [first] }: OpenGroup): string | undefined {
  if (hint === undefined) return undefined;
  return hasOneHint || !first ? hint : `${formatAddress(first)}: ${hint}`;
}
