/** One request and the whole of its answer as text, within a time limit. Reads no meaning into either. */
import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";

export type Bytes = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

export type RoundTrip = Bytes | "too late";

/**
 * Sends the request, and gives up when the caller's signal says so (throws its reason) or after `timeoutMs`, in real
 * time: a socket waits in real time, whatever clock a caller has. Throws the error of the network.
 * (By undici's handlers: its streams and signals cost as much again for answers as small as these.)
 */
export function sendWithin(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  timeoutMs: number,
  caller: AbortSignal,
): Promise<RoundTrip> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let isGivenUp = false;
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    const pieces: Buffer[] = [];

    const stop = () => {
      clearTimeout(timer);
      caller.removeEventListener("abort", cancel);
    };
    // the abort comes back as an error of the response: the promise has its word by then
    const giveUp = () => {
      isGivenUp = true;
      stop();
      controller?.abort(new Error("given up"));
    };
    const cancel = () => {
      reject(caller.reason);
      giveUp();
    };
    const timer = setTimeout(() => {
      resolve("too late");
      giveUp();
    }, timeoutMs);
    if (caller.aborted) return cancel();
    caller.addEventListener("abort", cancel, { once: true });

    dispatcher.dispatch(request, {
      onRequestStart(started) {
        controller = started;
        if (isGivenUp) started.abort(new Error("given up"));
      },
      onResponseStart(_controller, statusCode, received) {
        status = statusCode;
        headers = received;
      },
      onResponseData: (_controller, piece) => void pieces.push(piece),
      onResponseEnd() {
        stop();
        resolve({ status, headers, text: textOf(pieces) });
      },
      onResponseError(_controller, error) {
        stop();
        reject(error);
      },
    });
  });
}

const byteOrderMark = "\uFEFF";

function textOf(pieces: readonly Buffer[]): string {
  const [first] = pieces;
  const text = (pieces.length === 1 && first ? first : Buffer.concat(pieces)).toString("utf8");
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}
