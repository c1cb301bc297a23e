import { describe, expect, it } from "vitest";
import { resolveBases } from "../../../src/webex/http/base-url.ts";

describe("the base URL", () => {
  it("gives the SCIM base: the same without /v1", () => {
    expect(resolveBases("https://webexapis.com/v1/")).toEqual({
      api: "https://webexapis.com/v1",
      scim: "https://webexapis.com",
      simulator: "https://webexapis.com",
    });
  });

  it("keeps a path before /v1", () => {
    expect(resolveBases("https://gateway.example/webex/v1").scim).toBe("https://gateway.example/webex");
  });

  it("may be overruled for SCIM", () => {
    expect(resolveBases("https://webexapis.com/v1", "https://scim.example/x").scim).toBe("https://scim.example/x");
  });

  it.each(["http://127.0.0.1:8080/v1", "http://localhost/v1", "http://[::1]:3000/v1"])(
    "may be plain http on this machine: %s",
    (baseUrl) => {
      expect(resolveBases(baseUrl).api).toBe(baseUrl);
    },
  );

  it.each([
    "http://webexapis.com/v1",
    "http://127.0.0.1.example.com/v1",
    "http://localhost.example/v1",
    "ftp://localhost/v1",
    "webexapis.com/v1",
    "https://user:password@webexapis.com/v1",
    "https://webexapis.com/v1?x=1",
    "",
  ])("is refused: %s", (baseUrl) => {
    expect(() => resolveBases(baseUrl)).toThrowError(expect.objectContaining({ code: "bad_base_url" }));
  });

  it("is refused without telling a password in it", () => {
    expect(() => resolveBases("ftp://user:password@x")).toThrowError(/^(?!.*password)/);
  });
});
