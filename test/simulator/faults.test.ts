import { describe, expect, it } from "vitest";
import { UserError } from "../../src/model/user-error.ts";
import { createFaultPicker, matchesRoute, parseFault } from "../../src/simulator/faults.ts";

describe("a fault rule", () => {
  it.each([
    ["POST /wholesale/subscribers=503:0.05", "POST", "/wholesale/subscribers", { kind: "status", status: 503 }, 0.05],
    ["get /people/me=reset", "GET", "/people/me", { kind: "reset" }, 1],
    ["* *=timeout:.5", "*", "*", { kind: "timeout" }, 0.5],
    ["* /wholesale/*=lost:1.0", "*", "/wholesale/*", { kind: "lost" }, 1],
    ["* *=503/60:0.5", "*", "*", { kind: "status", status: 503, retryAfterSeconds: 60 }, 0.5],
    ["  PUT /locations/{locationId}=garbage:0.1 ", "PUT", "/locations/{locationId}", { kind: "garbage" }, 0.1],
  ])("is read from %s", (text, method, route, outcome, probability) => {
    expect(parseFault(text)).toEqual({ method, route, outcome, probability });
  });

  it("may strike a number of times", () => {
    expect(parseFault("POST /locations=500:3x")).toMatchObject({ probability: 1, times: 3 });
  });

  it.each([
    "",
    "POST",
    "POST /locations",
    "/locations=500",
    "POST locations=500",
    "POST /locations=200",
    "POST /locations=600",
    "POST /locations=503/soon",
    "POST /locations=reset/5",
    "POST /locations=explode",
    "POST /locations=500:2",
    "POST /locations=500:-1",
    "POST /locations=500:often",
  ])('is refused when it is "%s"', (text) => {
    expect(() => parseFault(text)).toThrow(UserError);
  });

  it("matches the route it names, and by a star those that begin so", () => {
    const exact = parseFault("POST /wholesale/subscribers=503");
    expect(matchesRoute(exact, "POST", "/wholesale/subscribers")).toBe(true);
    expect(matchesRoute(exact, "GET", "/wholesale/subscribers")).toBe(false);
    expect(matchesRoute(exact, "POST", "/wholesale/subscribers/validate")).toBe(false);
    const prefix = parseFault("* /wholesale/*=503");
    expect(matchesRoute(prefix, "DELETE", "/wholesale/customers/{customerId}")).toBe(true);
    expect(matchesRoute(prefix, "GET", "/locations")).toBe(false);
  });
});

describe("picking a fault", () => {
  it("takes the first rule that strikes, and each no more often than it may", () => {
    const rules = [parseFault("POST /locations=500:2x"), parseFault("* *=503:1x")];
    const pick = createFaultPicker(rules, () => 0);
    const statuses = ["POST", "POST", "POST", "POST"].map((method) => pick(method, "/locations"));
    expect(statuses).toEqual([
      { kind: "status", status: 500 },
      { kind: "status", status: 500 },
      { kind: "status", status: 503 },
      undefined,
    ]);
  });
});
