import { describe, expect, it } from "vitest";
import { nearest } from "../../../src/sheets/cells/nearest.ts";

describe("what was probably meant", () => {
  it("is the nearest first, at most three, whatever the case", () => {
    const places = ["Utrecht", "Rotterdam", "Amsterdam", "Amstelveen", "Amersfoort"];
    expect(nearest("rotterdm", places)).toEqual(["Rotterdam"]);
    expect(nearest("Oosterhuot", ["Oosterhart", "Oosterhout"])).toEqual(["Oosterhout", "Oosterhart"]);
    expect(nearest("x1", ["x2", "x3", "x4", "x5"])).toEqual(["x2", "x3", "x4"]);
  });

  it("is nothing when nothing is near", () => {
    expect(nearest("Berlin", ["Utrecht", "Den Haag"])).toEqual([]);
    expect(nearest("Berlin", [])).toEqual([]);
  });
});
