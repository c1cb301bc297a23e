/** The one way to Webex: a typed request, sent with the token and answered with a value or a failure. It never retries; a token and an access list that have gone stale are put right once, and the request goes again. */
import type { Dispatcher } from "undici";
import type { z } from "zod";
import type { Clock, Gate, RequestRecord } from "../model/ports.ts";
import type { AccessToken } from "./access-token.ts";
import type { Answer, Exchanged, Outgoing } from "./answer.ts";
import { resolveBases } from "./base-url.ts";
import { createDispatcher, type ProxySettings } from "./dispatcher.ts";
import { exchange } from "./exchange.ts";
import { failureOfUnreadable } from "./failure.ts";
import { createManagedOrganizations } from "./managed-organizations.ts";
import type { Http, Reply, Request, Success } from "./request.ts";
import { addressOf } from "./request-url.ts";
import { withoutSecrets } from "./secrets.ts";

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
  let closed: Promise<void> | undefined;

  async function sendOnce(request: Request<unknown>, token: string): Promise<Exchanged> {
    const exchanged = await exchange(toOutgoing(request, token), ports, request.signal);
    return exchanged.failure ? { ...exchanged, failure: withoutSecrets(exchanged.failure, [token]) } : exchanged;
  }

  async function sendWithToken(request: Request<unknown>): Promise<Exchanged> {
    const current = await options.accessToken.current(request.signal);
    if (!current.ok) return current;
    const exchanged = await sendOnce(request, current.token);
    if (exchanged.failure?.kind !== "unauthorized" || !options.accessToken.refresh) return exchanged;
    const fresh = await options.accessToken.refresh(current.token, request.signal);
    return fresh.ok ? sendOnce(request, fresh.token) : fresh;
  }

  function toOutgoing(request: Request<unknown>, token: string): Outgoing {
    return {
      method: request.method,
      url: addressOf(request, bases, options.onBehalfOf),
      route: request.route,
      headers: headersFor(request, token, options.userAgent),
      body: request.body && JSON.stringify(request.body),
      orgId: request.orgId,
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
    authorization: `Bearer ${token}`,
    accept: "application/json",
    "user-agent": userAgent,
    ...(request.body && { "content-type": "application/json" }),
  };
}

function toReply<T>(request: Request<T>, { answer, failure }: Exchanged): Reply<T> {
  if (failure) return { ok: false, failure, body: answer?.json };
  if (!answer) throw new Error("an exchange gives an answer or a failure");
  const asked = `${request.method} ${request.route}`;
  if (answer.isGarbled) return { ok: false, failure: failureOfUnreadable(answer, asked, "it is not JSON") };
  const read = request.answer.safeParse(answer.json);
  if (!read.success) return { ok: false, failure: failureOfUnreadable(answer, asked, describe(answer, read.error)) };
  return { ok: true, value: read.data, ...describeSuccess(answer) };
}

function describeSuccess({ status, trackingId, next, location }: Answer): Omit<Success<unknown>, "ok" | "value"> {
  const trace = { status, ...(trackingId && { trackingId }) };
  return { status, trace, ...(next && { next }), ...(location && { location }) };
}

/** Where an answer differs from what we expect. Zod names types and paths, never the values. */
function describe(answer: Answer, error: z.ZodError): string {
  if (answer.json === undefined) return "it is empty";
  const places = error.issues.slice(0, 3).map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`);
  return places.join("; ");
}
