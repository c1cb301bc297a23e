/** What ends a run before its engine has begun: a person, or a target that cannot be read. Both can be resumed. */

import type { EngineEnd } from "../engine/engine.ts";
import { paragraphOf, UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";

export type Stopped = NonNullable<EngineEnd["stopped"]>;

/** What a step of a run threw because of one of them; undefined for any other error. `stop`: the person's signal. */
export function stopOf(error: unknown, stop: AbortSignal): Stopped | undefined {
  if (stop.aborted && error === stop.reason) return { kind: "interrupted", reason: text("interrupted") };
  if (!(error instanceof UserError) || error.code !== "target_unreadable") return undefined;
  return { kind: "target", reason: paragraphOf(error) };
}
