import { expect, it } from "vitest";
import { parseJson } from "../../src/model/json.ts";

it("JSON is read with the byte order mark of an editor, and what is none is no value", () => {
  expect(['{"a":1}', '\ufeff{"a":1}', "\ufeff", "", "{"].map(parseJson)).toEqual([
    { a: 1 },
    { a: 1 },
    undefined,
    undefined,
    undefined,
  ]);
});
