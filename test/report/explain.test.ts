/** What a person reads about an error code. */
import { describe, expect, it } from "vitest";
import { renderExplanation } from "../../src/report/explain.ts";
import { plainPalette } from "../../src/report/text-layout.ts";

const screen = { width: 60, palette: plainPalette };

describe("explaining a code", () => {
  it("tells meaning, example and way out, wrapped to the screen", () => {
    const text = renderExplanation(
      {
        code: "phone_lost_plus",
        title: "Lost +",
        meaning: "A spreadsheet program took the number for an amount and left its plus sign out.",
        example: "31201234567",
        wayOut: "Write +31201234567, and format the column as text.",
      },
      screen,
    );
    expect(text).toBe(
      [
        "phone_lost_plus  Lost +",
        "",
        "means    A spreadsheet program took the number for an amount",
        "         and left its plus sign out.",
        "example  31201234567",
        "way out  Write +31201234567, and format the column as text.",
        "",
      ].join("\n"),
    );
  });

  it("says how heavy it is", () => {
    const known = { code: "no_rows", title: "No rows", meaning: "A header alone.", wayOut: "Nothing." };
    expect(renderExplanation({ ...known, severity: "warning" }, screen)).toMatch(
      /^no_rows {2}No rows {2}\(warning\)$/m,
    );
  });

  it("says where Webex gives it, and whether to try again", () => {
    const known = {
      code: "2560",
      title: "Maintenance",
      meaning: "Calling is down.",
      wayOut: "Wait.",
      where: "packages",
    };
    expect(renderExplanation({ ...known, isRetryable: true }, screen)).toContain(
      "seen in  packages\nway out  Wait.\nretry",
    );
    expect(renderExplanation({ ...known, isRetryable: false }, screen)).not.toContain("retry");
  });
});
