import { expect, it } from "vitest";
import { parseJson } from "../../src/model/json.ts";

it("reads JSON with the byte order mark of an editor, and gives no value for anything else", () => {
  expect(['{"a":1}', '\ufeff{"a":1}', "\ufeff", "", "{"].map(parseJson)).toEqual([
    { a: 1 },
    { a: 1 },
    undefined,
    undefined,
    undefined,
  ]);
});
