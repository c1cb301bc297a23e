/** One request and its answer on the wire: address, gate, deadline, record, when to come back, where the next page is. Knows nothing of tokens, bodies or what an answer means. */
import type { Dispatcher } from "undici";
import type { Clock, Gate, RequestRecord } from "../../model/ports.ts";
import type { Answer, Exchanged, Outgoing } from "./answer.ts";
import { failureOfAnswer, failureOfError, failureOfTimeout } from "./failure.ts";
import { type Bytes, sendWithin, tooLate } from "./round-trip.ts";
import { maskSecrets } from "./secrets.ts";
import { longestCode, toTargetText } from "./target-text.ts";

/** For requests that no limit of a token counts. */
export const openGate: Gate = { enter: async () => ({ sentAtMs: 0, inFlight: 1 }), leave: () => {} };

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
  const ticket = await ports.gate.enter(outgoing.orgId, signal);
  const startedMs = ports.clock.monotonic();
  let exchanged: Exchanged | undefined;
  try {
    exchanged = await sendAndRead(outgoing, ports, signal);
    return exchanged;
  } finally {
    ports.gate.leave(ticket, { status: exchanged?.answer?.status, retryAfterMs: exchanged?.answer?.retryAfterMs });
    tellAbout(outgoing, exchanged, Math.round(ports.clock.monotonic() - startedMs), ports);
  }
}

async function sendAndRead(outgoing: Outgoing, ports: ExchangePorts, signal: AbortSignal): Promise<Exchanged> {
  const { url, method, headers, body = null, secrets = [] } = outgoing;
  const request = { origin: url.origin, path: url.pathname + url.search, method, headers, body };
  try {
    const sent = await sendWithin(ports.dispatcher, request, ports.timeoutMs, signal);
    if (sent === tooLate) return { failure: failureOfTimeout(ports.timeoutMs, url.origin) };
    const answer = readAnswer(masked(sent, secrets), url.href, ports.clock.now());
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

/** Of the headers, those that are kept. */
function masked({ status, headers, text }: Bytes, secrets: readonly string[]): Bytes {
  const trackingId = oneOf(headers, "trackingid");
  return {
    status,
    headers: trackingId ? { ...headers, trackingid: maskSecrets(trackingId, secrets) } : headers,
    text: maskSecrets(text, secrets),
  };
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function readHeaders(headers: Headers, askedUrl: string, nowMs: number): Omit<Answer, "status" | "json" | "isGarbled"> {
  const trackingId = toTargetText(oneOf(headers, "trackingid") ?? "", longestCode);
  const retryAfterMs = readRetryAfter(oneOf(headers, "retry-after"), nowMs, oneOf(headers, "date"));
  const location = oneOf(headers, "location");
  return {
    ...(trackingId && { trackingId }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...readNextLink(oneOf(headers, "link"), askedUrl),
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
  const trackingId = failure?.trackingId ?? answer?.trackingId;
  const outcome = exchanged ? failure?.kind : "aborted";
  ports.onRequest({
    method: outgoing.method,
    route: outgoing.route,
    ...(status !== undefined && { status }),
    durationMs,
    ...(trackingId && { trackingId }),
    ...(outcome && { failure: outcome }),
  });
}

/** `next`: the absolute URL of `rel="next"`, resolved against the URL that was asked. `isNextElsewhere`: it is on another origin, or no URL. */
type NextLink = { readonly next?: string; readonly isNextElsewhere?: true };

/** Empty when there is no next page. */
export function readNextLink(header: string | undefined, askedUrl: string): NextLink {
  if (!header) return {};
  for (const [, target, parameters] of header.matchAll(/<([^>]*)>((?:\s*;\s*[^;,"=]+(?:=(?:"[^"]*"|[^;,"]*))?)*)/g)) {
    if (target === undefined || !isNext(parameters ?? "")) continue;
    const next = resolveSameOrigin(target, askedUrl);
    return next ? { next } : { isNextElsewhere: true };
  }
  return {};
}

function isNext(parameters: string): boolean {
  const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^;,\s]+))/i.exec(parameters);
  return (relation?.[1] ?? relation?.[2] ?? "").toLowerCase().split(/\s+/).includes("next");
}

function resolveSameOrigin(target: string, askedUrl: string): string | undefined {
  if (!URL.canParse(target, askedUrl)) return undefined;
  const url = new URL(target, askedUrl);
  return url.origin === new URL(askedUrl).origin ? url.href : undefined;
}

/** Longer than anybody waits; a number that can be told and kept. */
const longestMs = 10 * 365 * 86_400_000;

/**
 * Milliseconds to wait: the header holds seconds or an HTTP date (RFC 9110, 10.2.3). A date is read against the answer's
 * own `Date`, whatever our clock says; `nowMs` (epoch) stands in where there is none.
 * `undefined` when it is absent or says neither; 0 for a date that has passed; ten years for more than that.
 */
export function readRetryAfter(header: string | undefined, nowMs: number, date?: string): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(longestMs, Math.ceil(Number(text) * 1000));
  const atMs = readDate(text);
  if (atMs === undefined) return undefined;
  const answeredMs = (date === undefined ? undefined : readDate(date)) ?? nowMs;
  return Math.min(longestMs, Math.max(0, atMs - answeredMs));
}

function readDate(text: string): number | undefined {
  const ms = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
