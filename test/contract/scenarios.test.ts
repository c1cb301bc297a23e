/** All scenarios through one client and one simulator, and every request and answer of them held against the API description. */
import { describe, expect, it } from "vitest";
import { readApiDescription } from "../support/openapi.ts";
import { wireCheck } from "../support/wire-check.ts";
import { describeCalls } from "./scenarios/calls.ts";
import { describeChanges } from "./scenarios/changes.ts";
import { describeSamples } from "./scenarios/samples.ts";
import { describeStates } from "./scenarios/states.ts";
import { describeSubPartner } from "./scenarios/sub-partner.ts";
import { describeTemplates } from "./scenarios/templates.ts";
import { describeTokens } from "./scenarios/tokens.ts";

const api = readApiDescription();
const wire = wireCheck(api);

describeSamples(wire);
describeStates(wire);
describeTemplates(wire);
describeTokens(wire);
describeSubPartner(wire);
describeCalls(wire);
describeChanges(wire);

describe.skipIf(!api)("everything that went over the wire", () => {
  it("is allowed by the API description", () => {
    const { requests, answers, violations, routes } = wire.report();
    console.log(
      `${requests} requests and ${answers} answers checked, ${violations.length} violations; ` +
        `${routes.used.size} of ${routes.all} routes of the API description covered`,
    );
    expect(violations).toEqual([]);
    expect(requests).toBeGreaterThan(1000);
  });
});
