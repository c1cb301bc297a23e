/** `runs`: list them, show one, clear old ones away. */
import type { Command } from "commander";
import type { RunLine } from "../../pipeline/runs.ts";
import { formatCount } from "../../report/text-layout.ts";
import type { CommandContext } from "../command-context.ts";
import { addStateFlag, positiveInteger } from "../options.ts";

type StateFlag = { readonly state: string };

export function addRuns(program: Command, { streams: { out, err }, clock }: CommandContext): void {
  const runs = program.command("runs").description("the runs of the state folder");
  addStateFlag(runs.command("list", { isDefault: true }).description("all runs, newest first"))
    .addHelpText("after", "\nExamples:\n  wholesale-import runs")
    .action(async ({ state }: StateFlag) => {
      const { listRuns } = await import("../../pipeline/runs.ts");
      const lines = await listRuns(state);
      out.write(lines.length > 0 ? `${lines.map(renderLine).join("\n")}\n` : "");
      if (lines.length === 0) err.write(`no runs in ${state}\n`);
    });
  addStateFlag(runs.command("show").description("one run, as JSON").argument("[run-id]", "default: the newest"))
    .addHelpText(
      "after",
      "\nExamples:\n  wholesale-import runs show\n  wholesale-import runs show 20261122-020007-k3f9",
    )
    .action(async (runId: string | undefined, { state }: StateFlag) => {
      const [{ findRun }, { readRunLine }] = await Promise.all([
        import("../../pipeline/run-folder.ts"),
        import("../../pipeline/runs.ts"),
      ]);
      const folder = await findRun(state, runId);
      out.write(`${JSON.stringify({ ...(await readRunLine(state, folder.runId)), folder: folder.path }, null, 2)}\n`);
    });
  addStateFlag(runs.command("prune").description("remove old finished runs; they hold personal data"))
    .option("--keep <n>", "keep so many of the newest", positiveInteger, 10)
    .option("--older-than <days>", "remove only runs older than this", positiveInteger, 90)
    .addHelpText("after", "\nExamples:\n  wholesale-import runs prune --keep 30 --older-than 365")
    .action(async ({ state, keep, olderThan }: StateFlag & { keep: number; olderThan: number }) => {
      const olderThanMs = olderThan * 86_400_000;
      const { pruneRuns } = await import("../../pipeline/runs.ts");
      const removed = await pruneRuns(state, { keep, olderThanMs, nowMs: clock.now() });
      for (const runId of removed) out.write(`${runId}\n`);
      err.write(`${removed.length} removed\n`);
    });
}

function renderLine({ runId, command, state, rows, exitCode, target }: RunLine): string {
  const code = exitCode === undefined ? "" : `exit ${exitCode}`;
  return `${runId}  ${command.padEnd(8)}  ${state.padEnd(11)}  ${formatCount(rows).padStart(9)} rows  ${code.padEnd(8)}${target?.name ?? ""}`;
}
