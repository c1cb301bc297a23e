/** A real run in a real terminal whose window is made narrower and wider meanwhile: what stands there in the end. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { programPath, samplesFolder } from "../support/run-program.ts";
import { openWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";

/** Each look at the terminal is a process of its own. */
const everyMs = 50;

const moving = / % {2}.*\d s\b/;

function lineIn(text: string): string {
  return text.split("\n").find((line) => moving.test(line)) ?? "";
}

const hasTmux = process.platform !== "win32" && spawnSync("tmux", ["-V"]).status === 0;
if (!hasTmux) console.log("test/program/real-terminal.test.ts: skipped, there is no tmux here");

function openTerminal(folder: string, columns: number, command: string) {
  const socket = join(folder, "tmux");
  const tmux = (...args: string[]) =>
    spawnSync("tmux", ["-S", socket, "-f", "/dev/null", ...args], { encoding: "utf8" });
  tmux(
    "new-session",
    "-d",
    "-s",
    "it",
    "-x",
    String(columns),
    "-y",
    "40",
    `cd '${folder}' && ${command}; echo THE-END; sleep 600`,
  );
  onTestFinished(() => void tmux("kill-server"));
  return {
    resize: (to: number) => void tmux("resize-window", "-t", "it", "-x", String(to), "-y", "40"),
    /** What has scrolled away included, wrapped lines joined. */
    text: () => tmux("capture-pane", "-p", "-J", "-t", "it", "-S", "-").stdout,
  };
}

describe.skipIf(!hasTmux)("a run in a terminal", () => {
  it("leaves nothing of its moving line behind, whatever is done to the window", { timeout: 180_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const webex = await openWebex({ latencyMs: 60 });
    onTestFinished(() => webex.close());
    const batch = join(samplesFolder, "with-mistakes");
    const args = `apply '${samplesFolder}' '${batch}' --base-url ${webex.baseUrl} --concurrency 4`;
    const terminal = openTerminal(folder, 200, `'${process.execPath}' '${programPath}' ${args}`);
    const seen: string[] = [];
    for (const columns of [120, 60, 40, 80, 200, 120, 60, 40, 200]) {
      // as soon as the line says something new in the window as it is now
      await until(
        () => terminal.text().includes("THE-END") || lineIn(terminal.text()) !== lineIn(seen.at(-1) ?? ""),
        everyMs,
      );
      seen.push(terminal.text());
      terminal.resize(columns);
    }
    await until(() => terminal.text().includes("THE-END"), everyMs);
    expect(seen.filter((text) => moving.test(text)).length).toBeGreaterThan(2);
    const lines = terminal.text().split("\n");
    expect(lines.filter((line) => moving.test(line) || line.includes("━"))).toEqual([]);
    expect(lines.filter((line) => /^(apply ·|check |plan )/.test(line))).toHaveLength(3);
  });
});
