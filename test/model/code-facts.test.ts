/** Every code that a person can look up is explained in every language. */
import { describe, expect, it } from "vitest";
import { failureCodes, failureFacts } from "../../src/model/codes/failure-codes.ts";
import { issueCodes } from "../../src/model/issue-codes.ts";
import type { CodeWords, IssueFacts } from "../../src/model/issue-facts.ts";
import { explanationWords } from "../../src/model/words/explanation-words.ts";
import { groupWordings } from "../../src/model/words/group-texts.ts";
import { type Language, languages } from "../../src/model/words/language.ts";
import { ownCodeFacts } from "../../src/simulator/codes.ts";
import { errorCodes } from "../../src/webex/http/codes/error-codes.ts";

type Facts = { readonly [L in Language]: object };

const all: readonly (readonly [code: string, facts: Facts])[] = [
  ...Object.entries(issueCodes),
  ...Object.entries(failureCodes),
  ...Object.entries(ownCodeFacts),
  ...errorCodes.map((facts) => [facts.code, facts] as const),
  ["labels", explanationWords],
  ...Object.entries(groupWordings).map(
    ([code, words]) => [`group of ${code}`, { en: [words.en], nl: [words.nl] }] as const,
  ),
];

/** `code.field` -> text, of every text of a language. */
function textsOf(language: Language): ReadonlyMap<string, string> {
  const leaves = (path: string, value: unknown): readonly (readonly [string, string])[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, each]) => leaves(`${path}.${name}`, each))
      : [[path, String(value)]];
  return new Map(all.flatMap(([code, facts]) => leaves(code, facts[language])));
}

const english = textsOf("en");
const dutch = textsOf("nl");

const sameInBoth: ReadonlySet<string> = new Set(["http_409.title"]);

/** One that consists of values alone is the same in both. */
function isExample(name: string): boolean {
  return name.endsWith(".example");
}

describe("the facts of codes", () => {
  it("are there in both languages, and none is empty", () => {
    expect([...dutch.keys()]).toEqual([...english.keys()]);
    expect([...english, ...dutch].filter(([, text]) => text.trim() === "")).toEqual([]);
    expect(english.size).toBeGreaterThan(600);
  });

  it("are not left in English: only values and names are the same in both", () => {
    const same = [...dutch].filter(([name, text]) => english.get(name) === text && !sameInBoth.has(name));
    expect(same.filter(([name]) => !isExample(name))).toEqual([]);
    const words = /\b(?:a|the|with|without|of|and|for|that|one|no|an|is|not|blank|filled)\b/;
    expect(same.filter(([, text]) => words.test(text))).toEqual([]);
  });

  it("name the same commands, flags and columns in both", () => {
    const names =
      /wholesale-import [a-z]+(?: link| check| login)?|--[a-z-]+|\b[a-z]+_[a-z_]+\b|\b\w+\.(?:csv|xlsx|com)\b/g;
    const namesIn = (text: string) => [...new Set(text.match(names))].sort();
    const differing = [...english]
      .filter(([name]) => !isExample(name))
      .map(([name, text]) => ({ name, en: namesIn(text), nl: namesIn(dutch.get(name) ?? "") }))
      .filter(({ en, nl }) => JSON.stringify(en) !== JSON.stringify(nl));
    expect(differing).toEqual([]);
  });

  it.each(languages)("are sentences in %s, and titles are none", (language) => {
    const facts: readonly (readonly [string, IssueFacts])[] = [
      ...Object.entries(issueCodes),
      ...Object.entries(failureCodes),
    ];
    const wordsByCode: readonly (readonly [string, CodeWords])[] = facts.map(([code, each]) => [code, each[language]]);
    for (const [code, { title, meaning, resolution }] of wordsByCode) {
      expect(`${code}: ${title}`).not.toMatch(/\.$/);
      expect(`${code}: ${meaning}`).toMatch(/\.$/);
      expect(`${code}: ${resolution}`).toMatch(/\.$/);
    }
  });

  it("are those of the family for a status without its own", () => {
    expect(failureFacts("http_418")).toBe(failureCodes.http_4xx);
    expect(failureFacts("http_502")?.nl.title).toBe("Storing bij Webex");
  });
});
