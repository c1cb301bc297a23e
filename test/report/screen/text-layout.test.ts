/** Text is laid out as a terminal shows it: by columns, and without what steers or hides. */
import { describe, expect, it } from "vitest";
import { cut, flow, lengthOf, padEnd, toPrintable, wrap } from "../../../src/report/screen/text-layout.ts";

describe("printable text", () => {
  it.each([
    ["an escape sequence", "a\u001b[2Jb", "a [2Jb"],
    ["a line break", "a\r\nb", "a b"],
    ["marks of writing direction", "a\u202eb\u2066c\u200fd\u061ce", "a b c d e"],
    ["characters without width", "a\u200bb\ufeffc\u2060d", "a b c d"],
    ["tag characters", "a\u{e0041}b", "a b"],
    ["half of a pair", "a\ud800b", "a b"],
    ["a soft hyphen, and what joins an emoji", "co\u00adop \u{1f468}\u200d\u{1f469}", "coop \u{1f468}\u{1f469}"],
  ])("has no %s", (_what, text, shown) => {
    expect(toPrintable(text)).toBe(shown);
  });

  it("keeps letters of all scripts", () => {
    expect(toPrintable("Zoë 東京 ไทย العربية")).toBe("Zoë 東京 ไทย العربية");
  });
});

describe("columns of a terminal", () => {
  it("are two for a wide character, and none for a combining accent or a color", () => {
    expect([lengthOf("東京"), lengthOf("👩‍🚒"), lengthOf("e\u0301"), lengthOf("\u001b[31mred\u001b[39m")]).toEqual([
      4, 2, 1, 3,
    ]);
  });

  it("are what text is padded, cut and wrapped by", () => {
    expect(padEnd("東京", 6)).toBe("東京  ");
    expect(cut("東京都港区", 6)).toBe("東京…");
    expect(cut("東京", 4)).toBe("東京");
    expect(cut("e\u0301te\u0301", 2)).toBe("e\u0301…");
    expect(wrap("東京 港区 六本木", 9)).toEqual(["東京 港区", "六本木"]);
  });
});

describe("parts one behind the other", () => {
  it("start a new line when there is no more room, and are not broken", () => {
    const parts = ["check", "38 rows", "24 invalid", "4 blocked by them"];
    expect(flow(parts, "   ", 80, 8)).toBe("check   38 rows   24 invalid   4 blocked by them");
    expect(flow(parts, "   ", 40, 8)).toBe("check   38 rows   24 invalid\n        4 blocked by them");
    expect(flow(parts, "   ", 5, 2)).toBe("check\n  38 rows\n  24 invalid\n  4 blocked by them");
  });
});
