import { describe, expect, it } from "vitest";
import {
  type EncodingChoices,
  encodingChosenFor,
  readEncodingChoice,
  refuseUnknownFiles,
} from "../../../src/sheets/read/encoding-choices.ts";

const read = (...texts: readonly string[]) =>
  texts.reduce<EncodingChoices | undefined>((before, text) => readEncodingChoice(text, before), undefined) ?? {};
const source = (path: string, file = path.split("/").at(-1) ?? "", worksheet?: string) =>
  ({ sheet: "users", file, path, ...(worksheet === undefined ? {} : { worksheet }) }) as const;

describe("encodings that a person names", () => {
  it("hold for all files, or for the one that is named before the last =", () => {
    const choices = read("windows-1252", "users.csv=shift_jis", "a=b.csv=latin1");
    expect(encodingChosenFor(source("in/users.csv"), choices)).toBe("shift_jis");
    expect(encodingChosenFor(source("in/a=b.csv"), choices)).toBe("latin1");
    expect(encodingChosenFor(source("in/customers.csv"), choices)).toBe("windows-1252");
    expect(encodingChosenFor(source("in/customers.csv"), read("users.csv=shift_jis"))).toBeUndefined();
  });

  it("are found by name in any case, and by label or path before that", () => {
    const [first, second] = [
      source("north/users.csv", "north/users.csv"),
      source("south/users.csv", "south/users.csv"),
    ];
    const choices = read("USERS.CSV=latin1", "south/users.csv=shift_jis");
    expect(encodingChosenFor(first, choices)).toBe("latin1");
    expect(encodingChosenFor(second, choices)).toBe("shift_jis");
    expect(encodingChosenFor(second, read("./south/../south/users.csv=koi8-r"))).toBe("koi8-r");
  });

  it.each([
    ["windows-1525", "unknown_encoding", /There is no encoding "windows-1525".*Did you mean "windows-125\d"/s],
    ["users.csv=shift-jos", "unknown_encoding", /There is no encoding "shift-jos".*Did you mean "shift_jis"/s],
    ["users.csv=", "bad_flag", /"users.csv=" does not name an encoding.*--encoding users.csv=shift_jis/s],
    ["=latin1", "bad_flag", /"=latin1" does not name an encoding/],
    ["users.csv", "unknown_encoding", /There is no encoding "users.csv".*--encoding users.csv=NAME/s],
  ])("are refused where they cannot be: %s", (text, code, says) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
    expect(messageOf(() => read(text))).toMatch(says);
  });

  it("are refused where two contradict each other, and not where two names mean the same", () => {
    expect(messageOf(() => read("users.csv=latin1", "users.csv=koi8-r"))).toContain("two encodings for users.csv");
    expect(messageOf(() => read("utf-8", "koi8-r"))).toContain("two encodings for all files");
    expect(read("latin1", "windows-1252")).toEqual({ encoding: "windows-1252" });
  });

  it("are refused for a file that is not read, with the nearest, and for a workbook", () => {
    const sources = [
      source("in/users.csv"),
      source("in/customers.csv"),
      source("in/all.xlsx", "all.xlsx[users]", "users"),
    ];
    const refusal = (text: string, others: readonly string[] = []) =>
      messageOf(() => refuseUnknownFiles(read(text), sources, others));
    expect(refusal("usres.csv=latin1")).toContain("Did you mean users.csv=latin1?");
    expect(refusal("custmers.txt=latin1")).toContain("Did you mean customers.csv=latin1?");
    expect(refusal("people.csv=latin1")).toContain("The text files in the batch are users.csv, customers.csv.");
    expect(refusal("all.xlsx=latin1")).toContain("all.xlsx is a workbook");
    expect(refusal("users.csv=latin1")).toBe("");
    expect(refusal("in/customers.csv=latin1")).toBe("");
    expect(refusal("templates.csv=latin1", ["templates.csv"])).toBe("");
  });
});

/** What it throws, with its hint; empty when it throws nothing. */
function messageOf(work: () => unknown): string {
  try {
    work();
    return "";
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${"hint" in error ? error.hint : ""}` : String(error);
  }
}
