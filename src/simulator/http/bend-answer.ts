/** Bends answers into the manners that were asked for. Draws nothing and sends nothing. */
import type { QuirkKind } from "../quirks.ts";
import type { Answer } from "./routing.ts";

/** Things on a page, where pages are short: whatever was asked for. */
export const shortPage = 3;

/** The answer, as those quirks have it. `route`: as in the API description. */
export function bendAnswer(answer: Answer, route: string, quirks: ReadonlySet<QuirkKind>): Answer {
  if (quirks.size === 0 || answer.body === undefined) return answer;
  const link = answer.headers?.link;
  return {
    ...answer,
    ...(link ? { headers: { ...answer.headers, link: bendLink(link, quirks) } } : {}),
    body: bendBody(
      quirks.has("jobs-nested") && route === moveRoute ? nestJob(answer.body) : answer.body,
      "",
      changesOf(route, quirks),
    ),
  };
}

const moveRoute = "/telephony/config/jobs/person/moveLocation";

/** As programs of others read the answers of this route. */
function nestJob(body: unknown): unknown {
  const { response, error } = Object(body);
  if (response !== undefined)
    return { response: Array.isArray(response) ? { usersList: response } : { jobDetails: response } };
  return error === undefined ? body : { errors: error };
}

const pagingParameters: ReadonlySet<string> = new Set(["max", "start", "offset"]);

function bendLink(link: string, quirks: ReadonlySet<QuirkKind>): string {
  const [, href = "", rest = ""] = /^<([^>]*)>(.*)$/.exec(link) ?? [];
  const url = new URL(href);
  if (quirks.has("links-without-filter"))
    for (const name of [...url.searchParams.keys()].filter((each) => !pagingParameters.has(each)))
      url.searchParams.delete(name);
  if (quirks.has("links-max-null")) url.searchParams.set("max", "null");
  if (quirks.has("links-in-a-circle")) for (const name of ["start", "offset"]) url.searchParams.delete(name);
  if (quirks.has("links-elsewhere")) url.host = "elsewhere.example";
  return `<${url.href}>${rest}`;
}

/** What becomes of the value of a property; undefined: it is left out. */
type Change = (key: string, value: unknown) => unknown;

/** Names that people gave stand on these routes; the names of packages, roles and languages are words of the API. */
const routesWithNames =
  /^\/(locations|people(?!\/me)|organizations|identity|telephony\/config\/(locations|numbers)|telephony\/pstn)/;
const names: ReadonlySet<string> = new Set(["name", "displayName", "firstName", "lastName", "givenName", "familyName"]);
const lists: ReadonlySet<string> = new Set(["items", "Resources"]);

function changesOf(route: string, quirks: ReadonlySet<QuirkKind>): readonly Change[] {
  const spellings: ((name: string) => string)[] = [];
  if (quirks.has("names-decomposed")) spellings.push((name) => name.normalize("NFD"));
  if (quirks.has("names-spaced")) spellings.push((name) => ` ${name.replaceAll(" ", "  ")}`);
  if (quirks.has("names-in-capitals")) spellings.push((name) => name.toUpperCase());
  const changes: Change[] = [];
  if (spellings.length > 0 && routesWithNames.test(route))
    changes.push((key, value) =>
      names.has(key) && typeof value === "string" ? spellings.reduce((text, spell) => spell(text), value) : value,
    );
  if (quirks.has("refused-numbers-spaced"))
    changes.push((key, value) => (key === "number" && isNumber(value) ? value.replace(/\d{3}(?=\d)/g, "$& ") : value));
  if (quirks.has("numbers-without-plus"))
    changes.push((key, value) =>
      (key === "phoneNumber" || key === "number") && isNumber(value) ? value.slice(1) : value,
    );
  if (quirks.has("empty-lists-left-out"))
    changes.push((key, value) => (lists.has(key) && Array.isArray(value) && value.length === 0 ? undefined : value));
  return changes;
}

function isNumber(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("+");
}

function bendBody(value: unknown, key: string, changes: readonly Change[]): unknown {
  if (changes.length === 0) return value;
  const bent = changes.reduce((before, change) => change(key, before), value);
  if (Array.isArray(bent)) return bent.map((element: unknown) => bendBody(element, "", changes));
  if (typeof bent !== "object" || bent === null) return bent;
  return Object.fromEntries(Object.entries(bent).map(([name, inner]) => [name, bendBody(inner, name, changes)]));
}
