/** The simulator's own schemas against the API description: the same routes, the same parameters, the same bodies. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Route } from "../../src/simulator/http/routing.ts";
import { webexRoutes } from "../../src/simulator/resources/all-routes.ts";

const pathOf = (name: string) => fileURLToPath(new URL(`../../../shared/openapi/${name}`, import.meta.url));
/** What the first one lacks, or has wrong, stands in the second. */
const files = ["webex.json", "webex-changes.json"].map(pathOf);

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
});
const operationShape = z.looseObject({
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  /** The second document has it otherwise, and is right. */
  "x-corrected": z.unknown().optional(),
  requestBody: z.looseObject({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
});
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** Every property by its path: is it required, and which values are there when they are few. */
type Outline = ReadonlyMap<string, { readonly isRequired: boolean; readonly values: readonly unknown[] | undefined }>;

function outline(schema: unknown, resolve: (ref: string) => unknown, place = ""): Outline {
  const { $ref, properties = {}, required = [], items } = schemaShape.parse(schema);
  if ($ref !== undefined) return outline(resolve($ref), resolve, place);
  const inner = items === undefined ? [] : [...outline(items, resolve, `${place}[]`)];
  const own = Object.entries(properties).flatMap(([name, property]) => {
    const at = `${place}.${name}`;
    const values = valuesOf(property, resolve);
    return [[at, { isRequired: required.includes(name), values }] as const, ...outline(property, resolve, at)];
  });
  return new Map([...own, ...inner]);
}

function valuesOf(schema: unknown, resolve: (ref: string) => unknown): readonly unknown[] | undefined {
  const { $ref, enum: values, items } = schemaShape.parse(schema);
  if ($ref !== undefined) return valuesOf(resolve($ref), resolve);
  return items === undefined ? values?.toSorted() : valuesOf(items, resolve);
}

/** Where the simulator knows better than the description, and why. */
const exceptions: Readonly<Record<string, string>> = {
  "PUT /telephony/pstn/locations/{locationId}/connection .premiseRouteType": "its two values stand in the text only",
  "POST /settings/organizations/{orgId}/settings .key": "nothing can be set without it",
  "POST /settings/organizations/{orgId}/settings .value": "nothing can be set without it",
  "PUT /telephony/config/locations/{locationId} .connection.id": "a connection is both or nothing",
  "PUT /telephony/config/locations/{locationId} .connection.type": "a connection is both or nothing",
  "PATCH /identity/scim/{orgId}/v2/Users/{userId} .Operations[].value[].value": "a role has a name",
  "POST /telephony/config/actions/validateExtensions/invoke .extensions": "nothing can be checked without it",
};

const notWebex = ["/authorize", "/access_token"];
/** Pages go on by a parameter that the description leaves to the Link. */
const pageParameters: Readonly<Record<string, readonly string[]>> = {
  "GET /locations": ["start"],
  "GET /people": ["start"],
};

/** An operation, and how its references are followed. */
function readDocuments(): (route: Route) => Described {
  const [whole, changes] = files.map((file) => documentShape.parse(JSON.parse(readFileSync(file, "utf8"))));
  const inside = (document: typeof whole, { method, path }: Route) => {
    const raw = document?.paths[path]?.[method.toLowerCase()];
    const resolve = (ref: string) => document?.components.schemas[ref.split("/").at(-1) ?? ""];
    return raw === undefined ? undefined : { ...operationShape.parse(raw), resolve };
  };
  return (route) => {
    const [told, other] = [inside(whole, route), inside(changes, route)];
    const chosen = other && (!told || other["x-corrected"] !== undefined) ? other : told;
    return chosen ?? { parameters: [], resolve: () => undefined };
  };
}

type Described = Partial<z.infer<typeof operationShape>> &
  Pick<z.infer<typeof operationShape>, "parameters"> & { readonly resolve: (ref: string) => unknown };

const missing = files.find((file) => !existsSync(file));
const isThere = missing === undefined;
if (!isThere) console.log(`skipped: there is no API description at ${missing}`);

describe.skipIf(!isThere)("the simulator and the API description", () => {
  const routes = webexRoutes.filter((route) => !notWebex.includes(route.path));
  const nothing: Described = { parameters: [], resolve: () => undefined };
  const operationOf = isThere ? readDocuments() : () => nothing;

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "have the same parameters for %s",
    (name, route) => {
      const described = operationOf(route)
        .parameters.filter((one) => one.in === "query")
        .map((one) => one.name);
      const schema = route.takes.query ? toJsonSchema(route.takes.query) : {};
      const taken = [...outline(schema, operationOf(route).resolve).keys()].map((key) => key.slice(1));
      expect(taken.toSorted()).toEqual([...described, ...(pageParameters[name] ?? [])].toSorted());
    },
  );

  const withBody = routes.filter(({ takes }) => takes.body);
  it.each(withBody.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "have the same body for %s",
    (name, route) => {
      const { requestBody, resolve } = operationOf(route);
      const content = Object.values(requestBody?.content ?? {})[0];
      const described = outline(content?.schema, resolve);
      const taken = outline(toJsonSchema(route.takes.body ?? z.never()), resolve);
      const without = (one: Outline) => [...one].filter(([key]) => !(`${name} ${key}` in exceptions)).toSorted();
      expect(without(taken)).toEqual(without(described));
    },
  );

  it("agree on which routes take a body", () => {
    const described = routes.filter((route) => operationOf(route).requestBody);
    expect(withBody.map(({ method, path: route }) => `${method} ${route}`)).toEqual(
      described.map(({ method, path: route }) => `${method} ${route}`),
    );
  });
});

function toJsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}
