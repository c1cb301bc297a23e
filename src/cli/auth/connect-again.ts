/** The way to the target of a run that is there already: the run says which, and a flag may only say the same. */
import type { Command } from "commander";
import type { TargetFacts } from "../../model/run-event.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import type { Connect } from "../../run/options.ts";
import { type CommandContext, connectWith } from "../command-context.ts";
import { isGiven } from "../flags/fill-flags.ts";
import type { TargetFlags } from "../flags/options.ts";

/** Throws UserError, when it connects, for a flag that differs from the run. Settings of the environment are not asked. */
export function connectAgain(
  command: Command,
  context: CommandContext,
  flags: Parameters<typeof connectWith>[1],
): Connect {
  const connect = connectWith(context, flags);
  return (onRequest, target) => {
    if (target) refuseOtherTarget(command, flags, target);
    return connect(onRequest, target);
  };
}

type Flags = Pick<TargetFlags, "target" | "baseUrl" | "scimBaseUrl" | "onBehalfOf">;

/** Throws UserError for a flag that was given and says another target than the run. */
export function refuseOtherTarget(command: Command, flags: Flags, run: TargetFacts): void {
  const wanted = [
    { name: "target", flag: "--target", is: flags.target, was: run.name },
    { name: "baseUrl", flag: "--base-url", is: flags.baseUrl, was: run.baseUrl },
    { name: "scimBaseUrl", flag: "--scim-base-url", is: flags.scimBaseUrl, was: run.scimBaseUrl },
    { name: "onBehalfOf", flag: "--on-behalf-of", is: flags.onBehalfOf, was: run.onBehalfOf },
  ];
  for (const { name, flag, is, was } of wanted) {
    if (is === undefined || !isGiven(command, name) || withoutSlash(is) === withoutSlash(was)) continue;
    throw new UserError(
      "other_target",
      text("other_target", { flag, is, ...(was === undefined ? {} : { was }) }),
      text("leave_flag_out", { flag }),
    );
  }
}

function withoutSlash(text: string | undefined): string | undefined {
  return text?.replace(/\/+$/, "");
}
