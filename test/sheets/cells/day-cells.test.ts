import { expect, it, test } from "vitest";
import { checkWith, hintOf, problemsOf } from "../rows.ts";

const read = (cell: string) => checkWith("locations", { activate_on: cell }).value.activateOn;
test.each([
  ["2026-12-05", "2026-12-05"],
  ["2026-12-05T00:00:00", "2026-12-05"],
  ["2026-12-05 00:00:00", "2026-12-05"],
  ["2028-02-29", "2028-02-29"],
  ["Never", "never"],
  ["nooit", "never"],
])("%s is the day %s", (cell, day) => {
  expect(read(cell)).toBe(day);
});

test.each([
  ["25-12-2026", 'Write "2026-12-25".'],
  ["12/25/2026", 'Write "2026-12-25".'],
  ["2026/12/5", 'Write "2026-12-05".'],
  ["20261205", 'Write "2026-12-05".'],
  ["5-12-2026", "Write 2026-12-05 or 2026-05-12."],
  ["5-5-2026", 'Write "2026-05-05".'],
  ["2026-02-30", "Write year, month and day, such as 2026-12-05."],
  ["2026-12-05 14:00", "Write year, month and day, such as 2026-12-05."],
  ["next week", "Write year, month and day, such as 2026-12-05."],
  ["46361", "Write year, month and day, such as 2026-12-05."],
])("%s is no day that is taken: %s", (cell, hint) => {
  expect(read(cell)).toBeUndefined();
  expect(problemsOf("locations", { activate_on: cell })).toEqual(["error invalid_day activate_on"]);
  expect(hintOf("locations", { activate_on: cell })).toBe(hint);
});

it("A day that never comes and active numbers contradict each other", () => {
  expect(problemsOf("locations", { numbers_state: "active", activate_on: "never" })).toEqual([
    "error active_before_date activate_on",
  ]);
});

it("The state of numbers is active or inactive, in English or Dutch", () => {
  expect(checkWith("locations", { numbers_state: "Niet actief" }).value.numbersState).toBe("inactive");
  expect(problemsOf("locations", { numbers_state: "off" })).toEqual(["error not_a_choice numbers_state"]);
});
