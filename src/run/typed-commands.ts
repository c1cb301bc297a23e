/** Commands as a person types them to go on, for the state folder at hand. Opens no run. */
import { quoteForShell } from "../model/shell-text.ts";
import { defaultStateFolder } from "../model/state-folder.ts";
import { type Text, text } from "../model/words/text.ts";

/** What a person types to go on with a run. */
export function resumeCommand(runId: string, stateFolder: string): string {
  return withState(`wholesale-import resume ${runId}`, stateFolder);
}

/** A command as it must be typed for this state folder. */
export function withState(command: string, stateFolder: string): string {
  return stateFolder === defaultStateFolder ? command : `${command} --state ${quoteForShell(stateFolder)}`;
}

/** A sentence that names such commands, whatever they are. */
export function inStateFolder(said: Text, stateFolder: string): Text {
  return stateFolder === defaultStateFolder ? said : text("in_state_folder", { said: said, stateFolder });
}
