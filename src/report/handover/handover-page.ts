/** The page of one customer: HTML that stands alone, prints on A4, loads nothing and runs nothing. */
import { createHash } from "node:crypto";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CustomerHandover, HandedNumbers, HandedPerson, HandedPlace, HandedTask } from "../../model/handover.ts";
import { findByName } from "../../model/names.ts";
import { toE164 } from "../../model/number-ranges.ts";
import { factsOf } from "../../model/packages.ts";
import type { Address, CalendarDay, RoleName } from "../../model/records.ts";
import { shorten } from "../../model/shorten.ts";
import { dateLocales, type Language, speakerOf } from "../../model/words/language.ts";
import { say, type Text, type Voice, voiceOf } from "../../model/words/text.ts";
import { firstSteps } from "./first-steps.ts";
import { footOf, handoverStyle, policyOf } from "./handover-style.ts";
import { type Child, element, type Html, styleElement } from "./html.ts";

export type HandoverLook = {
  readonly language: Language;
  /** Name of the service provider; absent: it is not named. */
  readonly brand?: string;
  /** As a data URI. */
  readonly logo?: string;
};

/** The whole file. */
export function renderHandoverPage(handover: CustomerHandover, look: HandoverLook): string {
  const page = { handover, look, voice: voiceOf(look.language) };
  const { language } = look;
  const title = `${page.voice("handover_title")} · ${handover.name}`;
  const style = `${handoverStyle}\n${footOf(shorten([look.brand, handover.name].filter(Boolean).join(" · "), longestFoot), page.voice("handover_page_of"))}`;
  const hash = createHash("sha256").update(style).digest("base64");
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policyOf(hash) }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("meta", { name: "robots", content: "noindex" }),
    element("title", {}, title),
    styleElement(style),
  );
  const main = element(
    "main",
    {},
    top(page),
    intro(page),
    steps(page),
    tasks(page),
    locations(page),
    administration(page),
    users(page),
    removed(page),
  );
  return `<!doctype html>\n${element("html", { lang: language }, head, element("body", {}, main)).markup}\n`;
}

const longestFoot = 90;

type Page = { readonly handover: CustomerHandover; readonly look: HandoverLook; readonly voice: Voice };

function top({ handover, look, voice }: Page): Html {
  const { brand, logo } = look;
  const mark = logo
    ? element("img", { class: "logo", src: logo, alt: brand ?? "" })
    : element("div", { class: "brand" }, brand ?? voice("handover_title"));
  const fact = (name: string, value: string) => element("p", {}, `${name}: ${value}`);
  return element(
    "div",
    { class: "top" },
    mark,
    element(
      "div",
      { class: "facts" },
      fact(voice("handover_customer_id"), handover.customer),
      fact(voice("handover_as_of"), formatInstant(handover, look.language)),
    ),
  );
}

function intro({ handover, voice, look }: Page): Child {
  const { people, places, tasks: left } = handover;
  const numbers = places
    .flatMap((place) => place.numbers)
    .filter(({ state }) => state === "active" || state === "inactive");
  const count = numbers.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const figure = (value: number, name: string) =>
    element("li", {}, element("b", {}, speakerOf(look.language).number(value)), element("span", {}, name));
  return [
    element("h1", handover.name.length > longName ? { class: "long" } : {}, handover.name),
    element("p", { class: "lead" }, voice("handover_subtitle")),
    handover.isPart ? element("p", { class: "note" }, voice("handover_is_part")) : undefined,
    element(
      "ul",
      { class: "figures" },
      figure(people.length, voice("handover_count_users", { count: people.length })),
      places.length > 0
        ? figure(places.length, voice("handover_count_locations", { count: places.length }))
        : undefined,
      places.length > 0 ? figure(count, voice("handover_count_numbers", { count })) : undefined,
      figure(left.length, voice("handover_count_tasks")),
    ),
  ];
}

const longName = 60;

function steps({ handover, look, voice }: Page): Child {
  const provider = look.brand ?? voice("handover_provider_within");
  const { everyone, forAdministrators } = firstSteps(handover, provider, (day) => formatDay(day, look.language));
  const list = (heading: string, items: readonly Text[]) =>
    element(
      "div",
      {},
      element("h3", {}, heading),
      element(
        "ol",
        {},
        items.map((item) => element("li", {}, say(item, look.language))),
      ),
    );
  return [
    element("h2", {}, voice("handover_first_steps")),
    element(
      "div",
      { class: "steps" },
      list(voice("handover_for_everyone"), everyone),
      list(voice("handover_for_administrators"), forAdministrators),
    ),
  ];
}

