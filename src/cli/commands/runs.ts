/** `runs`: list them, show one, clear old ones away. */

import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import { type Language, speakerOf } from "../../model/words/language.ts";
import { type TextKey, type Voice, voiceOf } from "../../model/words/text.ts";
import { formatCount, formatCountOrDash, toPrintable } from "../../report/screen/text-layout.ts";
import type { RunLine } from "../../run/runs.ts";
import type { CommandContext } from "../command-context.ts";
import { addStateFlag, wholeNumber } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";
import { renderTable } from "../screen/table.ts";
import { paletteOf } from "../screen/terminal.ts";

type StateFlag = { readonly state: string };

export function addRuns(program: Command, context: CommandContext): void {
  const { streams, clock } = context;
  const { out, err } = streams;
  const runs = program.command("runs").description(help("runs"));
  const list = runs.command("list", { isDefault: true });
  addFurtherHelp(list, { examples: ["wholesale-import runs", "wholesale-import runs list --json"] });
  addStateFlag(list.description(help("runs_list")))
    .option("--json", help("json_flag"))
    .action(async ({ state, json }: StateFlag & { readonly json?: true }) => {
      const { listRuns, countRefused } = await import("../../run/runs.ts");
      const runs = await listRuns(state);
      const lines = await Promise.all(
        runs.map(async (run) => ({ ...run, refused: await countRefused(state, run.runId) })),
      );
      if (json) return void out.write(`${JSON.stringify(lines, null, 2)}\n`);
      const say = voiceOf(context.language);
      const rows = lines.map((line) => cellsOf(line, clock.now(), context.language));
      const titles = columns.map((column) => say(column));
      const numbers = new Set(numberColumns.map((column) => say(column)));
      out.write(renderTable(titles, rows, paletteOf(out), numbers));
      if (lines.length === 0) err.write(`${say("no_runs_in", { folder: toPrintable(state) })}\n`);
    });
  const show = runs.command("show");
  addFurtherHelp(show, {
    examples: ["wholesale-import runs show", "wholesale-import runs show 20261122-020007-k3f9"],
  });
  addStateFlag(show.description(help("runs_show")).argument("[run-id]", help("newest_run_argument"))).action(
    async (runId: string | undefined, { state }: StateFlag) => {
      const [{ findRun }, { readRunLine }] = await Promise.all([
        import("../../run/folder.ts"),
        import("../../run/runs.ts"),
      ]);
      const folder = await findRun(state, runId);
      out.write(`${JSON.stringify({ ...(await readRunLine(state, folder.runId)), folder: folder.path }, null, 2)}\n`);
    },
  );
  const prune = runs.command("prune");
  addFurtherHelp(prune, {
    examples: [
      "wholesale-import runs prune --keep 30 --older-than 365",
      "wholesale-import runs prune --keep 2 --older-than 0",
    ],
  });
  addStateFlag(prune.description(help("runs_prune")))
    .option("--keep <n>", help("runs_keep_flag"), wholeNumber, 10)
    .option("--older-than <days>", help("runs_older_than_flag"), wholeNumber, 90)
    .action(async ({ state, keep, olderThan }: StateFlag & { keep: number; olderThan: number }) => {
      const olderThanMs = olderThan * 86_400_000;
      const { pruneRuns } = await import("../../run/runs.ts");
      const { pruneDrifts } = await import("../../run/drifts.ts");
      const { listRunIds } = await import("../../run/folder.ts");
      const rules = { keep, olderThanMs, nowMs: clock.now() };
      const removed = await pruneRuns(state, rules);
      const drifts = await pruneDrifts(state, rules);
      for (const runId of removed) out.write(`${runId}\n`);
      const say = voiceOf(context.language);
      err.write(`${say("runs_removed", { count: removed.length })}\n`);
      if (drifts > 0) err.write(`${say("drifts_removed", { count: drifts })}\n`);
      const left = (await listRunIds(state)).length;
      if (removed.length === 0 && left > 0) err.write(`${whyNothing(left, keep, olderThan, say)}\n`);
    });
}

/** Why none of the runs that are there was removed. */
function whyNothing(runs: number, keep: number, olderThan: number, say: Voice): string {
  return runs <= keep ? say("all_runs_kept", { runs, keep }) : say("no_run_so_old", { days: olderThan });
}

const columns = [
  "column_run",
  "column_started",
  "column_command",
  "column_state",
  "column_rows",
  "column_refused",
  "column_took",
  "column_exit",
  "column_target",
  "column_operator",
  "column_ticket",
] as const satisfies readonly TextKey[];

const numberColumns = ["column_rows", "column_refused", "column_took", "column_exit"] as const;

function cellsOf(
  {
    runId,
    command,
    state,
    rows,
    refused,
    startedAt,
    finishedAt,
    exitCode,
    target,
    operator,
    ticket,
  }: RunLine & { refused?: number | undefined },
  nowMs: number,
  language: Language,
): readonly string[] {
  const say = voiceOf(language);
  const { duration } = speakerOf(language);
  const tookSeconds = finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000 : undefined;
  return [
    runId,
    startedAt ? say("time_ago", { seconds: Math.max(0, nowMs - Date.parse(startedAt)) / 1_000 }) : "",
    command,
    say(`state_${state}`),
    formatCount(rows),
    refused === undefined ? "" : formatCountOrDash(refused),
    tookSeconds === undefined ? "" : duration(tookSeconds),
    exitCode === undefined ? "" : String(exitCode),
    target?.name ?? "",
    toPrintable(operator ?? ""),
    toPrintable(ticket ?? ""),
  ];
}
