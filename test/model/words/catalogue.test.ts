import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/model/words/catalogue.ts";

const folder = fileURLToPath(new URL("../../../src/model", import.meta.url));

/** They are no part of it. */
const apart: ReadonlySet<string> = new Set(["help-texts.ts", "process-texts.ts", "group-texts.ts"]);

describe("the catalogue of sentences", () => {
  it("has each key in one file alone, and all of those files", async () => {
    const words = (await readdir(`${folder}/words`)).filter((name) => name.endsWith("-texts.ts") && !apart.has(name));
    const codes = await readdir(`${folder}/codes`);
    const names = [...words.map((name) => `words/${name}`), ...codes.map((name) => `codes/${name}`)];
    expect(names.length).toBeGreaterThan(15);
    const files = await Promise.all(names.map((name): Promise<Record<string, object>> => import(`${folder}/${name}`)));
    const texts = files.flatMap((file) => Object.entries(file).filter(([name]) => name.endsWith("Texts")));
    const keys = texts.flatMap(([, each]) => Object.keys(each));
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(twice, "a later file would take the place of an earlier one").toEqual([]);
    expect(keys.filter((key) => !Object.hasOwn(catalogue, key))).toEqual([]);
  });

  it("says no sentence without values in the words of the other language", () => {
    const speak = {} as never; // such a sentence asks for nothing
    const same = Object.entries(catalogue).flatMap(([key, { en, nl }]) => {
      if (en.length > 0) return [];
      const [english, dutch] = [en, nl].map((say) => say(undefined as never, speak));
      return english === dutch && (english ?? "").includes(" ") ? [`${key}: ${english}`] : [];
    });
    expect(same).toEqual([]);
  });
});
