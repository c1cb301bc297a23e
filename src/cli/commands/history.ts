/** `history`: what all runs of the state folder did to a customer, a person or a number. */

import { type Command, Option } from "commander";
import { help } from "../../model/words/help-texts.ts";
import { speak } from "../../model/words/text.ts";
import type { HistoryQuery } from "../../pipeline/history.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import type { CommandContext } from "../command-context.ts";
import { isGiven } from "../flags/fill-flags.ts";
import { addLanguageFlag, addStateFlag } from "../flags/options.ts";
import { addFurtherHelp, InvalidValue } from "../program-command.ts";
import { openScreen } from "../screen/screen.ts";
import { widthOf } from "../screen/screen-width.ts";
import { paletteOf } from "../screen/terminal.ts";

type Flags = Omit<HistoryQuery, "isWhole"> & {
  readonly all?: true;
  readonly json?: true;
  readonly state: string;
};

export function addHistory(program: Command, context: CommandContext): void {
  const command = program.command("history").description(help("history"));
  addFurtherHelp(command, {
    text: "history_further",
    examples: [
      "wholesale-import history --email ann.visser@example.com",
      "wholesale-import history --number +31201234501 --target webex",
      "wholesale-import history --customer NL-1001 --ticket CHG-4711 --json",
    ],
  });
  addLanguageFlag(addStateFlag(command))
    .option("--customer <id>", help("history_customer_flag"))
    .option("--email <address>", help("history_email_flag"), address)
    .option("--number <number>", help("history_number_flag"), e164)
    .option("--operator <name>", help("history_operator_flag"))
    .option("--ticket <text>", help("history_ticket_flag"))
    .addOption(new Option("--target <name>", help("history_target_flag")).choices(["simulator", "webex"]))
    .option("--all", help("history_all_flag"))
    .option("--json", help("history_json_flag"))
    .action((flags: Flags) => showHistory(command, flags, context));
}

/** With or without the plus, and with whatever people write between the digits. */
function e164(number: string): string {
  const digits = number.replaceAll(/[\s().+-]/g, "");
  if (/^[1-9]\d{6,14}$/.test(digits)) return `+${digits}`;
  throw new InvalidValue("an_e164_number");
}

function address(email: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(email.trim())) return email.trim();
  throw new InvalidValue("an_email_address");
}

async function showHistory(command: Command, flags: Flags, context: CommandContext): Promise<void> {
  const { out } = context.streams;
  const { state, all, json } = flags;
  const screen = openScreen({}, context);
  const { history } = await import("../../pipeline/history.ts");
  const { renderHistoryLine } = await import("../../report/screen/history-text.ts");
  const shown = { width: widthOf(out), palette: paletteOf(out), language: context.language };
  const runs = new Set<string>();
  let lines = 0;
  for await (const line of history({ ...askedFor(command, flags), ...(all ? { isWhole: true } : {}) }, state, {
    signal: context.signals.stop,
    onRead: (count) => (count >= tellsFrom ? screen.say(screen.voice("history_reads", { runs: count })) : undefined),
    onUnreadable: (runId, reason) => screen.fail(toPrintable(screen.voice("history_unreadable", { runId, reason }))),
  })) {
    lines += 1;
    runs.add(line.runId);
    out.write(`${json ? JSON.stringify(speak(line, context.language)) : renderHistoryLine(line, shown)}\n`);
  }
  if (lines > 0) return screen.say(`\n${screen.voice("history_found", { lines, runs: runs.size })}`);
  const folder = toPrintable(state);
  screen.say(all ? screen.voice("history_empty_all", { folder }) : screen.voice("history_empty", { folder }));
}

/** So many are read before anybody notices. */
const tellsFrom = 50;

/** Settings say who asks and where runs go, not what is looked for. */
function askedFor(command: Command, flags: Flags) {
  const { customer, email, number, operator, ticket, target } = flags;
  return {
    ...(customer === undefined ? {} : { customer }),
    ...(email === undefined ? {} : { email }),
    ...(number === undefined ? {} : { number }),
    ...(operator !== undefined && isGiven(command, "operator") ? { operator } : {}),
    ...(ticket !== undefined && isGiven(command, "ticket") ? { ticket } : {}),
    ...(target !== undefined && isGiven(command, "target") ? { target } : {}),
  };
}
