import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readApiDescription } from "../support/openapi.ts";
import { type Exchange, recordBetween } from "../support/recording-proxy.ts";
import { runProgram, samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const api = readApiDescription();

/** What a request or its answer breaks of the API description, with where. */
function violationsOf({ method, path, query, requestBody, status, answerBody }: Exchange): readonly string[] {
  const operation = api?.find(method, path.replace(/^\/v1/, ""));
  if (!operation) return [`${method} ${path} is not in the description`];
  const unknown = [...query.keys()].filter((name) => !operation.queryParameters.includes(name));
  return [
    ...unknown.map((name) => `${operation.name}: query parameter ${name}`),
    ...operation.errorsOf(requestBody).map((error) => `${operation.name} request: ${error}`),
    ...operation.errorsOfAnswer(status, answerBody).map((error) => `${operation.name} ${status} answer: ${error}`),
  ];
}

describe.skipIf(!api)("what goes over the wire", () => {
  it("is allowed by the API description, for the samples and for the samples with mistakes", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex();
    const { exchanges, baseUrl } = await recordBetween(webex.origin);
    for (const batch of [samplesFolder, samplesFolder, join(samplesFolder, "with-mistakes")]) {
      await runProgram(["apply", batch, "--base-url", baseUrl], folder);
    }
    const checked = exchanges.filter(({ path }) => !path.startsWith("/simulator"));
    const routes = new Set(checked.map(({ method, path }) => api?.find(method, path.replace(/^\/v1/, ""))?.name));
    console.log(`${checked.length} requests and answers on ${routes.size} routes checked against the API description`);
    expect(checked.flatMap(violationsOf)).toEqual([]);
    expect(checked.length).toBeGreaterThan(500);
  });
});
