/** What a shell makes of a quoted text is the text. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { quoteForShell } from "../../src/model/shell-text.ts";

const texts = [
  "plan.json",
  "../state of today",
  "$(touch /tmp/x)",
  "`id`",
  'it\'s "so" \\ !',
  "a;b|c&d>e<f*g?h[i]",
  "~",
  "#1",
  "",
  "Zoë 東京",
  "two\nlines",
];

it.each(texts)("%j", (text) => {
  expect(execFileSync("sh", ["-c", `printf %s ${quoteForShell(text)}`], { encoding: "utf8" })).toBe(text);
});

it("adds no quotes where none are needed", () => {
  expect(["plan.json", "20261122-020007-k3f9", "/srv/a_b/c-d.xlsx", "customer=NL-1"].map(quoteForShell)).toEqual([
    "plan.json",
    "20261122-020007-k3f9",
    "/srv/a_b/c-d.xlsx",
    "customer=NL-1",
  ]);
});
