/** Divides a large unit into parts of a size that Temporal takes: first what its users need, then the users, then what comes last. Pure; the same plan is divided in the same way each time. */
import type { JournalledOperation } from "../../model/journal-entry.ts";
import type { OperationId } from "../../model/plan.ts";

export type SplitUnit = {
  /** What comes first; all of a unit that is not large. */
  readonly trunk: readonly JournalledOperation[];
  /** Each needs nothing but the trunk, the parts before it, and itself. Users are with what hangs on them. */
  readonly parts: readonly (readonly JournalledOperation[])[];
};

/** So much is given to one workflow: a fifth of what a payload may have, and 2 500 events of its history. */
const most = { operations: 400, letters: 400_000 };

export function splitUnit(operations: readonly JournalledOperation[]): SplitUnit {
  if (operations.length <= most.operations && lettersOf(operations) <= most.letters)
    return { trunk: operations, parts: [] };
  const all = needsFirst(operations);
  const ordered = all.filter(({ operation }) => !operation.isLast);
  const last = all.filter(({ operation }) => operation.isLast);
  const needed = neededBeforeUsers(ordered);
  const isOfUsers = ({ operation }: JournalledOperation) =>
    ofUsers.has(operation.resource) && !needed.has(operation.id);
  const [trunk = [], ...rest] = inParts(ordered.filter((one) => !isOfUsers(one)).map((one) => [one]));
  const users = inParts(withWhatHangsOnThem(ordered.filter(isOfUsers)));
  return { trunk, parts: [...rest, ...users, ...inParts(withWhatHangsOnThem(last))] };
}

const ofUsers: ReadonlySet<string> = new Set([
  "user",
  "telephone",
  "move_job",
  "move",
  "moved_number",
  "caller_id",
  "person",
  "directory_entry",
]);

/** Of operations behind their needs: all that those wait for which are not of users. */
function neededBeforeUsers(ordered: readonly JournalledOperation[]): ReadonlySet<OperationId> {
  const needed = new Set<OperationId>();
  for (const { operation } of ordered.toReversed())
    if (!ofUsers.has(operation.resource) || needed.has(operation.id))
      for (const need of operation.needs) needed.add(need.operation);
  return needed;
}

type Group = readonly JournalledOperation[];

/** Users, each with its roles. */
function withWhatHangsOnThem(ordered: readonly JournalledOperation[]): readonly Group[] {
  const groups: JournalledOperation[][] = [];
  const groupOf = new Map<OperationId, number>();
  for (const one of ordered) {
    const known = one.operation.needs.map((need) => groupOf.get(need.operation) ?? -1);
    const last = Math.max(-1, ...known);
    const index = last < 0 ? groups.push([]) - 1 : last;
    groups[index]?.push(one);
    groupOf.set(one.operation.id, index);
  }
  return groups;
}

/** Groups in their order, as many together as are not too much. */
function inParts(groups: readonly Group[]): readonly Group[] {
  const parts: JournalledOperation[][] = [];
  let letters = 0;
  for (const group of groups) {
    const added = lettersOf(group);
    const last = parts.at(-1);
    const hasRoom = last && last.length < most.operations && letters + added <= most.letters;
    if (hasRoom) last.push(...group);
    else parts.push([...group]);
    letters = hasRoom ? letters + added : added;
  }
  return parts;
}

/** What was written about it does not count: it grows, and the parts must stay the same. */
function lettersOf(operations: readonly JournalledOperation[]): number {
  return operations.reduce((sum, { operation }) => sum + JSON.stringify(operation).length, 0);
}

/** Each behind all that it needs; else as they stand. */
function needsFirst(operations: readonly JournalledOperation[]): readonly JournalledOperation[] {
  const rest = new Map(operations.map((one) => [one.operation.id, one]));
  const ordered: JournalledOperation[] = [];
  const take = (one: JournalledOperation) => {
    rest.delete(one.operation.id);
    for (const { operation } of one.operation.needs) {
      const needed = rest.get(operation);
      if (needed) take(needed);
    }
    ordered.push(one);
  };
  for (const one of operations) if (rest.has(one.operation.id)) take(one);
  return ordered;
}
