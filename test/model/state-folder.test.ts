import { describe, expect, it } from "vitest";
import { nameStateFolder } from "../../src/model/state-folder.ts";

describe("a sentence that names commands", () => {
  it.each([
    [
      "Later: wholesale-import retry assigns the roles.",
      "Later: wholesale-import retry --state ../st assigns the roles.",
    ],
    ["wholesale-import templates link <name> <id>.", "wholesale-import templates link --state ../st <name> <id>."],
    [
      "Start it again: wholesale-import apply <input>. Other runs: wholesale-import runs.",
      "Start it again: wholesale-import apply --state ../st <input>. Other runs: wholesale-import runs --state ../st.",
    ],
    ["wholesale-import resume x --state ../st", "wholesale-import resume x --state ../st"],
    ["wholesale-import auth login", "wholesale-import auth login"],
    ["a version of wholesale-import", "a version of wholesale-import"],
  ])("names the state folder too: %s", (sentence, named) => {
    expect(nameStateFolder(sentence, "../st")).toBe(named);
    expect(nameStateFolder(sentence, ".wholesale-import")).toBe(sentence);
  });

  it("quotes it for a shell", () => {
    expect(nameStateFolder("wholesale-import retry", "a b'c")).toBe("wholesale-import retry --state 'a b'\\''c'");
  });
});
