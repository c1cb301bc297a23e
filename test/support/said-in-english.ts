/** Expectations name sentences as they are said in English; a `Text` meets them where it says that. */
import { expect } from "vitest";
import { catalogue } from "../../src/model/words/catalogue.ts";
import { inEnglish, type Text } from "../../src/model/words/text.ts";

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "says" in value && String(value.says) in catalogue;
}

expect.addEqualityTesters([
  (one, other) => {
    if (isText(one) && typeof other === "string") return inEnglish(one) === other;
    if (typeof one === "string" && isText(other)) return one === inEnglish(other);
    return undefined;
  },
]);

for (const name of ["stringContaining", "stringMatching"] as const) {
  const make: (sample: string) => { asymmetricMatch(other: unknown): boolean } = expect[name];
  Object.assign(expect, {
    [name](sample: string) {
      const matcher = make.call(expect, sample);
      const match = matcher.asymmetricMatch.bind(matcher);
      matcher.asymmetricMatch = (other) => match(isText(other) ? inEnglish(other) : other);
      return matcher;
    },
  });
}
