/** The events of a plan or a run as a stream that a page can open at any time: the current state, what happens, and the end. */
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { sayAhead } from "../model/words/text.ts";
import type { Activity } from "./activities.ts";
import type { StreamMessage } from "./api-types.ts";

/** `activity`: undefined for one that is not carried out here; the page gets its end. */
export function streamEvents(c: Context, activity: Activity | undefined): Response {
  return streamSSE(c, async (stream) => {
    const waiting: StreamMessage[] = [];
    let wake = (): void => undefined;
    const send = (message: StreamMessage) => {
      waiting.push(message);
      wake();
    };
    const end = activity?.listen(send);
    stream.onAbort(() => {
      end?.();
      send({ kind: "closed" });
    });
    if (activity) send({ kind: "state", state: activity.state(), isGoing: activity.isGoing() });
    if (!activity?.isGoing()) send(closed(activity));
    for (;;) {
      const message = waiting.shift();
      if (!message) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (waiting.length > 0) resolve();
        });
        continue;
      }
      await stream.writeSSE({ data: JSON.stringify(sayAhead(message, "page")) });
      if (message.kind === "closed") return end?.();
    }
  });
}

function closed(activity: Activity | undefined): StreamMessage {
  const trouble = activity?.trouble();
  return { kind: "closed", ...(trouble ? { trouble } : {}) };
}
