/** One customer per cell of the table of columns: made, then met again with that one cell changed, or cleared. Tells what was sent for the cell, and what the result says. */
import type { SheetName } from "../../src/model/sheet.ts";
import { uuidOf } from "../../src/webex/ids.ts";
import { type Cells, type Stage, stageOf, templates } from "./column-rows.ts";
import { type Operator, operator } from "./operator.ts";
import { type Exchange, recordBetween } from "./recording-proxy.ts";
import type { SimulatorState } from "./simulated-webex.ts";
import type { Batch } from "./write-batch.ts";

export type ColumnCase = {
  readonly sheet: SheetName;
  readonly column: string;
  /** The cell the second time. `{id}` is the customer's, `{hq+1}` and `{branch+1}` count from the first numbers of its places. */
  readonly changed: string;
  /** Other cells of the row, for a value that needs them; and those that change with it. */
  readonly with?: Cells;
  readonly also?: Cells;
  /** What the value is on the wire, where that is not the cell's text; or the path of the request that carries it. */
  readonly find?: { readonly created?: string | RegExp; readonly changed?: string | RegExp };
  /** The sheet whose row tells the result, when it is not the own one. */
  readonly result?: SheetName;
};

export type ColumnOutcome = { readonly created: string; readonly changed: string; readonly cleared: string };

type Fate = "changed" | "cleared";
const fates: readonly Fate[] = ["changed", "cleared"];

/** A stage as it is at first, and as it comes again. */
type Played = Stage & { readonly sheet: SheetName; readonly again: Stage["rows"] };

/** Runs all cases in two applies: all rows as they are at first, then each with its one cell changed or cleared. */
export async function putColumnsToWork(cases: readonly ColumnCase[]): Promise<readonly ColumnOutcome[]> {
  const recorded: Exchange[][] = [];
  const at = await operator({}, async (origin) => {
    const { exchanges, baseUrl } = await recordBetween(origin);
    recorded.push(exchanges);
    return baseUrl;
  });
  const organizations = await addOrganizations(at.webex, 3);
  const played = cases.map((one, index) => fates.map((fate) => play(one, fate, index * 2, organizations)));
  const all = [...played.flat(), ...neighbours.map(stay)];
  const first = await at.apply(batchOf(all, ({ rows }) => rows));
  const boundary = recorded[0]?.length ?? 0;
  const ownerBefore = ownersIn(await at.webex.state());
  const second = await at.apply(batchOf(all, ({ again }) => again));
  const ownerAfter = ownersIn(await at.webex.state());
  const ownerOf = (exchange: Exchange) => ownerAfter(exchange) ?? ownerBefore(exchange);
  const writes = (recorded[0] ?? []).map((exchange, index) => ({ exchange, isFirst: index < boundary }));
  const sentFor = (stage: Played | undefined, isFirst: boolean, value: string | RegExp | undefined) => {
    const own = new Set([stage?.id, isFirst ? stage?.id : stage?.again[stage.sheet].customer || stage?.id]);
    const lines = writes
      .filter(
        (each) => each.isFirst === isFirst && isWrite(each.exchange) && own.has(ownerOf(each.exchange) ?? "nobody"),
      )
      .flatMap(({ exchange }) => describe(exchange, value, isFirst));
    return [...new Set(lines)];
  };
  const line = (sent: readonly string[], result: string) => `${sent.join(", ") || "nothing"} → ${result}`;
  const warnings = await warningsOf(second);
  return cases.map(({ sheet, column, changed, find = {}, result = sheet }, index) => {
    const [toChange, toClear] = played[index] ?? [];
    const value = find.created ?? toChange?.rows[sheet][column];
    const again = find.changed ?? toChange?.again[sheet][column] ?? changed;
    return {
      created: line(sentFor(toChange, true, value), resultOf(first, toChange, result, all)),
      changed: line(sentFor(toChange, false, again), resultOf(second, toChange, result, all, warnings)),
      cleared: line(sentFor(toClear, false, undefined), resultOf(second, toClear, result, all, warnings)),
    };
  });
}

type Run = Awaited<ReturnType<Operator["apply"]>>;

/** Customers that others may move to. */
const neighbours = [990, 991];

function stay(number: number): Played {
  const stage = stageOf("customers", number);
  return { ...stage, sheet: "customers", again: stage.rows };
}

/** Codes of the warnings of each row. */
async function warningsOf(run: Run): Promise<(address: string) => readonly string[]> {
  const errors = await run.errors();
  return (address) =>
    errors
      .filter(({ severity, file, row }) => severity === "warning" && `${file}:${row}` === address)
      .map(({ code = "" }) => code);
}

type Webex = Awaited<ReturnType<typeof operator>>["webex"];

async function addOrganizations(webex: Webex, count: number): Promise<readonly string[]> {
  for (let index = 0; index < count; index++) {
    await webex.act({ kind: "add_organization", name: `Old ${index}`, adminEmail: `old${index}@old.example.com` });
  }
  return ((await webex.state()).organizations ?? []).map(({ id }) => String(id));
}

