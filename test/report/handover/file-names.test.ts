/** Names of files by the ids of customers. */
import { describe, expect, it } from "vitest";
import { fileNamesOf } from "../../../src/report/handover/file-names.ts";

describe("names of files", () => {
  it("are the ids where these are safe on every system", () => {
    expect(fileNamesOf(["NL-1001", "a.b_c"])).toEqual(["NL-1001", "a.b_c"]);
  });

  it("are safe and bear a part of a hash where they are not", () => {
    const ids = [
      "a/b",
      "a:b",
      "../../etc",
      "CON",
      "nul.1",
      "",
      " ",
      "客戶",
      "é",
      "x".repeat(300),
      "a\u0000b",
      ".hidden",
    ];
    const names = fileNamesOf(ids);
    for (const name of names) expect(name).toMatch(/^customer-(?:[A-Za-z0-9._-]{1,80}-)?[0-9a-f]{8}$/);
    expect(new Set(names).size).toBe(ids.length);
  });

  it("are told apart where a system does not tell case apart", () => {
    const [one = "", other = ""] = fileNamesOf(["abc", "ABC"]);
    expect(one.toLowerCase()).not.toBe(other.toLowerCase());
  });

  it("are the same whatever order the ids have", () => {
    expect(fileNamesOf(["a/b", "a:b"])).toEqual(fileNamesOf(["a:b", "a/b"]).toReversed());
  });
});
