/** The samples as a user meets them first: applied, applied again, and the ones with mistakes. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runProgram, samplesFolder } from "../../support/run-program.ts";
import { simulateWebex } from "../../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import type { WireCheck } from "../../support/wire-check.ts";

export function describeSamples(wire: WireCheck): void {
  describe("the samples", () => {
    it("are applied, found unchanged, and reported where they contain mistakes", async () => {
      const folder = await makeTemporaryFolder();
      const webex = await simulateWebex();
      const { baseUrl } = await wire.before(webex.origin);
      const codes = [];
      for (const batch of [samplesFolder, samplesFolder, join(samplesFolder, "with-mistakes")]) {
        codes.push((await runProgram(["apply", batch, "--base-url", baseUrl], folder)).code);
      }
      expect(codes).toEqual([0, 0, 1]);
    });
  });
}
