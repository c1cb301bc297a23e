import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { codeOf, errnoOf, messageOf } from "../../src/model/thrown.ts";
import { UserError } from "../../src/model/user-error.ts";
import { verbatim } from "../../src/model/words/text.ts";

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("something thrown", () => {
  it.each([
    ["by the file system", () => readFileSync("/no/such/file"), "ENOENT", "ENOENT"],
    ["by zlib", () => inflateRawSync("no archive"), "Z_DATA_ERROR", "Z_DATA_ERROR"],
    ["by Node.js", () => new URL("no address"), "ERR_INVALID_URL", undefined],
    [
      "for a person",
      () => {
        throw new UserError("no_such_run", verbatim("There is none."));
      },
      "no_such_run",
      undefined,
    ],
    ["that is no error", () => ({ code: "ENOENT", errno: -2 }), undefined, undefined],
  ])("%s is told by its code", (_by, work, code, errno) => {
    const error = thrownBy(work);
    expect([codeOf(error), errnoOf(error)]).toEqual([code, errno]);
  });

  it("is described by its message, or as itself when it is not an error", () => {
    expect([messageOf(new Error("why")), messageOf("a text"), messageOf(undefined)]).toEqual([
      "why",
      "a text",
      "undefined",
    ]);
  });
});
