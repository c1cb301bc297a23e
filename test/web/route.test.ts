import { describe, expect, it } from "vitest";
import { pathOf, readRoute } from "../../src/web/app/route.ts";

describe("a URL of the page", () => {
  it.each(["#/run/x/review/%E0%A4%A", "#/run/x/review/%", "#/run/x/review/%ff"])(
    "that is no text is the review without a customer: %s",
    (hash) => {
      expect(readRoute(hash)).toEqual({ screen: "review", run: "x" });
    },
  );

  it.each(["", "#", "#/", "#/unknown/x", "#/batch", "#/run", "#//", "#/%"])(
    "that is not valid is the start page: %j",
    (hash) => {
      expect(readRoute(hash)).toEqual({ screen: "upload" });
    },
  );

  it.each(["NL-1001", "Zürich/50 %", "客户 #1"])("leads to the customer it names: %s", (customer) => {
    const route = { screen: "review", run: "x", customer } as const;
    expect(readRoute(pathOf(route))).toEqual(route);
  });
});
