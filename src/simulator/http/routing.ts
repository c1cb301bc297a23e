/** What a route is, and which route a request means. Parses the request by the route's own schemas; sends nothing. */
import type { z } from "zod";
import { ownCodes } from "../codes.ts";
import { type Complaint, Refusal } from "../refusal.ts";
import type { World } from "../world.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type Answer = {
  readonly status: number;
  /** Sent as JSON; absent: an empty answer. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Numbers refused or ignored in an answer that is no refusal as a whole. */
  readonly duplicate?: "numbers" | undefined;
};

/** `"/locations/{locationId}"` -> `{ locationId: string }`. */
type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Key in Name]: string } & ParamsOf<Rest>
  : unknown;

export type Call<Params, Query, Body> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Path and query as they came: for links to further pages. */
  readonly url: URL;
};

export type RawCall = Call<Readonly<Record<string, string>>, Readonly<Record<string, string>>, unknown>;

export type Route = {
  readonly method: Method;
  /** As in the API description. */
  readonly path: string;
  /** `read` changes nothing, whatever its method; `session` (tokens) is neither. */
  readonly effect: "read" | "write" | "session";
  /** No bearer needed, and the body is a form. */
  readonly isOpen: boolean;
  /** What it takes; absent: nothing. */
  readonly takes: { readonly query?: z.ZodType | undefined; readonly body?: z.ZodType | undefined };
  answer(call: RawCall, world: World): Answer;
};

type Definition<Path extends string, Query, Body> = {
  readonly method: Method;
  readonly path: Path;
  readonly effect?: Route["effect"];
  readonly isOpen?: boolean;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  answer(call: Call<ParamsOf<Path>, Query, Body>, world: World): Answer;
};

/** A route with typed parameters, query and body. What its schemas do not allow is refused with 400 before `answer`. */
export function defineRoute<Path extends string, Query = undefined, Body = undefined>(
  definition: Definition<Path, Query, Body>,
): Route {
  const { method, path, query, body, isOpen = false } = definition;
  return {
    method,
    path,
    isOpen,
    takes: { query, body },
    effect: definition.effect ?? (method === "GET" ? "read" : "write"),
    answer(call, world) {
      const parsed = {
        url: call.url,
        params: call.params as ParamsOf<Path>, // matchRoute filled in every name of this path
        query: parsePart(query, call.query) as Query, // undefined only where no schema is, and Query is undefined then
        body: parsePart(body, call.body) as Body, // likewise
      };
      return definition.answer(parsed, world);
    },
  };
}

function parsePart<T>(schema: z.ZodType<T> | undefined, value: unknown): T | undefined {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, parsed.error.issues.map(toComplaint));
}

function toComplaint(issue: z.core.$ZodIssue): Complaint {
  const place = issue.path.map(String).join(".");
  return { description: place ? `${place}: ${issue.message}` : issue.message, errorCode: ownCodes.requestInvalid };
}

export type Match = { readonly route: Route; readonly params: Readonly<Record<string, string>> };

export type Router = {
  /** `path` without `/v1`. The methods that the path knows, when the method is not among them. */
  match(method: string, path: string): Match | { readonly allowed: readonly Method[] };
};

type Pattern = { readonly route: Route; readonly segments: readonly string[] };

export function createRouter(routes: readonly Route[]): Router {
  const byLength = groupByLength(routes.map((route) => ({ route, segments: route.path.split("/") })));
  return {
    match(method, path) {
      const segments = path.split("/");
      const found = (byLength.get(segments.length) ?? []).filter((pattern) => fits(pattern.segments, segments));
      const mine = found.filter(({ route }) => route.method === method);
      const chosen = mine.find(({ route }) => route.path === path) ?? mine[0];
      if (!chosen) return { allowed: found.map(({ route }) => route.method) };
      return { route: chosen.route, params: readParams(chosen.segments, segments) };
    },
  };
}

function groupByLength(patterns: readonly Pattern[]): ReadonlyMap<number, readonly Pattern[]> {
  const groups = new Map<number, Pattern[]>();
  for (const pattern of patterns) {
    const length = pattern.segments.length;
    groups.set(length, [...(groups.get(length) ?? []), pattern]);
  }
  return groups;
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => part === segments[index] || (part.startsWith("{") && segments[index] !== ""))
  );
}

function readParams(pattern: readonly string[], segments: readonly string[]): Record<string, string> {
  const pairs = pattern.flatMap((part, index) =>
    part.startsWith("{") ? [[part.slice(1, -1), decodeSegment(segments[index] ?? "")] as const] : [],
  );
  return Object.fromEntries(pairs);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
