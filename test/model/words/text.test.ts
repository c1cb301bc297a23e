import { describe, expect, it } from "vitest";
import type { ChecklistStep } from "../../../src/model/checklist.ts";
import type { Issue } from "../../../src/model/issue.ts";
import type { Failure } from "../../../src/model/outcome.ts";
import type { RunEvent } from "../../../src/model/run-event.ts";
import { UserError } from "../../../src/model/user-error.ts";
import { languageOfLocale, speakerOf } from "../../../src/model/words/language.ts";
import { say, sayAhead, type Text, text, verbatim } from "../../../src/model/words/text.ts";

describe("a sentence", () => {
  it("is in the language that is asked for, with its values", () => {
    const one = text("phone_unlikely", { number: "+31999" });
    expect([say(one, "en"), say(one, "nl")]).toEqual([
      "The number +31999 is not in any known numbering plan.",
      "Het nummer +31999 komt in geen enkel bekend nummerplan voor.",
    ]);
  });

  it("is plain data, so that what was stored can be shown in another language", () => {
    const stored = JSON.parse(JSON.stringify(text("did_you_mean", { meant: "a@b.nl" }))) as Text;
    expect(say(stored, "nl")).toBe("Bedoelde u a@b.nl?");
  });

  it("is one of the catalogue wherever a person is to read it: bare words do not compile", () => {
    // @ts-expect-error
    const error = () => new UserError("no_words", "It does not work.");
    // @ts-expect-error
    const failure: Failure["message"] = "It does not work.";
    // @ts-expect-error
    const hint: Issue["hint"] = "Try again.";
    // @ts-expect-error
    const note: RunEvent = { type: "note", text: "It does not work." };
    // @ts-expect-error
    const step: ChecklistStep["value"] = "on";
    expect([error, failure, hint, note, step]).toHaveLength(5);
  });

  it("is rendered ahead in every language, for a report that lacks the catalogue", () => {
    const held = text("run_in_use", { runId: "R1" });
    const told = sayAhead({
      row: 3,
      problems: [{ message: text("no_new_token", { reason: held }) }, { message: held }],
    });
    expect(JSON.stringify(told)).not.toContain("run_in_use");
    expect(told).toEqual({
      row: 3,
      problems: [
        { message: text("no_new_token", { reason: text("either", { en: say(held, "en"), nl: say(held, "nl") }) }) },
        { message: text("either", { en: say(held, "en"), nl: say(held, "nl") }) },
      ],
    });
  });

  it("of someone else keeps their words", () => {
    expect(say(verbatim("Entitlement not allowed"), "nl")).toBe("Entitlement not allowed");
  });
});

describe("a language", () => {
  it.each([
    ["nl_NL.UTF-8", "nl"],
    ["nl-BE", "nl"],
    ["NL", "nl"],
    ["en_US.UTF-8", "en"],
    ["de_DE", "en"],
    ["C", "en"],
    [undefined, "en"],
  ])("is that of the locale %s: %s", (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });

  it("has its own plurals, lists and dates", () => {
    const [en, nl] = [speakerOf("en"), speakerOf("nl")];
    expect([en.count(1, "row", "rows"), en.count(1600, "row", "rows")]).toEqual(["1 row", "1\u00A0600 rows"]);
    expect(nl.count(2, "rij", "rijen")).toBe("2 rijen");
    expect([en.list(["a", "b", "c"]), nl.list(["a", "b", "c"]), nl.choice(["a", "b"])]).toEqual([
      "a, b, and c",
      "a, b en c",
      "a of b",
    ]);
    expect(nl.date("2026-11-29T13:00:00Z", "Europe/Amsterdam")).toBe("29 nov 2026, 14:00");
  });
});
