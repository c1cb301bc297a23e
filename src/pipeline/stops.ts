/** What ends a run before its engine has begun: a person, or a target that cannot be read. */
import type { EngineEnd } from "../engine/engine.ts";
import { UserError } from "../model/user-error.ts";

export const interrupted = { kind: "interrupted", reason: "interrupted" } as const;

/** For work that a person may stop before anything is sent: nothing then; any other error stays one. */
export function stoppedBy(stop: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    if (!stop.aborted || error !== stop.reason) throw error;
  };
}

/** The target could not be read, or a person stopped it: both can be resumed. */
export function unreadableOrStopped(stop: AbortSignal): (error: unknown) => Required<EngineEnd> {
  return (error) => {
    if (stop.aborted && error === stop.reason) return { stopped: interrupted };
    if (!(error instanceof UserError) || error.code !== "target_unreadable") throw error;
    return { stopped: { kind: "target", reason: [error.message, error.hint].filter(Boolean).join(" ") } };
  };
}
