/** Traffic between client and simulator, held against the API description: how much there was, and what breaks the description. */
import type { ApiDescription } from "./openapi.ts";
import { type Exchange, recordBetween } from "./recording-proxy.ts";

export type WireCheck = {
  /** Stands before a simulator for the length of a test, and checks all that passes. */
  before(origin: string): ReturnType<typeof recordBetween>;
  report(): WireReport;
};

export type WireReport = {
  readonly requests: number;
  readonly answers: number;
  readonly violations: readonly string[];
  /** Operations of the description that were used, of those it has. */
  readonly routes: { readonly used: ReadonlySet<string>; readonly all: number };
};

/** Without a description nothing is a violation. */
export function wireCheck(api: ApiDescription | undefined): WireCheck {
  const seen: (readonly Exchange[])[] = [];
  return {
    async before(origin) {
      const between = await recordBetween(origin);
      seen.push(between.exchanges);
      return between;
    },
    report() {
      const exchanges = seen.flat().filter(isOfTheApi);
      const names = exchanges.map(({ method, path }) => api?.find(method, toRoute(path))?.name);
      return {
        requests: exchanges.length,
        answers: exchanges.filter(({ status }) => status !== undefined).length,
        violations: api ? exchanges.flatMap((exchange) => violationsOf(api, exchange)) : [],
        routes: { used: new Set(names.filter((name) => name !== undefined)), all: api?.size ?? 0 },
      };
    },
  };
}

/** OAuth and the simulator's own paths are not in the description. */
function isOfTheApi({ path }: Exchange): boolean {
  return !/^\/simulator\/|^\/v1\/(access_token|authorize)$/.test(path);
}

function toRoute(path: string): string {
  return path.replace(/^\/v1/, "");
}

/** What a request or its answer breaks, with where. */
function violationsOf(api: ApiDescription, exchange: Exchange): readonly string[] {
  const { method, path, query, requestBody, status, answerBody } = exchange;
  const operation = api.find(method, toRoute(path));
  if (!operation) return [`${method} ${path} is not in the description`];
  const answer = status === undefined ? [] : operation.errorsOfAnswer(status, answerBody);
  return [
    ...operation.errorsOfQuery(query).map((error) => `${operation.name}: ${error}`),
    ...operation.errorsOf(requestBody).map((error) => `${operation.name} request: ${error}`),
    ...answer.map((error) => `${operation.name} ${status} answer: ${error}`),
  ];
}
