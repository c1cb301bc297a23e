/** A request as the calls write it, and its reply. Types only; `http.ts` sends. */
import type { z } from "zod";
import type { Failure, Trace } from "../../model/outcome.ts";
import type { Outgoing } from "./answer.ts";
import type { Destination } from "./request-url.ts";

export type Request<T> = Destination & {
  readonly method: Outgoing["method"];
  readonly body?: object;
  /** The organization that the request is about, for the gate and for access; it is not sent. */
  readonly orgId?: string;
  /** What a success must look like. */
  readonly answer: z.ZodType<T>;
  readonly signal: AbortSignal;
};

export type Success<T> = {
  readonly ok: true;
  readonly value: T;
  readonly status: number;
  readonly trace: Trace;
  /** URL of the next page, on the same origin. */
  readonly next?: string;
  /** There is a next page, and it is on another origin. */
  readonly isNextElsewhere?: true;
  /** A page that is not the last of its list. */
  readonly hasMore?: true;
  /** Header Location. */
  readonly location?: string;
};

export type Refused = {
  readonly ok: false;
  readonly failure: Failure;
  /** The parsed body of the answer, where there was one. */
  readonly body?: unknown;
};

export type Reply<T> = Success<T> | Refused;

export type Http = {
  /** Sends one request. Throws only the signal's reason, and what is a bug of ours. */
  send<T>(request: Request<T>): Promise<Reply<T>>;
  /** Closes the connections; requests in flight are answered first. */
  close(): Promise<void>;
};
