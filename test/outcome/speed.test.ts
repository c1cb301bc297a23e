import { describe, expect, it } from "vitest";
import { startSpeed } from "../../src/outcome/progress.ts";

describe("the speed of a run", () => {
  it("estimates no time left from a handful of rows, which would suggest days", () => {
    const speed = startSpeed(0, 0);
    expect(speed.at(1, 100_000, 12_000)).toEqual({ perSecond: expect.closeTo(0.083, 2) });
    expect(speed.at(10, 100_000, 20_000)).toEqual({ perSecond: 0.5, secondsLeft: 200_000 });
  });

  it("estimates it from fewer rows when fewer are left", () => {
    expect(startSpeed(0, 0).at(4, 3, 2_000)).toEqual({ perSecond: 2, secondsLeft: 2 });
    expect(startSpeed(5, 0).at(5, 0, 2_000)).toEqual({ perSecond: 0 });
  });

  it("uses the last 30 seconds only, and not what was done before the run began", () => {
    const speed = startSpeed(500, 0);
    expect(speed.at(500, 600, 5_000)).toEqual({ perSecond: 0 });
    speed.at(530, 570, 30_000);
    expect(speed.at(800, 300, 60_000)).toEqual({ perSecond: 9, secondsLeft: 34 });
  });
});
