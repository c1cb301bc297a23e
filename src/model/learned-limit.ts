/** What was found out about a limit on requests that Webex keeps and does not tell. */
import { type Text, text } from "./words/text.ts";

export type LearnedLimit = {
  /** What it looks like: a rate that saves little up, a rate that saves a burst up, so many per window, so many in flight. */
  readonly kind: "rate" | "burst" | "window" | "in_flight";
  /** Requests per second that it lets pass in the long run. */
  readonly perSecond: number;
  /** Requests that it lets pass at once after a rest. */
  readonly burst: number;
  /** Of a window. */
  readonly windowSeconds?: number;
  /** Requests in flight at most. */
  readonly inFlight?: number;
};

/** What it looks like, as a sentence. */
export function describeLimit({ kind, perSecond, burst, windowSeconds, inFlight }: LearnedLimit): Text {
  const rounded = perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond);
  if (kind === "in_flight" && inFlight !== undefined) return text("limit_learned_in_flight", { requests: inFlight });
  if (kind === "window" && windowSeconds !== undefined)
    return text("limit_learned_window", { requests: burst, seconds: Math.floor(windowSeconds) });
  if (kind === "burst") return text("limit_learned_burst", { perSecond: rounded, burst });
  return text("limit_learned_rate", { perSecond: rounded });
}
