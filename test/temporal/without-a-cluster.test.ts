import { describe, expect, it } from "vitest";
import { samplesFolder, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const nowhere = { TEMPORAL_ADDRESS: "127.0.0.1:1", TEMPORAL_API_KEY: "" };

describe("without a cluster of Temporal", () => {
  it("a run is refused before anything is read, with the address that was tried", async () => {
    const args = ["apply", samplesFolder, "--engine", "temporal"];
    const { code, err } = await startProgram(args, await makeTemporaryFolder(), nowhere).ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("127.0.0.1:1, namespace default") });
    expect(err).not.toContain("customers.csv");
  });

  it("a worker is refused", async () => {
    const { baseUrl } = await simulateWebex();
    const args = ["worker", "--target", "simulator", "--base-url", baseUrl];
    const { code, err } = await startProgram(args, await makeTemporaryFolder(), nowhere).ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("127.0.0.1:1, namespace default") });
  });
});