/** An organization is attached to one customer: the two of a case have one each, and the third is the other one. */
function play(one: ColumnCase, fate: Fate, number: number, organizations: readonly string[]): Played {
  const own = fate === "changed" ? 0 : 1;
  const isAttached = one.column === "org_id";
  const given = isAttached ? { ...one.with, org_id: organizations[own] ?? "" } : { ...one.with };
  const changes = { ...one.also, [one.column]: isAttached ? (organizations[2] ?? "") : one.changed };
  const again = fate === "changed" ? { ...given, ...changes } : { ...given, [one.column]: "" };
  const stage = stageOf(one.sheet, number + own, given);
  return { ...stage, sheet: one.sheet, again: stageOf(one.sheet, number + own, again).rows };
}

/** Each sheet has the rows that its cases need: their own, and those which these refer to. */
const needed: Readonly<Record<SheetName, readonly SheetName[]>> = {
  templates: ["templates"],
  profiles: [],
  customers: ["templates", "customers", "locations", "users"],
  locations: ["locations", "users"],
  users: ["users"],
};

function stagesIn(sheet: SheetName, all: readonly Played[]): readonly Played[] {
  return all.filter((stage) => needed[sheet].includes(stage.sheet));
}

function batchOf(all: readonly Played[], rowsOf: (stage: Played) => Stage["rows"]): Batch {
  const rows = (sheet: SheetName) => stagesIn(sheet, all).map((stage) => rowsOf(stage)[sheet]);
  const common = ["A", "B"].map((name) => ({
    ...templates,
    template_name: `Template ${name}`,
    provisioning_id: `UHJvdmlzaW9uaW5n${name}${name}`,
  }));
  return {
    templates: [...rows("templates"), ...common],
    customers: rows("customers"),
    locations: rows("locations"),
    users: rows("users"),
  };
}

function resultOf(
  { rowAt }: Run,
  stage: Played | undefined,
  sheet: SheetName,
  all: readonly Played[],
  warningsAt: (address: string) => readonly string[] = () => [],
): string {
  if (!stage) throw new Error("no such stage");
  const address = `${sheet}.csv:${stagesIn(sheet, all).indexOf(stage) + 2}`;
  const { action, status, error_code, column } = rowAt(address);
  const said = [action === "none" ? "" : action, status, error_code, column && `in ${column}`];
  return [...said, ...warningsAt(address).map((code) => `(warning ${code})`)].filter(Boolean).join(" ");
}

function isWrite({ method, path }: Exchange): boolean {
  return method !== "GET" && !/\/(validate|invoke)$/.test(path);
}

/** Whose request it was: by an id or a name in its address or its body. */
function ownersIn({ customers = [], locations = [], subscribers = [], people = [] }: SimulatorState) {
  const owners = new Map<string, string>();
  const note = (id: unknown, owner: string | undefined) => {
    if (typeof id === "string" && owner) owners.set(uuidOf(id) ?? id, owner);
  };
  for (const { id, orgId, externalId } of customers) {
    note(id, String(externalId));
    note(orgId, String(externalId));
  }
  const ownerOf = (id: unknown) => owners.get(uuidOf(String(id)) ?? "");
  for (const { id, orgId } of locations) note(id, ownerOf(orgId));
  for (const { id, customerId } of subscribers) note(id, ownerOf(customerId));
  for (const { id, orgId } of people) note(id, ownerOf(orgId));
  return ({ path, query, requestBody }: Exchange): string | undefined => {
    const texts = [...path.split("/"), ...query.values(), ...leaves(requestBody).map(([, value]) => value)];
    const named = texts
      .map((text) => /^(?:Template )?(?:new )?(X\d+)(?:-new)?$/.exec(text)?.[1])
      .find((name) => name !== undefined);
    return named ?? texts.map(ownerOf).find((owner) => owner !== undefined);
  };
}

/** The request, and where in its body the value stands. Of a first apply only requests that carry the value. */
function describe(exchange: Exchange, value: string | RegExp | undefined, isFirst: boolean): readonly string[] {
  const { method, path, requestBody } = exchange;
  const isIt = (leaf: string) => typeof value === "string" && leaf.toLowerCase() === value.toLowerCase();
  const found = leaves(requestBody).filter(([, leaf]) => isIt(leaf));
  const isCarrier = found.length > 0 || (value instanceof RegExp && value.test(path));
  if (isFirst && !isCarrier) return [];
  const places = [...new Set(found.map(([place]) => place))];
  return [[method, routeOf(path), places.join("+")].filter(Boolean).join(" ")];
}

/** Without the ids, and without what all addresses begin with. */
function routeOf(path: string): string {
  return path
    .replace(/^\/v1/, "")
    .split("/")
    .map((part) => (uuidOf(part) === undefined ? part : "{id}"))
    .join("/");
}

/** Every value in a body with the names that lead to it. */
function leaves(body: unknown, place = ""): readonly (readonly [string, string])[] {
  if (Array.isArray(body)) return body.flatMap((each) => leaves(each, `${place}[]`));
  if (typeof body !== "object" || body === null) return body === undefined ? [] : [[place, String(body)]];
  return Object.entries(body).flatMap(([name, each]) => leaves(each, place === "" ? name : `${place}.${name}`));
}
