/** Spells the address of a request: base, route with its parameters, query. */
import type { Bases } from "./base-url.ts";

export type Destination = {
  /** Default `api`. */
  readonly base?: keyof Bases;
  /** The path with its parameters as names: `/wholesale/customers/{customerId}`. */
  readonly route: string;
  readonly params?: Readonly<Record<string, string>>;
  /** `undefined` is left out; of a list, each goes under the same name. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  /** URL of a page that the answer before gave: instead of params; what it lacks of the query is added. */
  readonly page?: string;
};

/** The absolute URL of a request. `onBehalfOf` (organization of a sub-partner) goes with the wholesale calls, which alone know it. */
export function addressOf(destination: Destination, bases: Bases, onBehalfOf?: string): URL {
  const isWholesale = destination.route.startsWith("/wholesale/");
  const query = { ...destination.query, onBehalfOfSubPartnerOrgId: isWholesale ? onBehalfOf : undefined };
  if (destination.page) return withFilters(new URL(destination.page), query);
  return new URL(bases[destination.base ?? "api"] + pathOf(destination) + spellQuery(query));
}

/** Which page it is: the link that leads there says so, and nobody else. */
const pagingParameters: ReadonlySet<string> = new Set(["max", "count", "offset", "start", "startIndex", "cursor"]);

/**
 * The page with what was asked of the first one. Webex is known to leave filters out of its links, and to write `max=null`
 * into them, also where nobody asked for a `max`.
 */
function withFilters(page: URL, query: NonNullable<Destination["query"]>): URL {
  const most = page.searchParams.get("max");
  const isBroken = most !== null && !/^[1-9]\d*$/.test(most);
  if (isBroken) page.searchParams.delete("max");
  for (const [name, value] of Object.entries(query)) {
    const isLost = !pagingParameters.has(name) && !page.searchParams.has(name);
    if (!isLost && !(isBroken && name === "max")) continue;
    for (const one of [value ?? []].flat()) page.searchParams.append(name, String(one));
  }
  return page;
}

/** Blanks become %20: not every server reads a `+` as a blank. */
function spellQuery(query: NonNullable<Destination["query"]>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}=${encodeURIComponent(one)}`),
  );
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

function pathOf({ route, params }: Destination): string {
  return route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params?.[name];
    if (!value) throw new Error(`${route} without its ${name}`);
    return encodeURIComponent(value);
  });
}
