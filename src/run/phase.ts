/** How far a run has come: the one thing that screen, results, list of runs, page, resume, retry and undo go by. Pure. */

/**
 * staging: its input is being read. planning: the input is whole, the plan is not, or nobody has agreed to it yet.
 * confirmed: guards and a person had nothing against the plan. running: an engine carries it out. closed: refused before
 * anything was sent, for good. finished: it came to its end; rows may be pending at Webex all the same.
 * A run that was stopped or killed stays in the phase that it had reached.
 */
export const runPhases = ["staging", "planning", "confirmed", "running", "closed", "finished"] as const;

export type RunPhase = (typeof runPhases)[number];

/** What the facts of a run say of its life. */
type Life = {
  readonly phase: RunPhase;
  readonly pending?: number | undefined;
  readonly undoneBy?: string | undefined;
  readonly overtakenBy?: string | undefined;
};

/** Is there something that `resume` can go on with? */
export function canGoOn({ phase, pending = 0, undoneBy, overtakenBy }: Life): boolean {
  if (undoneBy !== undefined || overtakenBy !== undefined) return false;
  return isUnderWay(phase) || (phase === "finished" && pending > 0);
}

/** Its input is read, and it has not come to its end. */
export function isUnderWay(phase: RunPhase): boolean {
  return phase === "planning" || phase === "confirmed" || phase === "running";
}

/** May something of it have been sent? Its plan was agreed to then: whoever goes on with it is not asked again. */
export function mayHaveSent(phase: RunPhase): boolean {
  return phase === "confirmed" || phase === "running" || phase === "finished";
}
