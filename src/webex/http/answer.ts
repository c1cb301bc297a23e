/** What goes over the wire and what comes back, before anybody says what it means. Types only. */
import type { Failure } from "../../model/outcome.ts";

/** What is sent. */
export type Outgoing = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Absolute. */
  readonly url: URL;
  /** The path with its parameters as names, for the record. */
  readonly route: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly orgId: string | undefined;
  /** Must not be repeated in anything that comes back. */
  readonly secrets?: readonly string[];
};

/** What came back. */
export type Answer = {
  readonly status: number;
  /** The body as JSON; `undefined` when it is empty or no JSON. */
  readonly json: unknown;
  /** There was a body, and it is no JSON: cut off on its way, or not from Webex at all. */
  readonly isGarbled?: true;
  readonly trackingId?: string;
  readonly retryAfterMs?: number;
  /** URL of the next page, on the same origin. */
  readonly next?: string;
  /** There is a next page, and it is on another origin: it is not asked for. */
  readonly isNextElsewhere?: true;
  /** Header Location. */
  readonly location?: string;
};

/** A success is an answer alone; a refusal, an answer with a failure; silence, a failure alone. */
export type Exchanged = { readonly answer?: Answer; readonly failure?: Failure };
