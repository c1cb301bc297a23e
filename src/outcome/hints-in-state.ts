/** What people are told to type holds for the state folder of the run, wherever it is read. */
import type { Problem, RowOutcome, RunFacts } from "../model/run-report.ts";
import { defaultStateFolder, nameStateFolder } from "../model/state-folder.ts";
import { inStateFolder } from "../run/typed-commands.ts";

/** The row with its hints so; the same row where nothing changes. */
export function hintsInState(row: RowOutcome, stateFolder: string): RowOutcome {
  if (stateFolder === defaultStateFolder || row.problems.length === 0) return row;
  return { ...row, problems: row.problems.map((problem) => hintInState(problem, stateFolder)) };
}

/** A problem of a row, or a line of a plan. */
export function hintInState<T extends Pick<Problem, "hint">>(told: T, stateFolder: string): T {
  return told.hint === undefined ? told : { ...told, hint: inStateFolder(told.hint, stateFolder) };
}

/** Why it was stopped, and what is left to a person. */
export function factsInState<T extends Pick<RunFacts, "stopped" | "checklist">>(facts: T, stateFolder: string): T {
  const { stopped, checklist } = facts;
  return {
    ...facts,
    ...(stopped ? { stopped: { reason: inStateFolder(stopped.reason, stateFolder) } } : {}),
    ...(checklist
      ? { checklist: checklist.map((each) => ({ ...each, next: nameStateFolder(each.next, stateFolder) })) }
      : {}),
  };
}
