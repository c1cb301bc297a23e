/** Settings of the environment and of the settings file as values of a command's flags: a flag that was given wins. */
import { type Command, InvalidArgumentError, type Option } from "commander";
import type { Setting, Settings } from "../../config.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";

/** Called after the command line was read and before the command acts. Throws UserError for a value that its flag would refuse. */
export function fillFlags(command: Command, settings: Settings): void {
  const byName = new Map(Object.entries(settings));
  for (const option of command.options) {
    const name = option.attributeName();
    const setting = byName.get(name);
    if (setting && !isGiven(command, name)) command.setOptionValueWithSource(name, parse(option, setting), "config");
  }
}

/** By a flag. */
export function isGiven(command: Command, name: string): boolean {
  return command.getOptionValueSource(name) === "cli";
}

/** As the flag itself would read it. */
function parse(option: Option, { value, from }: Setting): unknown {
  try {
    return option.parseArg ? option.parseArg<unknown>(value, undefined) : value;
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    const about = { name: option.attributeName(), from, value, reason: error.message };
    throw new UserError("bad_settings", text("bad_setting_value", about), text("all_settings"));
  }
}
