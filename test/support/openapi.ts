/** The API descriptions beside the project, where they are there: which operation a request is, what it allows and what it answers as an example. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { z } from "zod";

const pathOf = (name: string) => fileURLToPath(new URL(`../../../shared/openapi/${name}`, import.meta.url));
/** What the first one lacks, or has wrong, stands in the second. */
const paths = ["webex.json", "webex-changes.json"].map(pathOf);

const content = z
  .object({ "application/json": z.object({ schema: z.unknown(), example: z.unknown() }).partial() })
  .partial();
const operationSchema = z.looseObject({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: z.unknown() }))
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

export type Operation = {
  readonly name: string;
  readonly queryParameters: readonly string[];
  /** First status of a success, and the example of its body. */
  readonly status: number;
  readonly example: unknown;
  /** Parameters that there are not, that are missing, or whose value is of another type. */
  errorsOfQuery(query: URLSearchParams): readonly string[];
  /** What a body breaks of the description; empty when nothing. */
  errorsOf(body: unknown): readonly string[];
  /** What an answer breaks of the description for its status; empty when nothing. Bodies of refusals are not described there: they must have one of Webex's shapes. */
  errorsOfAnswer(status: number, body: unknown): readonly string[];
};

export type ApiDescription = {
  /** The operation of a request; `undefined` for a path or method that the API does not have. */
  find(method: string, path: string): Operation | undefined;
  /** How many operations it has. */
  readonly size: number;
};

/** The descriptions as one; `undefined`, and said on the console, where one is not there. */
export function readApiDescription(): ApiDescription | undefined {
  const missing = paths.find((path) => !existsSync(path));
  if (missing) {
    console.log(`skipped: there is no API description at ${missing}`);
    return undefined;
  }
  const [whole, changes] = paths.map(readOne);
  if (!whole || !changes) return undefined;
  return {
    size: whole.size + changes.namesNotIn(whole),
    find: (method, requested) => {
      const told = whole.find(method, requested);
      const other = changes.find(method, requested);
      return other && (!told || other.isCorrected) ? other : told;
    },
  };
}

type OneDescription = {
  readonly size: number;
  find(method: string, path: string): (Operation & { readonly isCorrected: boolean }) | undefined;
  has(name: string): boolean;
  namesNotIn(other: Pick<OneDescription, "has">): number;
};

function readOne(path: string): OneDescription {
  const { paths, components } = documentSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "api", components });

  function toOperation(name: string, raw: unknown) {
    const { parameters, requestBody, responses, ...others } = operationSchema.parse(raw);
    const [status, response] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? ["200", {}];
    const schema = requestBody?.content["application/json"]?.schema;
    const inQuery = parameters.filter((parameter) => parameter.in === "query");
    return {
      name,
      isCorrected: others["x-corrected"] !== undefined,
      queryParameters: inQuery.map((parameter) => parameter.name),
      status: Number(status),
      example: response.content?.["application/json"]?.example,
      errorsOfQuery(query: URLSearchParams) {
        const names = new Set(inQuery.map((parameter) => parameter.name));
        return [
          ...[...query.keys()].filter((key) => !names.has(key)).map((key) => `query parameter ${key} is unknown`),
          ...inQuery.flatMap((parameter) => errorsOfParameter(parameter, query.getAll(parameter.name))),
        ];
      },
      errorsOf(body: unknown) {
        if (schema === undefined) return body === undefined ? [] : ["no body is foreseen"];
        return errorsAgainst(schema, body);
      },
      errorsOfAnswer(answered: number, body: unknown) {
        const described = responses[String(answered)];
        if (!described) return [`status ${answered} is not foreseen`];
        const wanted = described.content?.["application/json"]?.schema ?? (answered >= 400 ? refusal : undefined);
        return wanted === undefined ? [] : errorsAgainst(wanted, body);
      },
    };
  }

  function errorsOfParameter(
    { name, required, schema }: z.infer<typeof operationSchema>["parameters"][number],
    values: readonly string[],
  ): readonly string[] {
    if (values.length === 0) return required ? [`query parameter ${name} is missing`] : [];
    return values.flatMap((value) =>
      errorsAgainst(schema ?? {}, fromText(schema, value)).map((error) => `query parameter ${name}: ${error}`),
    );
  }

  const compiled = new Map<unknown, ValidateFunction>();
  function errorsAgainst(schema: unknown, body: unknown): readonly string[] {
    const validate = compiled.get(schema) ?? ajv.compile(absolute(schema));
    compiled.set(schema, validate);
    return validate(body) ? [] : [ajv.errorsText(validate.errors)];
  }

  const known = new Map<string, ReturnType<typeof toOperation>>();
  const names = Object.entries(paths).flatMap(([template, methods]) =>
    Object.keys(methods)
      .filter((method) => verbs.has(method))
      .map((method) => `${method.toUpperCase()} ${template}`),
  );
  return {
    size: names.length,
    has: (name) => names.includes(name),
    namesNotIn: (other) => names.filter((name) => !other.has(name)).length,
    find(method, requested) {
      const template = Object.keys(paths).find((one) => matches(one, requested) && paths[one]?.[method.toLowerCase()]);
      if (template === undefined) return undefined;
      const name = `${method} ${template}`;
      const operation = known.get(name) ?? toOperation(name, paths[template]?.[method.toLowerCase()]);
      known.set(name, operation);
      return operation;
    },
  };
}

const verbs: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "delete"]);

/** A refusal as Webex shapes it; that of phone numbers is an array. */
const refusal = {
  oneOf: [
    {
      type: "object",
      required: ["message", "trackingId"],
      properties: {
        message: { type: "string", minLength: 1 },
        trackingId: { type: "string", minLength: 1 },
        errors: {
          type: "array",
          items: {
            type: "object",
            required: ["description"],
            properties: { description: { type: "string" }, errorCode: { type: "integer" } },
          },
        },
      },
    },
    {
      type: "array",
      items: {
        type: "object",
        required: ["errors"],
        properties: {
          errors: {
            type: "array",
            items: { type: "object", required: ["number", "errorCode", "errorMessage"] },
          },
        },
      },
    },
  ],
};

const typeSchema = z.object({ type: z.string() });

/** A value of a query as its type has it. */
function fromText(schema: unknown, text: string): unknown {
  switch (typeSchema.safeParse(schema).data?.type) {
    case "number":
    case "integer":
      return /^-?\d+$/.test(text) ? Number(text) : text;
    case "boolean":
      return text === "true" || (text === "false" ? false : text);
    case "array":
      return text.split(",");
    default:
      return text;
  }
}

/** References of an inner schema, pointed at the whole document. */
function absolute(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components'));
}

function matches(template: string, requested: string): boolean {
  const wanted = template.split("/");
  const parts = requested.split("/");
  return wanted.length === parts.length && wanted.every((part, index) => part.startsWith("{") || part === parts[index]);
}
