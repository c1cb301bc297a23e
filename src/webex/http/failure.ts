/** Turns an answer that is not a success, or the lack of one, into a `Failure`. Decides what happened, never what to do next. */

import { STATUS_CODES } from "node:http";
import { errors } from "undici";
import { z } from "zod";
import type { Failure } from "../../model/outcome.ts";
import { type Text, text, verbatim } from "../../model/words/text.ts";
import type { Answer } from "./answer.ts";
import { hintOfErrorCode } from "./codes/error-codes.ts";
import { type ErrorBody, readErrorBody } from "./error-body.ts";
import { UnpackError } from "./round-trip.ts";

/** The failure described by an answer outside 200-299. */
export function failureOfAnswer(answer: Answer): Failure {
  const said = readErrorBody(answer.json);
  const kind = kindOf(answer);
  const trackingId = answer.trackingId ?? said.trackingId;
  const hint = hintFor(kind, answer.status, said);
  return {
    kind,
    sent: kind === "contract" || answer.status >= 500 || answer.status === 408,
    message: messageOf(answer, said),
    status: answer.status,
    ...(said.errorCode && { errorCode: said.errorCode }),
    ...(hint && { hint }),
    ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }),
    ...(trackingId && { trackingId }),
  };
}

/** A success whose body we do not understand: what was asked has been done all the same. `what` says where it differs, without values. */
export function failureOfUnreadable(answer: Answer, asked: string, what: Text): Failure {
  return {
    kind: "contract",
    sent: true,
    ...(answer.isGarbled ? {} : { isLasting: true }),
    message: text("answer_not_understood", { status: answer.status, asked, what }),
    status: answer.status,
    ...(answer.trackingId && { trackingId: answer.trackingId }),
  };
}

/** No answer: the connection could not be made (`sent` false), broke, or took too long. Rethrows what is no failure of the network. */
export function failureOfError(error: unknown, origin: string): Failure {
  const refusal = tunnelRefusalOf(error);
  if (refusal !== undefined) return failureOfTunnel(refusal, origin);
  if (error instanceof UnpackError) {
    const message = text("packed_answer", { origin, encoding: error.encoding });
    return { kind: "contract", sent: true, isLasting: true, message };
  }
  const { code, syscall, ...where } = networkErrorOf(error);
  if (isTooLong(code)) {
    return {
      kind: "contract",
      sent: true,
      isLasting: true,
      message: text("answer_too_long", { origin, code }),
    };
  }
  if (!isBeforeConnection(code, syscall)) {
    const message = text("connection_broke", { origin, code });
    return { kind: "unavailable", sent: true, message };
  }
  const at = where.address ? `${where.address}${where.port ? `:${where.port}` : ""}` : where.hostname;
  const message = text("no_connection", { origin, code, ...(at && !origin.endsWith(`//${at}`) ? { at } : {}) });
  const isUntrusted = isCertificate(code);
  const lasting = isUntrusted ? ({ isLasting: true } as const) : {};
  return {
    kind: "unavailable",
    sent: false,
    message,
    hint: isUntrusted ? text("check_certificate") : text("check_connection"),
    ...lasting,
  };
}

/** The proxy opened no tunnel: the request has not left. */
function failureOfTunnel(status: number, origin: string): Failure {
  const isPassword = status === 407;
  const answer = `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  const message = isPassword ? text("proxy_wants_password", { origin }) : text("proxy_refuses", { origin, answer });
  const hint = isPassword ? text("write_proxy_password") : text("ask_for_proxy");
  const lasting = status < 500 ? ({ isLasting: true } as const) : {};
  return { kind: "unavailable", sent: false, ...lasting, message, hint };
}

/** No complete answer within the limit. The request may have been carried out. */
export function failureOfTimeout(timeoutMs: number, origin: string): Failure {
  return {
    kind: "unavailable",
    sent: true,
    message: text("no_answer_in_time", { origin, seconds: timeoutMs / 1000 }),
  };
}

function kindOf({ status, retryAfterMs }: Answer): Failure["kind"] {
  if (status === 401) return "unauthorized";
  if (status === 423) return "locked";
  if (isThrottled(status, retryAfterMs)) return "throttled";
  if (status >= 500 || status === 408) return "unavailable";
  return status >= 400 ? "rejected" : "contract";
}

/** Does the answer ask the whole process to come back later? 503 does when it says when (RFC 9110, 15.6.4): maintenance. */
function isThrottled(status: number | undefined, retryAfterMs: number | undefined): boolean {
  return status === 429 || (status === 503 && retryAfterMs !== undefined);
}

function messageOf(answer: Answer, said: ErrorBody): Text {
  if (answer.status >= 300 && answer.status < 400) {
    return text("redirected", { status: answer.status });
  }
  const { status } = answer;
  if (said.message !== undefined) return verbatim(said.message);
  return text("webex_answered", { answer: `${status} ${STATUS_CODES[status] ?? ""}`.trimEnd() });
}

function hintFor(kind: Failure["kind"], status: number, said: ErrorBody): Text | undefined {
  if (kind === "unauthorized") return text("token_missing");
  if (said.errorCode) return hintOfErrorCode(said.errorCode);
  return status === 403 ? text("check_scopes") : undefined;
}

/** The status with which a proxy refused a tunnel; undici only has it in the message. Our own aborts never come this far. */
function tunnelRefusalOf(error: unknown): number | undefined {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    const status = /^Proxy response \((\d+)\)/.exec(inner.message)?.[1];
    if (status) return Number(status);
  }
  return undefined;
}

const errorSchema = z.object({
  code: z.string(),
  syscall: z.string().optional(),
  address: z.string().optional(),
  port: z.number().optional(),
  hostname: z.string().optional(),
});

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
  const codes = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];
  return codes.includes(code) || isCertificate(code);
}

function isCertificate(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code);
}
