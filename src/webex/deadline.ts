/** A signal that ends with its caller's signal or with a time limit. The limit is a real timer: a socket waits in real time, whatever clock a caller has. */

export type Deadline = {
  readonly signal: AbortSignal;
  /** Was it the limit that ended it? */
  isOver(): boolean;
  /** To be called when the work is done, or timer and listener live on. */
  clear(): void;
};

/** Starts a limit of `timeoutMs`. (`AbortSignal.any` on a signal that lives as long as a run would grow with every request.) */
export function startDeadline(timeoutMs: number, caller: AbortSignal): Deadline {
  const controller = new AbortController();
  let isOver = false;
  const giveUp = () => controller.abort(caller.reason);
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, timeoutMs);
  if (caller.aborted) giveUp();
  else caller.addEventListener("abort", giveUp, { once: true });
  return {
    signal: controller.signal,
    isOver: () => isOver,
    clear() {
      clearTimeout(timer);
      caller.removeEventListener("abort", giveUp);
    },
  };
}
