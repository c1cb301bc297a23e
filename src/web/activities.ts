/** Plans and runs that this server carries out: their state, their listeners, and how to stop them. */

import type { RunEvent } from "../model/run-event.ts";
import type { RunContext } from "../run/context.ts";
import type { PageWorld } from "./page-world.ts";
import { advanceRun, noRunYet, type RunState } from "./run-state.ts";
import { type Trouble, troubleOf } from "./trouble.ts";

/** What a listener hears: an event, or that there will be none any more. */
export type Heard =
  | { readonly kind: "event"; readonly event: RunEvent }
  | { readonly kind: "closed"; readonly trouble?: Trouble };

export type Activity = {
  state(): RunState;
  isGoing(): boolean;
  trouble(): Trouble | undefined;
  /** Returns how to stop listening. */
  listen(listener: (heard: Heard) => void): () => void;
  /** Lets what is in flight come to its end. */
  stop(): void;
  /** Resolves with the first event of this type, or when all is over; then undefined. */
  first(type: RunEvent["type"]): Promise<RunEvent | undefined>;
  readonly over: Promise<void>;
};

/** Begins the work; what it throws for a person becomes its trouble. */
export function startActivity(
  work: (runContext: RunContext) => Promise<unknown>,
  world: Pick<PageWorld, "runContext">,
): Activity {
  const stop = new AbortController();
  const listeners = new Set<(heard: Heard) => void>();
  let state = noRunYet;
  let isGoing = true;
  let trouble: Trouble | undefined;
  const tell = (heard: Heard) => {
    for (const listener of listeners) listener(heard);
  };
  const emit = (event: RunEvent) => {
    state = advanceRun(state, event);
    tell({ kind: "event", event });
  };
  const runContext = world.runContext(emit, { stop: stop.signal, abort: new AbortController().signal });
  const finish = async (): Promise<void> => {
    try {
      await work(runContext);
    } catch (error) {
      trouble = stop.signal.aborted && error === stop.signal.reason ? undefined : troubleOf(error);
    } finally {
      isGoing = false;
      tell({ kind: "closed", ...(trouble ? { trouble } : {}) });
      listeners.clear();
    }
  };
  const over = finish();
  over.catch(() => undefined); // reported to the caller that waits for it
  const listen = (listener: (heard: Heard) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    state: () => state,
    isGoing: () => isGoing,
    trouble: () => trouble,
    listen,
    stop: () => stop.abort(new Error("interrupted")),
    first: (type) =>
      new Promise((resolve) => {
        if (!isGoing) return resolve(undefined);
        const end = listen((heard) => {
          if (heard.kind === "event" && heard.event.type !== type) return;
          end();
          resolve(heard.kind === "event" ? heard.event : undefined);
        });
      }),
    over,
  };
}
