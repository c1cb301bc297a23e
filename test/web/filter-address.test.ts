import { describe, expect, it } from "vitest";
import { filterOfHash, hashWithFilter, hashWithQuery } from "../../src/web/app/filter-address.ts";

describe("the filter of a list in its address", () => {
  it("is read as it was written, and leaves the rest of the address as it is", () => {
    const filter = {
      sheet: "users",
      customer: "Zürich/50 %",
      status: "failed",
      only: "errors",
      text: "a&b=c?",
      sort: { column: "email", isDescending: true },
    } as const;
    const hash = hashWithFilter("#/run/x/review/NL-1?status=blocked", filter);
    expect(hash).toMatch(/^#\/run\/x\/review\/NL-1\?/);
    expect(filterOfHash(hash)).toEqual(filter);
    expect(hashWithFilter(hash, {})).toBe("#/run/x/review/NL-1");
  });

  it("is empty where the address has none, or names what there is not", () => {
    expect(filterOfHash("")).toEqual({});
    expect(filterOfHash("#/batch/x/check?status=odd&sheet=cars&only=")).toEqual({});
  });

  it("stands in the fragment also where the address has none yet", () => {
    expect(hashWithQuery("", { text: "bakery", action: "" })).toBe("#/?text=bakery");
    expect(hashWithQuery("", {})).toBe("#/");
  });
});
