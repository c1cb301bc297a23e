import { describe, expect, it } from "vitest";
import { readNextLink, readRetryAfter } from "../../src/webex/http/exchange.ts";

const nowMs = Date.parse("2026-11-22T02:00:00Z");

describe("Retry-After", () => {
  it.each([
    ["7", 7000],
    [" 0 ", 0],
    ["1.5", 1500],
    ["3600", 3_600_000],
    ["Sun, 22 Nov 2026 02:00:30 GMT", 30_000],
    ["Sun, 22 Nov 2026 01:00:00 GMT", 0],
  ])("%s is %i ms", (header, ms) => {
    expect(readRetryAfter(header, nowMs)).toBe(ms);
  });

  it.each([undefined, "", "soon", "-5", "7 seconds later"])("%s says nothing", (header) => {
    expect(readRetryAfter(header, nowMs)).toBeUndefined();
  });
});

describe("the Link header", () => {
  const asked = "https://webexapis.com/v1/locations?max=2";
  const next = "https://webexapis.com/v1/locations?max=2&cursor=b";

  it.each([
    [`<${next}>; rel="next"`],
    [`<${next}>;rel=next`],
    [`<${next}>; title="a, b; c"; REL="last next"`],
    [`<https://webexapis.com/v1/locations?cursor=a>; rel="prev", <${next}>; rel="next"`],
    ['</v1/locations?max=2&cursor=b>; rel="next"'],
    ['<?max=2&cursor=b>; rel="next"'],
  ])("%s leads on", (header) => {
    expect(readNextLink(header, asked)).toEqual({ next });
  });

  it.each([[undefined], [""], ['<https://webexapis.com/v1/locations>; rel="prev"'], ["nonsense"]])(
    "%s leads nowhere",
    (header) => {
      expect(readNextLink(header, asked)).toEqual({});
    },
  );

  it.each([
    ['<https://evil.example/v1/locations>; rel="next"'],
    ['<http://webexapis.com/v1/locations>; rel="next"'],
    ['<https://webexapis.com:444/v1/locations>; rel="next"'],
    ['<//evil.example/v1>; rel="next"'],
    ['<https://webexapis.com@evil.example/>; rel="next"'],
    ['<http://[bad>; rel="next"'],
  ])("%s leads elsewhere, and gives no address", (header) => {
    expect(readNextLink(header, asked)).toEqual({ isNextElsewhere: true });
  });

  it("of a hostile length is read in no time", () => {
    const header = `<${"a".repeat(50_000)}>${'; a="'.repeat(5000)}`;
    expect(readNextLink(header, asked)).toEqual({});
  });
});