function tasks({ handover, look, voice }: Page): Child {
  const { language } = look;
  const heading = element("h2", {}, voice("handover_tasks"));
  if (handover.tasks.length === 0) return [heading, element("p", {}, voice("handover_no_tasks"))];
  const hasDays = handover.tasks.some(({ on }) => on !== undefined);
  const line = (task: HandedTask) => [
    prettyNumbers(say(task.what, language)),
    sayWho(task, look, voice),
    ...(hasDays ? [task.on ? element("span", { class: "fixed" }, formatDay(task.on, language)) : ""] : []),
  ];
  const columns = [voice("handover_what"), voice("handover_who"), ...(hasDays ? [voice("handover_when")] : [])];
  return [heading, table("tasks", columns, handover.tasks.map(line))];
}

/** Numbers within a sentence, as people write them. */
function prettyNumbers(said: string): string {
  return said.replace(/\+(\d{7,15})(?:-\+(\d{7,15}))?/g, (_, from: string, to = from) =>
    formatRange({ from: Number(from), to: Number(to) }).replaceAll(" ", "\u00a0"),
  );
}

/** Who has to do it. */
export function sayWho({ by }: HandedTask, { brand }: HandoverLook, voice: Voice): string {
  if (by === "provider") return brand ?? voice("handover_by_provider");
  if (by === "both") return voice("handover_by_both", { provider: brand ?? voice("handover_provider_within") });
  return voice(`handover_by_${by}`);
}

function locations({ handover, look, voice }: Page): Child {
  const { places } = handover;
  if (places.length === 0) return undefined;
  const isAbroad = new Set(places.map(({ address }) => address.country)).size > 1;
  const line = (place: HandedPlace) => [
    [
      element("strong", {}, place.name),
      place.state === "ready" ? undefined : element("span", { class: "mark" }, voice(`handover_${place.state}`)),
    ],
    [
      ...addressLines(place.address, isAbroad, look.language),
      place.routingPrefix
        ? element("span", { class: "soft" }, voice("handover_prefix", { prefix: place.routingPrefix }))
        : undefined,
    ],
    number(place.mainNumber ? formatNumber(place.mainNumber) : "–"),
    place.numbers.length === 0 ? "–" : place.numbers.map((each) => numbersLine(each, look, voice)),
  ];
  return [
    element("h2", {}, voice("handover_locations")),
    table(
      "places",
      [voice("handover_location"), voice("handover_address"), voice("handover_main_number"), voice("handover_numbers")],
      places.map(line),
    ),
  ];
}

function addressLines(address: Address, hasCountry: boolean, language: Language): readonly Html[] {
  const lines = formatAddress(address, language);
  return (hasCountry ? lines : lines.slice(0, -1)).map((line) => element("div", {}, line));
}

function numbersLine(numbers: HandedNumbers, look: HandoverLook, voice: Voice): Html {
  const { state } = numbers;
  const remark =
    state === "active" ? undefined : element("span", { class: "mark" }, sayNumberState(numbers, look, voice));
  return element("div", {}, number(formatRange(numbers)), remark);
}

/** `+31 20 123 4500 – 4549`: of the last one only what differs, by whole groups. */
function formatRange({ from, to }: Pick<HandedNumbers, "from" | "to">): string {
  const [first, last] = [formatNumber(toE164(from)), formatNumber(toE164(to))];
  const start = first.slice(0, first.lastIndexOf(" ") + 1);
  const end = start !== "" && start === last.slice(0, start.length) ? last.slice(start.length) : last;
  return from === to ? first : `${first} – ${end}`;
}

/** For people. */
export function sayNumberState({ state, on }: HandedNumbers, { language }: HandoverLook, voice: Voice): string {
  if (state === "inactive" && on) return voice("handover_inactive_until", { day: formatDay(on, language) });
  if (state === "pending") return voice("handover_adding");
  return voice(`handover_${state}`);
}

/** Two short tables beside each other. */
function administration({ handover, look, voice }: Page): Child {
  const { administrators, packages } = handover;
  const people = table(
    "administrators",
    [voice("handover_name"), voice("handover_role")],
    administrators.map(({ name, email, roles }) => [
      [name === undefined ? undefined : element("div", {}, name), element("div", { class: "soft" }, emailCell(email))],
      sayRoles(roles, look, voice),
    ]),
  );
  const hasLimits = packages.some(({ limit }) => limit !== undefined);
  const sold = table(
    "packages",
    [voice("handover_package"), voice("handover_in_use"), ...(hasLimits ? [voice("handover_limit")] : [])],
    packages.map(({ code, users: used, limit }) => [
      factsOf(code).names[0] ?? code,
      String(used),
      ...(hasLimits ? [limit === undefined ? "–" : String(limit)] : []),
    ]),
  );
  const part = (heading: string, content: Html) => element("div", {}, element("h2", {}, heading), content);
  return element(
    "div",
    { class: "pair" },
    administrators.length > 0 ? part(voice("handover_administrators"), people) : undefined,
    packages.length > 0 ? part(voice("handover_packages"), sold) : undefined,
  );
}

/** For people; empty where there is none. */
export function sayRoles(roles: readonly RoleName[], { language }: HandoverLook, voice: Voice): string {
  return speakerOf(language).list(roles.map((role) => voice(`handover_${role}`)));
}

