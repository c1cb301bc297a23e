import { expect, it } from "vitest";
import type { Problem } from "../../src/model/run-report.ts";
import { text } from "../../src/model/words/text.ts";
import { suggestionsOf } from "../../src/web/suggestions.ts";

const problem = (
  hint: Problem["hint"],
  message: Problem["message"] = text("location_unknown", { name: "Hed Office" }),
) => ({ severity: "error", code: "unknown_location", column: "location", message, ...(hint ? { hint } : {}) }) as const;
const unknown = (value: string) => text("unknown_package", { value });

it.each([
  ["the one", text("did_you_mean", { meant: "webex_suite" }), unknown("webex_suit"), "webex_suit", ["webex_suite"]],
  [
    "each of several, without quotes",
    text("did_you_mean_one_of", { meant: ['"Head Office"', '"Office (old)"'] }),
    undefined,
    "Hed Office",
    ["Head Office", "Office (old)"],
  ],
  [
    "the reference of a row without its address",
    text("did_you_mean_one_of", { meant: ['"NL-7001" (customers.csv:2)'] }),
    undefined,
    "NL7001",
    ["NL-7001"],
  ],
  [
    "one part of a list, and leaves the others",
    text("did_you_mean", { meant: "webex_suite" }),
    unknown("webex_suit"),
    "webex_calling; webex_suit",
    ["webex_calling;webex_suite"],
  ],
  [
    "the same where the message names the state folder for commands",
    text("in_state_folder", { said: text("did_you_mean", { meant: "b" }), stateFolder: "/state" }),
    undefined,
    "a",
    ["b"],
  ],
  ["nothing where there is only advice", text("list_package_codes"), undefined, "x", []],
  ["nothing that the cell already is", text("did_you_mean", { meant: "x" }), undefined, "x", []],
])("a message suggests %s", (_what, hint, message, cell, expected) => {
  expect(suggestionsOf(problem(hint, message), cell)).toEqual(expected);
});

it("a certain correction precedes a suggestion, and a row as a whole has none", () => {
  const hint = text("did_you_mean", { meant: "b" });
  expect(suggestionsOf({ ...problem(hint), repair: "c" }, "a")).toEqual([]);
  const { column: _, ...whole } = problem(hint);
  expect(suggestionsOf(whole, "a")).toEqual([]);
});
