/** What a person reads about an error code. */
import { describe, expect, it } from "vitest";
import { renderExplanation } from "../../../src/report/screen/explain.ts";
import { plainPalette } from "../../../src/report/screen/text-layout.ts";

const screen = { width: 60, palette: plainPalette };

describe("explaining a code", () => {
  it("gives meaning, example and what to do, wrapped to the screen", () => {
    const text = renderExplanation(
      {
        code: "phone_lost_plus",
        title: "Missing +",
        meaning: "A spreadsheet program took the number for an amount and left its plus sign out.",
        example: "31201234567",
        resolution: "Write +31201234567, and format the column as text.",
      },
      screen,
      "en",
    );
    expect(text).toBe(
      [
        "phone_lost_plus  Missing +",
        "",
        "meaning  A spreadsheet program took the number for an amount",
        "         and left its plus sign out.",
        "example  31201234567",
        "to do    Write +31201234567, and format the column as text.",
        "",
      ].join("\n"),
    );
  });

  it("labels them in Dutch", () => {
    const known = { code: "no_rows", title: "Geen rijen", meaning: "Alleen een kopregel.", resolution: "Niets." };
    const text = renderExplanation({ ...known, severity: "either", isRetryable: true }, screen, "nl");
    expect(text).toContain("no_rows  Geen rijen  (fout of waarschuwing)");
    expect(text).toMatch(/^betekenis +Alleen een kopregel\.\nte doen +Niets\.\nopnieuw +kan later/m);
  });

  it("says how heavy it is", () => {
    const known = { code: "no_rows", title: "No rows", meaning: "A header alone.", resolution: "Nothing." };
    expect(renderExplanation({ ...known, severity: "warning" }, screen, "en")).toMatch(
      /^no_rows {2}No rows {2}\(warning\)$/m,
    );
  });

  it("says where Webex gives it, and whether to try again", () => {
    const known = {
      code: "2560",
      title: "Maintenance",
      meaning: "Calling is down.",
      resolution: "Wait.",
      where: "packages",
    };
    expect(renderExplanation({ ...known, isRetryable: true }, screen, "en")).toContain(
      "seen in  packages\nto do    Wait.\nretry",
    );
    expect(renderExplanation({ ...known, isRetryable: false }, screen, "en")).not.toContain("retry");
  });
});
