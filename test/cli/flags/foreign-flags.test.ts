/** Who types a flag of another tool is told ours. */
import { describe, expect, it } from "vitest";
import { runHere } from "../../support/run-here.ts";
import { samplesFolder } from "../../support/run-program.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { wholeProgram } from "../../support/whole-program.ts";

describe("a flag of another tool", () => {
  it.each([
    ["--dry-run", "wholesale-import plan <input>"],
    ["--parallelism=4", "--concurrency N"],
    ["--force", "--yes"],
    ["-f", "--yes"],
    ["-v", "--log-level debug"],
    ["-o", "--json"],
    ["--auto-approve", "--yes"],
    ["--insecure", "TLS cannot be switched off"],
    ["--token=abc", "WEBEX_ACCESS_TOKEN"],
  ])("%s is answered", async (flag, answer) => {
    const { code, out, err } = await runHere(["apply", samplesFolder, flag], await makeTemporaryFolder());
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(answer);
    expect(err).not.toContain("Did you mean");
  });

  it("that is only spelt wrong is still answered with the nearest", async () => {
    const { err } = await runHere(["apply", samplesFolder, "--concurency", "4"], await makeTemporaryFolder());
    expect(err).toContain("Did you mean --concurrency?");
  });

  it.each(["-y", "-q"])("%s is one of ours too", async (flag) => {
    const folder = await makeTemporaryFolder();
    expect(await runHere(["apply", samplesFolder, "--limit", "1", flag], folder)).toMatchObject({ code: 0 });
  });
});

it("the help of every command fits into 80 columns, but for its examples", async () => {
  const tooLong = (await wholeProgram()).commands.flatMap((command) => {
    command.configureOutput({ getOutHelpWidth: () => 80 });
    const lines = command.helpInformation().split("\n");
    return lines.filter((line) => line.length > 80 && !/^ {2}\S*(wholesale-import|=\S+ wholesale)/.test(line));
  });
  expect(tooLong).toEqual([]);
});
