import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorCodes, factsOfErrorCode } from "../../../src/webex/http/codes/error-codes.ts";
import { readErrorBody } from "../../../src/webex/http/error-body.ts";

describe("the body of an error", () => {
  it.each<[string, unknown, object]>([
    [
      "of wholesale",
      { message: "failed", errors: [{ errorCode: 10_022, description: "taken" }], trackingId: "T" },
      { message: "taken", errorCode: "10022", trackingId: "T" },
    ],
    ["with a code as text", { message: "no", errorCode: "25008" }, { message: "no", errorCode: "25008" }],
    ["with two errors", { errors: [{ description: "a" }, { description: "b" }] }, { message: "a; b" }],
    ["that says all twice", { message: "a", errors: [{ description: "a" }, { description: "a" }] }, { message: "a" }],
    [
      "of calling",
      { error: { key: "400", message: [{ description: "[Error 4910] Invalid extension.", code: "4910" }] } },
      { message: "[Error 4910] Invalid extension.", errorCode: "4910" },
    ],
    [
      "with the code in the text alone",
      { message: "[Error 4911] no" },
      { message: "[Error 4911] no", errorCode: "4911" },
    ],
    ["of SCIM", { schemas: ["x"], status: "404", detail: "no such user" }, { message: "no such user" }],
    ["of OAuth", { error: "invalid_grant", error_description: "expired" }, { message: "expired" }],
    [
      "of a precheck",
      { message: "failure", errorCode: { errorCode: 4003 } },
      { message: "failure", errorCode: "4003" },
    ],
    [
      "of numbers",
      [{ errors: [{ number: "+1", errorCode: "8361", errorMessage: "not available" }] }],
      { message: "not available", errorCode: "8361" },
    ],
    ["without errors", { message: "no", errors: null, trackingId: null }, { message: "no" }],
    ["that is empty", {}, {}],
    ["that is a text", "no", {}],
    ["that is not JSON", undefined, {}],
  ])("%s is read", (_, body, read) => {
    expect(readErrorBody(body)).toEqual(read);
  });

  it("may be anything", () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => readErrorBody(body) !== undefined));
  });
});

describe("known error codes", () => {
  it("are listed once each, with a meaning and what to do", () => {
    expect(new Set(errorCodes.map(({ code }) => code)).size).toBe(errorCodes.length);
    for (const { en, nl } of errorCodes) expect(Object.keys(en)).toEqual(Object.keys(nl));
    expect(errorCodes.filter(({ en, isRetryable }) => isRetryable && !en.hint)).toEqual([]);
  });

  it("are found as Webex spells them, and others are not", () => {
    expect(factsOfErrorCode("2560")?.isRetryable).toBe(true);
    expect(factsOfErrorCode("4202")?.en.meaning).toBe("The extension is already assigned to a user.");
    expect(factsOfErrorCode("BATCH-1026013")).toBe(factsOfErrorCode("1026013"));
    expect(factsOfErrorCode("BATCH-1012007")?.en.hint).toContain("users");
    expect(factsOfErrorCode("1")).toBeUndefined();
  });
});
