/** Turns an answer that is not a success, or the lack of one, into a `Failure`. Decides what happened, never what to do next. */
import { STATUS_CODES } from "node:http";
import { errors } from "undici";
import { z } from "zod";
import type { Failure } from "../model/outcome.ts";
import type { Answer } from "./answer.ts";
import { type ErrorBody, readErrorBody } from "./error-body.ts";
import { factsOfErrorCode } from "./error-codes.ts";

/** The failure that an answer outside 200-299 tells of. */
export function failureOfAnswer(answer: Answer): Failure {
  const said = readErrorBody(answer.json);
  const kind = kindOf(answer.status);
  const trackingId = answer.trackingId ?? said.trackingId;
  const hint = hintFor(kind, answer.status, said);
  return {
    kind,
    sent: kind === "unavailable" || kind === "contract",
    message: messageOf(answer, said),
    status: answer.status,
    ...(said.errorCode && { errorCode: said.errorCode }),
    ...(hint && { hint }),
    ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
    ...(trackingId && { trackingId }),
  };
}

/** A success whose body we do not understand: what was asked has been done all the same. `what` says where it differs, without values. */
export function failureOfUnreadable(answer: Answer, asked: string, what: string): Failure {
  return {
    kind: "contract",
    sent: true,
    message: `Webex answered ${answer.status} to ${asked} with something that we do not understand: ${what}.`,
    status: answer.status,
    ...(answer.trackingId && { trackingId: answer.trackingId }),
  };
}

/** No answer: the connection could not be made (`sent` false), broke, or took too long. Rethrows what is no failure of the network. */
export function failureOfError(error: unknown, origin: string): Failure {
  const { code, syscall } = networkErrorOf(error);
  if (isTooLong(code)) {
    return { kind: "contract", sent: true, message: `${origin} answered with more than we read (${code}).` };
  }
  const sent = !isBeforeConnection(code, syscall);
  const what = sent ? "The connection broke before the answer was complete" : "No connection could be made";
  const hint = isCertificate(code) ? certificateHint : undefined;
  return { kind: "unavailable", sent, message: `${what}: ${origin} (${code}).`, ...(hint && { hint }) };
}

/** No complete answer within the limit. The request may have been carried out. */
export function failureOfTimeout(timeoutMs: number, origin: string): Failure {
  return {
    kind: "unavailable",
    sent: true,
    message: `${origin} gave no complete answer within ${timeoutMs / 1000} s.`,
  };
}

function kindOf(status: number): Failure["kind"] {
  if (status === 401) return "unauthorized";
  if (status === 429 || status === 423) return "throttled";
  if (status >= 500 || status === 408) return "unavailable";
  return status >= 400 ? "rejected" : "contract";
}

function messageOf(answer: Answer, said: ErrorBody): string {
  if (answer.status >= 300 && answer.status < 400) {
    return `Webex answered with a redirection (${answer.status}), which is not followed: check the base URL.`;
  }
  return said.message ?? `Webex answered ${answer.status} ${STATUS_CODES[answer.status] ?? ""}`.trimEnd();
}

function hintFor(kind: Failure["kind"], status: number, said: ErrorBody): string | undefined {
  if (kind === "unauthorized")
    return "The access token is missing, wrong or has run out: log in again, or set a new one.";
  if (said.errorCode) return factsOfErrorCode(said.errorCode)?.hint;
  if (status === 403)
    return "Check that the token has the scopes for this, and that its owner administers the organization.";
  return undefined;
}

const certificateHint =
  "The certificate of the other side is not trusted. Where a company proxy opens TLS, name its certificate in NODE_EXTRA_CA_CERTS.";

/** undici's code when a proxy does not open a tunnel; our own aborts never come this far. */
const proxyRefused = "UND_ERR_ABORTED";

const errorSchema = z.object({ code: z.string(), syscall: z.string().optional() });

/** The outermost error with a code: undici wraps those of the socket, and Node those of several addresses of one host. */
function networkErrorOf(error: unknown): z.infer<typeof errorSchema> {
  let inner = error instanceof AggregateError ? error.errors[0] : error;
  for (; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof errors.HTTPParserError) return { code: inner.code ?? "HPE_INVALID" };
    const known = errorSchema.safeParse(inner);
    if (known.success && !isOurMistake(known.data.code)) return known.data;
  }
  throw error;
}

/** Wrong use of the client is a bug, not the weather. */
function isOurMistake(code: string): boolean {
  return /^(UND_ERR_(INVALID_ARG|NOT_SUPPORTED|CLOSED|DESTROYED)|ERR_INVALID_.*)$/.test(code);
}

function isTooLong(code: string): boolean {
  return code === "UND_ERR_RES_EXCEEDED_MAX_SIZE" || code === "UND_ERR_HEADERS_OVERFLOW";
}

/** ECONNRESET and the like say nothing about how far the request came, so they are not among them. */
function isBeforeConnection(code: string, syscall: string | undefined): boolean {
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  const codes = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", proxyRefused];
  return codes.includes(code) || isCertificate(code);
}

function isCertificate(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code);
}
