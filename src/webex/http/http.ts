/** The one way to Webex: a typed request, sent with the token and answered with a value or a failure. When to try again is the engine's to decide, with two exceptions that are put right here, once: a token that has expired (401) is renewed, and a stale list of managed organizations (403) is read anew; then the request is sent a second time. */

import type { Dispatcher } from "undici";
import type { z } from "zod";
import type { Clock, Gate, RequestRecord } from "../../model/ports.ts";
import { type Text, text, verbatim } from "../../model/words/text.ts";
import type { AccessToken } from "../auth/access-token.ts";
import type { Answer, Exchanged, Outgoing } from "./answer.ts";
import { resolveBases } from "./base-url.ts";
import { createDispatcher, type ProxySettings } from "./dispatcher.ts";
import { exchange } from "./exchange.ts";
import { failureOfUnreadable } from "./failure.ts";
import { createManagedOrganizations } from "./managed-organizations.ts";
import { createKnownTokens, isAskingWho, refusedHere, whoRequest } from "./refused-route.ts";
import type { Http, Reply, Request, Success } from "./request.ts";
import { addressOf } from "./request-url.ts";

export type HttpOptions = {
  readonly baseUrl: string;
  /** Default: the base URL without `/v1`. */
  readonly scimBaseUrl?: string;
  readonly accessToken: AccessToken;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly onRequest: (record: RequestRecord) => void;
  /** For one request with its whole answer; waiting at the gate does not count. */
  readonly timeoutMs: number;
  /** Organization of the sub-partner in whose name the wholesale calls are made. */
  readonly onBehalfOf?: string;
  readonly proxy?: ProxySettings;
  readonly userAgent?: string;
};

/** A client for one base URL. Throws `UserError` for a base URL that no token may be sent to. */
export function createHttp(options: HttpOptions): Http {
  const bases = resolveBases(options.baseUrl, options.scimBaseUrl);
  const dispatcher: Dispatcher = createDispatcher(bases.api, options.proxy);
  const ports = { ...options, dispatcher };
  const organizations = createManagedOrganizations();
  const tokens = createKnownTokens(options.clock);
  let closed: Promise<void> | undefined;

  const sendOnce = (request: Request<unknown>, token: string): Promise<Exchanged> =>
    exchange(toOutgoing(request, token), ports, request.signal);

  /** A 401 is the token's, or this route's alone: a token that Webex knows elsewhere is not renewed for it. */
  async function sendWithToken(request: Request<unknown>): Promise<Exchanged> {
    const { current, refresh } = options.accessToken;
    const held = await current(request.signal);
    if (!held.ok) return held;
    const first = await sendOnce(request, held.token);
    if (first.failure?.kind !== "unauthorized") return first;
    if (tokens.isKnown(held.token)) return refusedHere(request, first);
    const fresh = await refresh?.(held.token, request.signal);
    const again = fresh?.ok ? await sendOnce(request, fresh.token) : first;
    if (again.failure?.kind !== "unauthorized") return again;
    const refused = fresh && !fresh.ok ? fresh : again;
    if (isAskingWho(request)) return refused;
    const token = fresh?.ok ? fresh.token : held.token;
    const asked = await tokens.ask(token, () => sendOnce(whoRequest(request.signal), token), request.signal);
    if (!asked.failure) return refusedHere(request, again);
    return asked.failure.kind === "unauthorized" ? refused : { failure: { ...asked.failure, sent: false } };
  }

  function toOutgoing(request: Request<unknown>, token: string): Outgoing {
    return {
      method: request.method,
      url: addressOf(request, bases, options.onBehalfOf),
      route: request.route,
      headers: headersFor(request, token, options.userAgent),
      body: request.body && JSON.stringify(request.body),
      orgId: request.orgId,
      secrets: options.accessToken.isPublic ? [] : [token],
    };
  }

  return {
    async send(request) {
      return toReply(request, await organizations.sendWithAccess(request, sendWithToken));
    },
    close() {
      closed ??= Promise.all([dispatcher.close(), options.accessToken.close?.()]).then(() => {});
      return closed;
    },
  };
}

function headersFor(request: Request<unknown>, token: string, userAgent = "wholesale-import"): Record<string, string> {
  return {
    authorization: ["Bearer", token].join(" "),
    accept: "application/json",
    "user-agent": userAgent,
    ...(request.body && { "content-type": "application/json" }),
  };
}

function toReply<T>(request: Request<T>, { answer, failure }: Exchanged): Reply<T> {
  if (failure) return { ok: false, failure, body: answer?.json };
  if (!answer) throw new Error("an exchange gives an answer or a failure");
  const asked = `${request.method} ${request.route}`;
  if (answer.isGarbled) return { ok: false, failure: failureOfUnreadable(answer, asked, text("it_is_not_json")) };
  const read = request.answer.safeParse(answer.json);
  if (!read.success) return { ok: false, failure: failureOfUnreadable(answer, asked, describe(answer, read.error)) };
  return { ok: true, value: read.data, ...describeSuccess(answer) };
}

function describeSuccess(answer: Answer): Omit<Success<unknown>, "ok" | "value"> {
  const { status, trackingId, next, isNextElsewhere, location } = answer;
  return {
    status,
    trace: { status, ...(trackingId && { trackingId }) },
    ...(next && { next }),
    ...(isNextElsewhere && { isNextElsewhere }),
    ...(location && { location }),
  };
}

/** Where an answer differs from what we expect. Zod names types and paths, never the values. */
function describe(answer: Answer, error: z.ZodError): Text {
  if (answer.json === undefined) return text("it_is_empty");
  const locations = error.issues.slice(0, 3).map((issue) => `${issue.path.join(".") || "$"}: ${issue.message}`);
  return verbatim(locations.join("; "));
}
