/** The simulator's own schemas against the API description: the same routes, the same parameters, the same bodies. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Route } from "../../src/simulator/http/routing.ts";
import { webexRoutes } from "../../src/simulator/routes/all-routes.ts";

const path = fileURLToPath(new URL("../../../shared/openapi/webex.json", import.meta.url));

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
});
const operationShape = z.looseObject({
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
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

function readDocument() {
  const { paths, components } = documentShape.parse(JSON.parse(readFileSync(path, "utf8")));
  const resolve = (ref: string) => components.schemas[ref.split("/").at(-1) ?? ""];
  const operationOf = ({ method, path: route }: Route) => operationShape.parse(paths[route]?.[method.toLowerCase()]);
  return { resolve, operationOf };
}

const isThere = existsSync(path);
if (!isThere) console.log(`skipped: there is no API description at ${path}`);

describe.skipIf(!isThere)("the simulator and the API description", () => {
  const routes = webexRoutes.filter((route) => !notWebex.includes(route.path));
  const { resolve, operationOf } = isThere
    ? readDocument()
    : { resolve: () => undefined, operationOf: () => undefined };

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "have the same parameters for %s",
    (name, route) => {
      const described =
        operationOf(route)
          ?.parameters.filter((one) => one.in === "query")
          .map((one) => one.name) ?? [];
      const schema = route.takes.query ? toJsonSchema(route.takes.query) : {};
      const taken = [...outline(schema, resolve).keys()].map((key) => key.slice(1));
      expect(taken.toSorted()).toEqual([...described, ...(pageParameters[name] ?? [])].toSorted());
    },
  );

  const withBody = routes.filter(({ takes }) => takes.body);
  it.each(withBody.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "have the same body for %s",
    (name, route) => {
      const content = Object.values(operationOf(route)?.requestBody?.content ?? {})[0];
      const described = outline(content?.schema, resolve);
      const taken = outline(toJsonSchema(route.takes.body ?? z.never()), resolve);
      const without = (one: Outline) => [...one].filter(([key]) => !(`${name} ${key}` in exceptions)).toSorted();
      expect(without(taken)).toEqual(without(described));
    },
  );

  it("agree on which routes take a body", () => {
    const described = routes.filter((route) => operationOf(route)?.requestBody);
    expect(withBody.map(({ method, path: route }) => `${method} ${route}`)).toEqual(
      described.map(({ method, path: route }) => `${method} ${route}`),
    );
  });
});

function toJsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}
