/** `report --due`: what goes live in the coming days, and what is overdue. */
import { type TextKey, voiceOf } from "../../model/words/text.ts";
import { listDue } from "../../pipeline/due.ts";
import { runContext } from "../../run/context.ts";
import type { CommandContext } from "../command-context.ts";
import { renderTable } from "./table.ts";
import { paletteOf } from "./terminal.ts";

const columns = [
  "column_day",
  "column_when",
  "column_customer",
  "column_what",
  "column_time_zone",
  "column_target",
] as const satisfies readonly TextKey[];

export function showDue(
  { due: days, state, json }: { readonly due: number; readonly state: string; readonly json?: boolean | undefined },
  { streams: { out, err }, clock, language }: CommandContext,
): void {
  const lines = listDue({ ...runContext({ stateFolder: state }), clock }, { days });
  if (json) {
    out.write(`${JSON.stringify(lines, null, 2)}\n`);
    return;
  }
  const say = voiceOf(language);
  const rows = lines.map(({ on, daysLeft, customer, name, kind, numbers, timezone, owner }) => [
    on,
    say("due_in_days", { days: daysLeft }),
    customer,
    say("due_what", { kind, name, numbers }),
    timezone,
    owner.split(" ")[0] ?? "",
  ]);
  const titles = columns.map((column) => say(column));
  out.write(renderTable(titles, rows, paletteOf(out)));
  err.write(
    `${say("due_count", { count: lines.length, days, overdue: lines.filter((line) => line.daysLeft < 0).length })}\n`,
  );
}