/** By location, in the order of the locations; within one by name. */
function users({ handover, look, voice }: Page): Child {
  const { people, places } = handover;
  if (people.length === 0) return undefined;
  const isCalling =
    places.length > 0 || people.some(({ location, extension }) => (location ?? extension) !== undefined);
  const line = (person: HandedPerson) => [
    [
      person.name,
      person.state === "ready" ? undefined : element("span", { class: "mark" }, voice(`handover_${person.state}`)),
    ],
    emailCell(person.email),
    person.packages.map((code) => factsOf(code).names[0] ?? code).join(" + "),
    ...(isCalling
      ? [number(person.phoneNumber ? formatNumber(person.phoneNumber) : "–"), number(person.extension ?? "–")]
      : []),
  ];
  const columns = [
    ...[voice("handover_name"), voice("handover_email"), voice("handover_package")],
    ...(isCalling ? [voice("handover_number"), voice("handover_extension")] : []),
  ];
  const groups = byLocation(handover, look.language);
  return [
    element("h2", {}, voice("handover_users")),
    groups.map(({ location, members }) =>
      table(
        isCalling ? "users" : "accounts",
        columns,
        members.map(line),
        groups.length > 1 ? (location ?? voice("handover_no_location")) : undefined,
      ),
    ),
  ];
}

type Group = { readonly location: string | undefined; readonly members: readonly HandedPerson[] };

function byLocation({ people, places }: CustomerHandover, language: Language): readonly Group[] {
  const order = new Intl.Collator(language);
  const nameOf = ({ location }: HandedPerson) =>
    location === undefined ? undefined : (findByName(places, location)?.name ?? location);
  const groups = new Map<string | undefined, HandedPerson[]>();
  for (const person of people) {
    const members = groups.get(nameOf(person));
    if (members) members.push(person);
    else groups.set(nameOf(person), [person]);
  }
  const named = [...places.map(({ name }) => name), ...groups.keys()];
  return [...new Set(named)].flatMap((location) => {
    const members = groups.get(location) ?? [];
    return members.length > 0 ? [{ location, members: members.toSorted((a, b) => order.compare(a.name, b.name)) }] : [];
  });
}

function removed({ handover, voice }: Page): Child {
  if (handover.removed.length === 0) return undefined;
  return [element("h2", {}, voice("handover_removed")), element("p", {}, handover.removed.join(", "))];
}

/** `caption`: repeated with the header on each page that it goes on to. */
function table(kind: string, columns: readonly string[], lines: readonly (readonly Child[])[], caption?: string): Html {
  const header = element(
    "tr",
    {},
    columns.map((column) => element("th", { scope: "col" }, column)),
  );
  const group =
    caption === undefined
      ? undefined
      : element(
          "tr",
          { class: "group" },
          element("th", { scope: "colgroup", colspan: String(columns.length) }, caption),
        );
  return element(
    "table",
    { class: kind },
    element(
      "colgroup",
      {},
      columns.map(() => element("col", {})),
    ),
    element("thead", {}, group, header),
    element(
      "tbody",
      {},
      lines.map((cells) =>
        element(
          "tr",
          {},
          cells.map((cell) => element("td", {}, cell)),
        ),
      ),
    ),
  );
}

/** A long one is broken before its host, and a very long one behind a point. */
function emailCell(email: string): Child {
  const parts = email.split(email.length > longEmail ? /(?=@)|(?<=\.)/ : /(?=@)/);
  return parts.map((part, index) => [index > 0 ? element("wbr", {}) : undefined, part]);
}

const longEmail = 60;

function number(text: string): Html {
  return element("span", { class: "number" }, text);
}

/** `+31 20 123 4501`: in the groups of its country; as it is where these are not known. */
function formatNumber(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** Line by line, as people write it there; the country by its name. */
export function formatAddress(
  { line1, line2, city, state, postalCode, country }: Address,
  language: Language,
): readonly string[] {
  const states = countriesWithState.has(country) ? [state] : [];
  const place = countriesWithCodeBehind.has(country) ? [city, ...states, postalCode] : [postalCode, city];
  const named = new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country;
  return [line1, line2, place.filter(Boolean).join(" "), named].filter(
    (part) => part !== undefined && part !== "",
  ) as string[]; // the undefined are gone
}

/** Where an address names the state. */
const countriesWithState: ReadonlySet<string> = new Set(["US", "CA", "AU"]);

/** Where the postal code stands behind the city. */
const countriesWithCodeBehind: ReadonlySet<string> = new Set(["US", "CA", "AU", "GB", "IE", "NZ", "IN", "SG"]);

/** `5 December 2026`. */
export function formatDay(day: CalendarDay, language: Language): string {
  return new Intl.DateTimeFormat(dateLocales[language], { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
}

function formatInstant({ asOf, timezone }: CustomerHandover, language: Language): string {
  return new Intl.DateTimeFormat(dateLocales[language], {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: timezone,
  }).format(Date.parse(asOf));
}
