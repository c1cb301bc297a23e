import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { jsonSchemaOfMapping } from "../../../src/sheets/describe/mapping-schema.ts";
import { checkMapping } from "../../../src/sheets/mapping/mapping-file.ts";
import { seededRandom } from "../../../src/simulator/random.ts";
import { foreignFile } from "../../support/foreign-file.ts";

const validate = new Ajv2020({ allowUnionTypes: true }).compile(jsonSchemaOfMapping("en"));

describe("the JSON Schema of mappings", () => {
  it("accepts what is read: the sample, and mappings made by chance", async () => {
    const sample: unknown = JSON.parse(await readFile("samples/from-other-systems/mapping.json", "utf8"));
    const others = Array.from({ length: 50 }, (_, seed) => foreignFile(seededRandom(seed)).mapping);
    for (const mapping of [sample, ...others]) {
      checkMapping(mapping, "mapping.json");
      expect([validate(mapping), validate.errors]).toEqual([true, null]);
    }
  });

  it("refuses words, columns and prefixes that there are not", () => {
    for (const wrong of [
      { user: {} },
      { users: { header: {} } },
      { users: { headers: { Mail: "emial" } } },
      { users: { prefix: { extension: "+31" } } },
      { users: { split: [{ header: "Name", into: ["first_name"] }] } },
    ]) {
      expect(validate(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });
});
