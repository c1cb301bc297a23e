/** Expectations name sentences as they are said in English; a `Text` meets them where it says that. */
import { expect } from "vitest";
import { catalogue } from "../../src/model/words/catalogue.ts";
import { inEnglish, type Text } from "../../src/model/words/text.ts";

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "says" in value && String(value.says) in catalogue;
}

/** Files of one worker share the `expect` that learns it. */
const learned = Symbol.for("knows sentences");

if (!(learned in expect)) teach();

function teach(): void {
  Object.assign(expect, { [learned]: true });
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
}
