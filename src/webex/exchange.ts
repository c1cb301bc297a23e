/** One request and its answer on the wire: address, gate, deadline, record. Knows nothing of tokens, bodies or what an answer means. */
import type { Dispatcher } from "undici";
import type { Clock, Gate, RequestRecord } from "../model/ports.ts";
import type { Answer, Exchanged, Outgoing } from "./answer.ts";
import { failureOfAnswer, failureOfError, failureOfTimeout } from "./failure.ts";
import { readNextLink } from "./link-header.ts";
import { readRetryAfter } from "./retry-after.ts";
import { type Bytes, sendWithin } from "./round-trip.ts";

export type ExchangePorts = {
  readonly dispatcher: Dispatcher;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly onRequest: (record: RequestRecord) => void;
  readonly timeoutMs: number;
};

/**
 * Sends one request when the gate opens. An answer outside 200-299 comes with its failure; no answer, with a failure alone.
 * Throws the signal's reason when the caller gives up.
 */
export async function exchange(outgoing: Outgoing, ports: ExchangePorts, signal: AbortSignal): Promise<Exchanged> {
  await ports.gate.enter(outgoing.orgId, signal);
  const startedMs = ports.clock.now();
  let exchanged: Exchanged | undefined;
  try {
    exchanged = await sendAndRead(outgoing, ports, signal);
    return exchanged;
  } finally {
    tellAbout(outgoing, exchanged, ports.clock.now() - startedMs, ports);
  }
}

async function sendAndRead(outgoing: Outgoing, ports: ExchangePorts, signal: AbortSignal): Promise<Exchanged> {
  const { url, method, headers, body = null } = outgoing;
  const request = { origin: url.origin, path: url.pathname + url.search, method, headers, body };
  try {
    const sent = await sendWithin(ports.dispatcher, request, ports.timeoutMs, signal);
    if (sent === "too late") return { failure: failureOfTimeout(ports.timeoutMs, url.origin) };
    const answer = readAnswer(sent, url.href, ports.clock.now());
    const isSuccess = answer.status >= 200 && answer.status < 300;
    return isSuccess ? { answer } : { answer, failure: failureOfAnswer(answer) };
  } catch (error) {
    signal.throwIfAborted();
    return { failure: failureOfError(error, url.origin) };
  }
}

function readAnswer({ status, headers, text }: Bytes, askedUrl: string, nowMs: number): Answer {
  return { status, ...readContent(text), ...readHeaders(headers, askedUrl, nowMs) };
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function readHeaders(headers: Headers, askedUrl: string, nowMs: number): Omit<Answer, "status" | "json" | "isGarbled"> {
  const trackingId = oneOf(headers, "trackingid");
  const retryAfterMs = readRetryAfter(oneOf(headers, "retry-after"), nowMs);
  const next = readNextLink(oneOf(headers, "link"), askedUrl);
  const location = oneOf(headers, "location");
  return {
    ...(trackingId && { trackingId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(next && { next }),
    ...(location && { location }),
  };
}

/** Names come in lower case from undici, whatever their case was. */
function oneOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

function readContent(text: string): Pick<Answer, "json" | "isGarbled"> {
  if (text.trim() === "") return { json: undefined };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { json: undefined, isGarbled: true };
  }
}

function tellAbout(outgoing: Outgoing, exchanged: Exchanged | undefined, durationMs: number, ports: ExchangePorts) {
  const { answer, failure } = exchanged ?? {};
  const status = answer?.status;
  const retryAfterMs = answer?.retryAfterMs;
  const trackingId = failure?.trackingId ?? answer?.trackingId;
  const outcome = exchanged ? failure?.kind : "aborted";
  ports.gate.leave(outgoing.orgId, {
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    durationMs,
  });
  ports.onRequest({
    method: outgoing.method,
    route: outgoing.route,
    ...(status !== undefined && { status }),
    durationMs,
    ...(trackingId && { trackingId }),
    ...(outcome && { failure: outcome }),
  });
}
