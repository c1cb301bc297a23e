/** Has time run faster in workflows under test: their timers are that much shorter. Part of a test's workflow bundle. */
import type { WorkflowInterceptorsFactory } from "@temporalio/workflow";

/** So many times as fast as the clock on the wall. */
export const haste = 200;

export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [{ startTimer: (timer, next) => next({ ...timer, durationMs: Math.ceil(timer.durationMs / haste) }) }],
});
