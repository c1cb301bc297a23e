/** The state of a run according to its events: what the server remembers for a page that is opened later, and what the page shows. Pure. */

import type { CheckCounts, CustomerProgress, PlanCounts, RunCause, RunEvent, TargetFacts } from "../model/run-event.ts";
import type { Text } from "../model/words/text.ts";

export type Progress = Omit<Extract<RunEvent, { type: "progress" }>, "type">;

export type Compared = Omit<Extract<RunEvent, { type: "compared" }>, "type">;

export type RunState = {
  readonly phase: "starting" | "reading" | "planning" | "running" | "ended";
  readonly runId?: string;
  readonly command?: string;
  readonly target?: TargetFacts;
  /** Rows read so far. */
  readonly rowsRead: number;
  readonly checked?: CheckCounts;
  readonly planning?: { readonly customers: number; readonly of: number };
  readonly planned?: PlanCounts;
  readonly progress?: Progress;
  /** By external id; those without a word in the run are not there yet. */
  readonly customers: Readonly<Record<string, CustomerProgress>>;
  readonly causes: readonly RunCause[];
  /** Rows per second over time, newest last. */
  readonly rates: readonly number[];
  /** Of a comparison that is made. */
  readonly compared?: Compared;
  readonly ended?: { readonly exitCode: number; readonly stopped?: Text };
};

export const noRunYet: RunState = { phase: "starting", rowsRead: 0, customers: {}, causes: [], rates: [] };

const ratesKept = 120;

export function advanceRun(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case "started": {
      const { runId, command, target } = event;
      return { ...noRunYet, phase: "reading", command, ...(runId ? { runId } : {}), ...(target ? { target } : {}) };
    }
    case "reading":
      return { ...state, phase: "reading" };
    case "read":
      return { ...state, phase: "reading", rowsRead: state.rowsRead + event.file.rows };
    case "issues":
    case "note":
    case "rehearsed":
      return state;
    case "checked":
      return { ...state, phase: "planning", checked: event.counts };
    case "planning":
      return { ...state, phase: "planning", planning: { customers: event.customers, of: event.of } };
    case "planned":
      return { ...state, phase: "running", planned: event.counts };
    case "compared": {
      const { type: _type, ...compared } = event;
      return { ...state, phase: "ended", compared };
    }
    case "progress": {
      const { type: _type, ...progress } = event;
      return { ...state, phase: "running", progress, rates: [...state.rates, event.perSecond].slice(-ratesKept) };
    }
    case "customers":
      return { ...state, customers: { ...state.customers, ...byName(event.customers) } };
    case "causes":
      return { ...state, causes: event.causes };
    case "ended": {
      const { exitCode, stopped } = event;
      return { ...state, phase: "ended", ended: { exitCode, ...(stopped ? { stopped } : {}) } };
    }
  }
}

function byName(customers: readonly CustomerProgress[]): Readonly<Record<string, CustomerProgress>> {
  return Object.fromEntries(customers.map((each) => [each.customer, each]));
}
