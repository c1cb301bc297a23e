/** What a route is, and which route a request means. Parses the request by the route's own schemas; sends nothing. */
import type { Result } from "hono/router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import type { z } from "zod";
import { ownCodes } from "../codes.ts";
import { type Complaint, Refusal } from "../refusal.ts";
import type { RivalKind } from "../rivals.ts";
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
  /** An answer with this status has only told something, whatever the method. */
  readonly questionStatus?: number | undefined;
  /** No bearer needed, and the body is a form. */
  readonly isOpen: boolean;
  /** What it takes; absent: nothing. */
  readonly takes: { readonly query?: z.ZodType | undefined; readonly body?: z.ZodType | undefined };
  answer(call: RawCall, world: World): Answer;
  /** Of a call with several services behind it: the body of what the first of them has done when another one fails. */
  half?(call: RawCall, world: World): unknown;
  /** What somebody else may make before this create does. */
  readonly rival?: Rival<unknown> | undefined;
};

/** The key that a create would take, in its kind; and the body of a create of another thing under the same key. */
export type Rival<Body> = {
  readonly kind: RivalKind;
  key(body: Body, query: Readonly<Record<string, string>>): string;
  differ(body: Body): Body;
};

type Definition<Path extends string, Query, Body> = {
  readonly method: Method;
  readonly path: Path;
  readonly effect?: Route["effect"];
  readonly questionStatus?: number;
  readonly isOpen?: boolean;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly rival?: Rival<Body>;
  half?(call: Call<ParamsOf<Path>, Query, Body>, world: World): Body;
  answer(call: Call<ParamsOf<Path>, Query, Body>, world: World): Answer;
};

/** A route with typed parameters, query and body. What its schemas do not allow is refused with 400 before `answer`. */
export function defineRoute<Path extends string, Query = undefined, Body = undefined>(
  definition: Definition<Path, Query, Body>,
): Route {
  const { method, path, query, body, isOpen = false } = definition;
  const ignoredIn = (call: RawCall) => (path.startsWith(ownPaths) ? [] : unknownKeys(body, call.body));
  const parse = (call: RawCall, ignored: readonly KeyPath[]): Call<ParamsOf<Path>, Query, Body> => ({
    url: call.url,
    params: call.params as ParamsOf<Path>, // matchRoute filled in every name of this path
    query: parsePart(query, call.query) as Query, // undefined only where no schema is, and Query is undefined then
    body: parsePart(body, withoutKeys(call.body, ignored)) as Body, // likewise
  });
  return {
    method,
    path,
    isOpen,
    takes: { query, body },
    rival: definition.rival as Rival<unknown> | undefined, // it is given what the body's schema has allowed
    effect: definition.effect ?? (method === "GET" ? "read" : "write"),
    questionStatus: definition.questionStatus,
    ...(definition.half ? { half: (call, world) => definition.half?.(parse(call, ignoredIn(call)), world) } : {}),
    answer(call, world) {
      const ignored = ignoredIn(call);
      const answer = definition.answer(parse(call, ignored), world);
      return ignored.length > 0 ? { ...answer, headers: { ...answer.headers, warning: warningOf(ignored) } } : answer;
    },
  };
}

/** Paths that no other target has: whoever writes there misspells, and is told so. */
const ownPaths = "/simulator/";

type KeyPath = readonly PropertyKey[];

/** Keys that the description does not know and does not forbid either: Webex ignores them. */
function unknownKeys(schema: z.ZodType | undefined, body: unknown): readonly KeyPath[] {
  const parsed = schema?.safeParse(body);
  if (!parsed || parsed.success) return [];
  return parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
}

function withoutKeys(body: unknown, paths: readonly KeyPath[]): unknown {
  if (paths.length === 0) return body;
  const copy: unknown = structuredClone(body);
  for (const path of paths) {
    const owner = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
    Reflect.deleteProperty(Object(owner), path.at(-1) ?? "");
  }
  return copy;
}

/** Characters of the names that the header Warning tells. */
const longestWarning = 200;

/** RFC 7234: 299 is a warning that stays. A header takes printable ASCII only. */
function warningOf(paths: readonly KeyPath[]): string {
  const names = paths.map((path) => path.map(String).join(".")).join(", ");
  const printable = names.replace(/[^ -~]|["\\]/g, "?").slice(0, longestWarning);
  return `299 - "ignored, as the API does not know it: ${printable}"`;
}

function parsePart<T>(schema: z.ZodType<T> | undefined, value: unknown): T | undefined {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, parsed.error.issues.map(toComplaint));
}

function toComplaint(issue: z.core.$ZodIssue): Complaint {
  const location = issue.path.map(String).join(".");
  return {
    description: location ? `${location}: ${issue.message}` : issue.message,
    errorCode: ownCodes.requestInvalid,
  };
}

export type Match = { readonly route: Route; readonly params: Readonly<Record<string, string>> };

export type Router = {
  /** `path` without `/v1`. The methods that the path knows, when the method is not among them. */
  match(method: string, path: string): Match | { readonly allowed: readonly Method[] };
};

/**
 * Hono's router alone: an application of Hono would answer every request, and a fault leaves some without an answer. Its
 * fastest router refuses `/people/me` beside `/people/{personId}`: the paths without names have one of their own, asked first.
 */
export function createRouter(routes: readonly Route[]): Router {
  const fixed = new RegExpRouter<Route>();
  const named = new RegExpRouter<Route>();
  const methods = [...new Set(routes.map(({ method }) => method))];
  for (const route of routes) {
    const router = route.path.includes("{") ? named : fixed;
    router.add(route.method, route.path.replace(/\{(\w+)\}/g, ":$1"), route);
  }
  const find = (method: string, path: string): Match | undefined =>
    toMatch(fixed.match(method, path)) ?? toMatch(named.match(method, path));
  return {
    match: (method, path) =>
      find(method, path) ?? { allowed: methods.filter((each) => find(each, path) !== undefined) },
  };
}

/** Hono gives its parameters themselves, or where they stand in what it found. */
function toMatch([[chosen], found]: Result<Route>): Match | undefined {
  if (!chosen) return undefined;
  const [route, at] = chosen;
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(at))
    params[name] = decodeSegment(typeof value === "number" ? (found?.[value] ?? "") : value);
  return { route, params };
}

/** A slash that is written as %2F is part of the name; what is no encoding is taken as it stands. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
