import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/model/words/catalogue.ts";
import { isOfProgram } from "../../src/model/words/program-catalogue.ts";
import { readingText, workbookFormats } from "../../src/model/words/reading-words.ts";
import { say, text } from "../../src/model/words/text.ts";
import type { Wording } from "../../src/model/words/wording.ts";
import { dutch } from "../../src/web/app/words/dutch.ts";
import { english } from "../../src/web/app/words/english.ts";

describe("the texts of the page", () => {
  it.each([
    [0, "0 s", "0 s"],
    [45, "45 s", "45 s"],
    [60, "1 min", "1 min"],
    [111, "1 min 51 s", "1 min 51 s"],
    [7_500, "2 h 5 min", "2 u 5 min"],
  ])("show %i seconds as people say them", (seconds, en, nl) => {
    expect([english.run.duration(seconds), dutch.run.duration(seconds)]).toEqual([en, nl]);
  });

  it("name only changes that there are before a run", () => {
    expect(english.plan.confirm(8, 0)).toBe("8 rows will be created.");
    expect(dutch.plan.confirm(1, 2)).toBe("1 rij wordt aangemaakt en 2 rijen worden gewijzigd.");
    expect(english.plan.confirm(0, 0)).toBe("No changes are expected.");
  });

  it("agree with the number of rows", () => {
    expect([1, 2].map(dutch.run.waiting)).toEqual(["1 wordt ingericht", "2 worden ingericht"]);
    expect([1, 2].map((bad) => english.review.bad(bad, 2_000))).toEqual([
      "1 of 2\u00A0000 rows was not processed. Correct it and run again.",
      "2 of 2\u00A0000 rows were not processed. Correct them and run again.",
    ]);
  });
});

it("every reply contains the rendered sentences that the page lacks", async () => {
  const folder = new URL("../../src/web/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts") && name !== "answer.ts");
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
  expect(names.filter((_, index) => /\bc\.json\(/.test(texts[index] ?? ""))).toEqual([]);
  expect(names).toContain("run-routes.ts");
});

it("the page carries the sentences that it makes itself", () => {
  const ways = ["comma", "semicolon", "tab", "pipe", ...Object.values(workbookFormats)];
  expect(ways.map((way) => readingText(way).says).filter(isOfProgram)).toEqual([]);
});

describe("a sentence of the page", () => {
  const values = { other: "C-2", customer: "C-1", phoneNumber: "+31201234501", runId: "r", delimiter: ";", steps: [] };
  const said = (language: "en" | "nl") =>
    Object.entries(catalogue as Readonly<Record<string, Wording<unknown>>>)
      .filter(([, wording]) => wording.page !== undefined)
      .map(([says]) => say({ says, values: { ...values, scopes: [], remedy: text("make_room") } }, language, "page"));

  it.each([
    ["en", english, /command line|started the page/],
    ["nl", dutch, /opdrachtregel|pagina heeft gestart/],
  ] as const)(
    "names buttons that there are, and a command or flag only for who is at the command line (%s)",
    (language, page, isForOther) => {
      const { review, run, plan, upload } = page;
      const buttons = new Set([
        review.correct,
        run.resume,
        upload.read,
        ...Object.values(plan.offers).map(({ allow }) => allow),
      ]);
      const sentences = said(language);
      const named = sentences.flatMap((each) => [...each.matchAll(/"([^";]+)"/g)].map(([, name = ""]) => name));
      expect(new Set(named)).toEqual(buttons);
      expect(sentences.filter((each) => /wholesale-import|--\w/.test(each) && !isForOther.test(each))).toEqual([]);
    },
  );

  it("about a row names no command that continues, corrects or links on the command line alone", () => {
    const texts = Object.entries(catalogue as Readonly<Record<string, Wording<unknown>>>)
      .filter(([key, { page }]) => page === undefined && !isOfProgram(key))
      .map(([key, { en }]) => [key, en.length === 0 ? en(undefined, undefined as never) : en.toString()] as const); // one without values asks for nothing
    const commands = texts.filter(([, shown]) =>
      /wholesale-import (retry|resume|templates|schema)|\badd --/.test(shown),
    );
    expect(texts.length).toBeGreaterThan(300);
    expect(commands.map(([key]) => key)).toEqual([]);
  });
});
