/** Why a run cannot begin, go on, be retried or undone, and what stops it. */
import type { StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type Run = { readonly runId: string };
type Rows = { readonly rows: number };
type Reason = { readonly reason: StoredText };
type Folder = { readonly folder: string };
/** As it is typed. */
type Command = { readonly command: string };

/** Of a lock: it is written down in English, whoever reads it. */
const inDutch = (holder: string) => holder.replace(/\bprocess (?=\d+$)/, "proces ");

export const runTexts = {
  // its folder and its locks
  run_not_begun: words(
    ({ path }: { path: string }) => `The run in ${path} was stopped before it began; nothing was sent.`,
    ({ path }) => `De run in ${path} is gestopt voordat die begon; er is niets verstuurd.`,
  ),
  apply_again_or_other_run: words(
    "Start it again: wholesale-import apply <input>. Other runs: wholesale-import runs.",
    "Begin opnieuw: wholesale-import apply <input>. Andere runs: wholesale-import runs.",
  ),
  state_folder_unwritable: words(
    ({ folder, reason }: Folder & { reason: string }) => `The state folder ${folder} cannot be written: ${reason}.`,
    ({ folder, reason }) => `In de state-map ${folder} kan niet worden geschreven: ${reason}.`,
  ),
  other_state_or_writable: words(
    "Give another folder with --state DIR, or make this one writable.",
    "Geef een andere map op met --state MAP, of maak deze beschrijfbaar.",
  ),
  run_left_nothing: words(
    ({ runId }: Run) => `The newest run, ${runId}, was interrupted while its input was being read; nothing was sent.`,
    ({ runId }) => `De nieuwste run, ${runId}, is onderbroken tijdens het lezen van de invoer; er is niets verstuurd.`,
  ),
  start_again: words(
    ({ command }: Command) => `Start it again: ${command}.`,
    ({ command }) => `Begin opnieuw: ${command}.`,
  ),
  start_again_or_older: words(
    ({ command, older }: { command: string; older: string }) =>
      `Start it again: wholesale-import ${command}. The run before it is ${older}: give that ID if you mean that one.`,
    ({ command, older }) =>
      `Begin opnieuw: wholesale-import ${command}. De run ervoor is ${older}: geef die id op als u die bedoelt.`,
  ),
  no_runs_yet: words(
    ({ folder }: Folder) => `There are no runs in ${folder} yet.`,
    ({ folder }) => `Er zijn nog geen runs in ${folder}.`,
  ),
  no_such_run: words(
    ({ runId, folder }: Run & Folder) => `There is no run ${runId} in ${folder}.`,
    ({ runId, folder }) => `Er is geen run ${runId} in ${folder}.`,
  ),
  newest_runs: words(
    ({ runs }: { runs: readonly string[] }) => `The newest are ${runs.join(", ")}; all: wholesale-import runs.`,
    ({ runs }) => `De nieuwste zijn ${runs.join(", ")}; alle: wholesale-import runs.`,
  ),
  where_runs_come_from: words(
    "Runs are made by apply; for another state folder: --state DIR.",
    "Runs worden gemaakt door apply; voor een andere state-map: --state MAP.",
  ),
  holder: words(
    ({ process }: { process: number }) => `process ${process}`,
    ({ process }) => `proces ${process}`,
  ),
  holder_of_run: words(
    ({ runId, process }: Run & { process: number }) => `run ${runId}, process ${process}`,
    ({ runId, process }) => `run ${runId}, proces ${process}`,
  ),
  run_in_use: words(
    ({ runId, holder }: Run & { holder?: string }) =>
      `Another process is working on the run ${runId}${holder === undefined ? "" : ` (${holder})`}.`,
    ({ runId, holder }) =>
      `Een ander proces is bezig met de run ${runId}${holder === undefined ? "" : ` (${inDutch(holder)})`}.`,
  ),
  input_in_use: words(
    ({ holder }: { holder?: string }) =>
      `Another process is working on the same input${holder === undefined ? "" : ` (${holder})`}.`,
    ({ holder }) =>
      `Een ander proces is bezig met dezelfde invoer${holder === undefined ? "" : ` (${inDutch(holder)})`}.`,
  ),
  wait_or_stop_it: words(
    "Wait until it has ended, or stop it; nothing was sent by this command.",
    "Wacht tot het klaar is, of stop het; deze opdracht heeft niets verstuurd.",
  ),
  wait_or_stop_and_resume: words(
    "Wait until it has ended, or stop it and resume the run.",
    "Wacht tot het klaar is, of stop het en hervat de run.",
  ),
  state_on_network: words(
    ({ folder, kind }: Folder & { kind: string }) =>
      `The state folder ${folder} is on a network file system (${kind}), which guarantees neither locks nor that a write has reached the disk.`,
    ({ folder, kind }) =>
      `De state-map ${folder} staat op een netwerkbestandssysteem (${kind}); dat garandeert geen vergrendeling en ook niet dat geschreven gegevens op schijf staan.`,
  ),
  use_local_disk: words(
    "Give a folder on a local disk: --state DIR.",
    "Geef een map op een lokale schijf op: --state MAP.",
  ),

  // nothing to resume, retry, undo
  newest_nothing_to_resume: words(
    ({ runId, command, end }: Run & { command: string; end: StoredText }, { say }) =>
      `nothing to resume: the newest run, ${runId} (${command}), ${say(end)}.`,
    ({ runId, command, end }, { say }) => `niets te hervatten: de nieuwste run, ${runId} (${command}), ${say(end)}.`,
  ),
  named_nothing_to_resume: words(
    ({ runId, end }: Run & { end: StoredText }, { say }) => `nothing to resume: the run ${runId} ${say(end)}.`,
    ({ runId, end }, { say }) => `niets te hervatten: de run ${runId} ${say(end)}.`,
  ),
  end_undone: words(
    ({ by }: { by: string }) => `was undone by the run ${by}`,
    ({ by }) => `is teruggedraaid door de run ${by}`,
  ),
  end_overtaken: words(
    ({ by }: { by: string }) => `was interrupted, and the run ${by} has worked on the same target since`,
    ({ by }) => `is onderbroken, en de run ${by} heeft sindsdien met hetzelfde doel gewerkt`,
  ),
  end_unsent: words(
    ({ at }: { at?: string }) => `ended${at === undefined ? "" : ` on ${at} UTC`} before anything was sent`,
    ({ at }) => `eindigde${at === undefined ? "" : ` op ${at} UTC`} voordat er iets was verstuurd`,
  ),
  end_with_exit: words(
    ({ at, exitCode }: { at?: string; exitCode: number }) =>
      `ended${at === undefined ? "" : ` on ${at} UTC`} with exit code ${exitCode}`,
    ({ at, exitCode }) => `eindigde${at === undefined ? "" : ` op ${at} UTC`} met exitcode ${exitCode}`,
  ),
  rows_to_correct: words(
    ({ command }: Command) => `Rows to correct: ${command}.`,
    ({ command }) => `Rijen om te corrigeren: ${command}.`,
  ),
  run_was_refused: words(
    ({ runId }: Run) => `The run ${runId} was refused before anything was sent.`,
    ({ runId }) => `De run ${runId} is geweigerd voordat er iets was verstuurd.`,
  ),
  run_was_not_read: words(
    ({ runId }: Run) => `The run ${runId} was interrupted while its input was being read; nothing was sent.`,
    ({ runId }) => `De run ${runId} is onderbroken tijdens het lezen van de invoer; er is niets verstuurd.`,
  ),
  run_undone: words(
    ({ runId, by }: Run & { by: string }) => `The run ${runId} was undone by the run ${by}.`,
    ({ runId, by }) => `De run ${runId} is teruggedraaid door de run ${by}.`,
  ),
  apply_its_sheets_again: words(
    ({ command }: Command) => `To do it again, apply its sheets again: ${command}.`,
    ({ command }) => `Pas de bladen opnieuw toe om het weer uit te voeren: ${command}.`,
  ),
  apply_again: words(
    ({ command }: { command: string }) => `Apply its sheets again: ${command}.`,
    ({ command }) => `Pas de bladen opnieuw toe: ${command}.`,
  ),
  undo_overtaken: words(
    ({ runId, later }: Run & { later: string }) =>
      `The undo ${runId} was interrupted, and the run ${later} has worked on the same target since: what that run created must not be removed.`,
    ({ runId, later }) =>
      `De undo ${runId} is onderbroken, en de run ${later} heeft sindsdien met hetzelfde doel gewerkt: wat die heeft aangemaakt, mag niet worden verwijderd.`,
  ),
  decide_undo_again: words(
    ({ command }: Command) => `Look at what is there now, and decide again: ${command}.`,
    ({ command }) => `Bekijk wat er nu is, en beslis opnieuw: ${command}.`,
  ),
  run_overtaken: words(
    ({ runId, later }: Run & { later: string }) =>
      `Nothing was sent: since the run ${runId} was interrupted, the run ${later} has worked on the same customers and removed what the plan of ${runId} relies on.`,
    ({ runId, later }) =>
      `Er is niets verstuurd: sinds de run ${runId} is onderbroken, heeft de run ${later} met dezelfde klanten gewerkt en verwijderd waar het plan van ${runId} op rekent.`,
  ),
  rows_done_elsewhere: words(
    ({ rows, runId }: Rows & Run, { count }) =>
      `${count(rows, "row of this run was", "rows of this run were")} processed by the run ${runId} since; nothing more is sent for ${rows === 1 ? "it" : "them"} here.`,
    ({ rows, runId }, { count }) =>
      `${count(rows, "rij van deze run is", "rijen van deze run zijn")} sindsdien verwerkt door de run ${runId}; hier wordt er niets meer voor verstuurd.`,
  ),
  no_rows_to_retry: words(
    ({ runId }: Run) => `The run ${runId} left no rows to retry: none was refused, and none was left out.`,
    ({ runId }) =>
      `De run ${runId} heeft geen rijen om opnieuw uit te voeren: er is geen rij geweigerd of overgeslagen.`,
  ),
  rows_wait_for_resume: words(
    ({ runId, rows }: Run & Rows, { count }) =>
      `The run ${runId} has nothing to retry: ${count(rows, "row that is not finished continues", "rows that are not finished continue")} with resume.`,
    ({ runId, rows }, { count }) =>
      `De run ${runId} heeft niets om opnieuw uit te voeren: ${count(rows, "rij die nog niet klaar is, gaat", "rijen die nog niet klaar zijn, gaan")} verder met resume.`,
  ),
  continue_by: words(
    ({ command }: Command) => `Continue: ${command}.`,
    ({ command }) => `Ga verder: ${command}.`,
  ),
  name_other_run_to_retry: words(
    "To retry another run: wholesale-import retry <run-id>; wholesale-import runs lists them.",
    "Voor een andere run: wholesale-import retry <run-id>; wholesale-import runs toont ze.",
  ),
  run_not_finished: words(
    ({ runId, rows, reason }: Run & Rows & { reason?: StoredText }, { count, say }) =>
      `The run ${runId} was ${reason === undefined ? "interrupted" : `stopped (${say(reason)})`}: resume it first; ${count(rows, "row waits", "rows wait")} there.`,
    ({ runId, rows, reason }, { count, say }) =>
      `De run ${runId} is ${reason === undefined ? "onderbroken" : `gestopt (${say(reason)})`}: hervat die eerst; daar ${rows === 1 ? "wacht" : "wachten"} nog ${count(rows, "rij", "rijen")}.`,
  ),
  resume_or_force: words(
    ({ command }: Command) => `${command}. To retry anyway: --force.`,
    ({ command }) => `${command}. Toch opnieuw uitvoeren: --force.`,
  ),
  run_is_undo: words(
    ({ runId, undoOf }: Run & { undoOf: string }) =>
      `The run ${runId} is an undo (of ${undoOf}): it has no rows to correct.`,
    ({ runId, undoOf }) => `De run ${runId} is een undo (van ${undoOf}): er zijn geen rijen om te corrigeren.`,
  ),
  run_is_of_days: words(
    ({ runId }: Run) => `The run ${runId} only did what earlier runs had scheduled: it has no rows to correct.`,
    ({ runId }) =>
      `De run ${runId} heeft alleen uitgevoerd wat eerdere runs hadden ingepland: er zijn geen rijen om te corrigeren.`,
  ),
  apply_due_again: words(
    ({ command }: Command) => `What failed is tried again in the next night, or now: ${command}.`,
    ({ command }) => `Wat is mislukt, wordt opnieuw geprobeerd, in de volgende nacht of nu: ${command}.`,
  ),
  undo_the_rest: words(
    ({ command }: Command) => `To take back what it left: ${command}.`,
    ({ command }) => `Om terug te draaien wat is blijven staan: ${command}.`,
  ),
  undo_of_undo: words(
    ({ runId, undoOf }: Run & { undoOf: string }) =>
      `The run ${runId} is itself an undo (of ${undoOf}), and what it removed cannot be restored.`,
    ({ runId, undoOf }) =>
      `De run ${runId} is zelf een undo (van ${undoOf}); wat die heeft verwijderd, kan niet worden hersteld.`,
  ),
  run_sent_nothing: words(
    ({ runId }: Run) => `The run ${runId} ended before it had a plan: it sent nothing.`,
    ({ runId }) => `De run ${runId} eindigde voordat er een plan was: die heeft niets verstuurd.`,
  ),
  other_runs: words("Other runs: wholesale-import runs.", "Andere runs: wholesale-import runs."),
  no_rows_to_fix: words(
    ({ runId }: Run) => `The run ${runId} left no rows to correct.`,
    ({ runId }) => `De run ${runId} heeft geen rijen om te corrigeren.`,
  ),
  name_other_run_to_fix: words(
    "To fix another run: wholesale-import fix <run-id>; wholesale-import runs lists them.",
    "Voor een andere run: wholesale-import fix <run-id>; wholesale-import runs toont ze.",
  ),
  no_repair_for_code: words(
    ({ code }: { code: string }) => `"${code}" is not a code that has corrections.`,
    ({ code }) => `"${code}" is geen code waarvoor correcties bestaan.`,
  ),
  all_codes: words("All codes: wholesale-import explain.", "Alle codes: wholesale-import explain."),
  other_engine: words(
    ({ is, wanted }: { is: string; wanted: string }) => `--engine says ${wanted}, but the run uses the engine ${is}.`,
    ({ is, wanted }) => `--engine is ${wanted}, maar de run wordt uitgevoerd door de engine ${is}.`,
  ),
  leave_engine_out: words(
    "Leave --engine out: a run stays with the engine that started it.",
    "Laat --engine weg: een run blijft bij de engine waarmee die is begonnen.",
  ),

  // what stops it
  interrupted: words("interrupted", "onderbroken"),
  not_confirmed: words(
    "the plan was not confirmed; nothing was sent",
    "het plan is niet bevestigd; er is niets verstuurd",
  ),
  files_unreadable: words(
    ({ files }: { files: readonly string[] }, { list }) => `${list(files)} could not be read; nothing was sent`,
    ({ files }, { list }) =>
      `${list(files)} ${files.length === 1 ? "kon" : "konden"} niet worden gelezen; er is niets verstuurd`,
  ),
  strict: words(
    ({ invalid, unread }: { invalid: number; unread: readonly string[] }, { count, list }) =>
      `${list([
        ...(invalid > 0 ? [count(invalid, "row is invalid", "rows are invalid")] : []),
        ...(unread.length > 0 ? [`${list(unread)} ${unread.length === 1 ? "was" : "were"} not read`] : []),
      ])}, and --strict was given`,
    ({ invalid, unread }, { count, list }) =>
      `${list([
        ...(invalid > 0 ? [count(invalid, "rij is ongeldig", "rijen zijn ongeldig")] : []),
        ...(unread.length > 0 ? [`${list(unread)} ${unread.length === 1 ? "is" : "zijn"} niet gelezen`] : []),
      ])}, en --strict is opgegeven`,
  ),
  nothing_sent_because: words(
    ({ reason }: Reason, { say }) => `${say(reason)}; nothing was sent`,
    ({ reason }, { say }) => `${say(reason)}; er is niets verstuurd`,
  ),
  batch_refused: words(
    ({ reason }: Reason, { say }) => `The batch is refused: ${say(reason)}.`,
    ({ reason }, { say }) => `De batch is geweigerd: ${say(reason)}.`,
  ),
  see_validate: words(
    "See what is wrong: wholesale-import validate <input> --out checked.",
    "Bekijk wat er mis is: wholesale-import validate <input> --out checked.",
  ),
  batch_too_large: words(
    ({ rows, reason }: Rows & Reason, { count, say }) =>
      `the batch has ${count(rows, "row", "rows")}, ${say(reason)}; nothing was sent`,
    ({ rows, reason }, { count, say }) =>
      `de batch heeft ${count(rows, "rij", "rijen")}, ${say(reason)}; er is niets verstuurd`,
  ),
  too_many_changes: words(
    ({ rows, most }: Rows & { most: number }, { count, number }) =>
      `${count(rows, "row", "rows")} would be created or changed, more than --max-changes ${number(most)}; nothing was sent`,
    ({ rows, most }, { count, number }) =>
      `${count(rows, "rij zou", "rijen zouden")} worden aangemaakt of gewijzigd, meer dan --max-changes ${number(most)}; er is niets verstuurd`,
  ),
  too_many_failures: words(
    ({ failed }: { failed: number }, { count }) =>
      `${count(failed, "operation", "operations")} failed, as many as --stop-after-errors allows`,
    ({ failed }, { count }) =>
      `${count(failed, "bewerking is", "bewerkingen zijn")} mislukt, zoveel als --stop-after-errors toestaat`,
  ),
  token_not_accepted: words(
    ({ reason }: Reason, { say }) => `Webex does not accept the access token: ${say(reason)}`,
    ({ reason }, { say }) => `Webex accepteert het toegangstoken niet: ${say(reason)}`,
  ),
  target_unreachable: words(
    ({ reason }: Reason, { say }) => `Webex cannot be reached: ${say(reason)}`,
    ({ reason }, { say }) => `Webex is niet te bereiken: ${say(reason)}`,
  ),
  wait_too_long: words(
    ({ seconds }: { seconds: number }, { duration }) =>
      `Webex asks to wait ${duration(seconds)}, longer than --max-wait allows`,
    ({ seconds }, { duration }) => `Webex vraagt om ${duration(seconds)} te wachten, langer dan --max-wait toestaat`,
  ),
  international_calling: words(
    "International calling is on by default with a Wholesale subscription (since July 2025): restrict it in Control Hub where it is not wanted.",
    "Internationaal bellen staat standaard aan bij een Groothandelabonnement (sinds juli 2025): beperk het in Control Hub waar het niet gewenst is.",
  ),

  // the disk
  nothing_lost_in_run_file: words(
    "Nothing is lost: what was done is in the run file.",
    "Er is niets verloren: wat is gedaan, staat in het runbestand.",
  ),
  then_command: onPage(
    words(
      ({ command }: { command: string }) => `Then: ${command}`,
      ({ command }) => `Daarna: ${command}`,
    ),
    words(
      () => 'Then choose "Resume" in the run.',
      () => 'Kies daarna "Hervatten" bij de uitvoering.',
    ),
  ),
  storage_stop: words(
    ({ runId, what, path, reason }: Run & { what: StoredText; path: string; reason: string }, { say }) =>
      `The run ${runId} had to stop: ${say(what)} (${path}: ${reason}). Nothing is lost: what was sent is in the run file, and what was in flight is looked up before it is sent again.`,
    ({ runId, what, path, reason }, { say }) =>
      `De run ${runId} moest stoppen: ${say(what)} (${path}: ${reason}). Er is niets verloren: wat is verstuurd, staat in het runbestand, en wat nog liep, wordt opgezocht voordat het opnieuw wordt verstuurd.`,
  ),
  remedy_then: onPage(
    words(
      ({ remedy, command }: { remedy: StoredText; command: string }, { say }) => `${say(remedy)}, then: ${command}`,
      ({ remedy, command }, { say }) => `${say(remedy)}, en voer daarna uit: ${command}`,
    ),
    words(
      ({ remedy }, { say }) => `${say(remedy)}, then choose "Resume" in the run.`,
      ({ remedy }, { say }) => `${say(remedy)}, en kies daarna "Hervatten" bij de uitvoering.`,
    ),
  ),
  disk_full: words("the disk is full", "de schijf is vol"),
  make_room: words("Make room on it", "Maak er ruimte op"),
  folder_unwritable: words("its folder cannot be written", "in de map kan niet worden geschreven"),
  make_writable: words("Make it writable", "Maak de map beschrijfbaar"),
  run_file_held: words("another program holds its run file", "een ander programma houdt het runbestand vast"),
  close_program: words("Close that program", "Sluit dat programma"),
  run_file_damaged: words("its run file is damaged", "het runbestand is beschadigd"),
  put_copy_back: words(
    "Restore a copy of the whole run folder if there is one (without one: apply the same input again, what exists is found)",
    "Zet een kopie van de hele map van de run terug als die er is (zonder kopie: pas dezelfde invoer opnieuw toe, wat er al is wordt gevonden)",
  ),
  disk_failing: words("the disk cannot be read or written", "de schijf kan niet worden gelezen of beschreven"),
  move_run_folder: words("Move the run folder to another disk", "Verplaats de map van de run naar een andere schijf"),

  // export
  no_such_customer: words(
    ({ externalId }: { externalId: string }) => `The target has no customer with the external ID ${externalId}.`,
    ({ externalId }) => `Het doel heeft geen klant met de externe id ${externalId}.`,
  ),
  target_has: words(
    ({ ids, hasMore }: { ids: readonly string[]; hasMore: boolean }) =>
      `The target has ${ids.join(", ")}${hasMore ? ", ..." : "."}`,
    ({ ids, hasMore }) => `Het doel heeft ${ids.join(", ")}${hasMore ? ", ..." : "."}`,
  ),
  target_has_no_customers: words("The target has no customers at all.", "Het doel heeft helemaal geen klanten."),
  customer_left_out: words(
    ({ customer, why }: { customer: string; why: StoredText }, { say }) => `customer ${customer}: ${say(why)}`,
    ({ customer, why }, { say }) => `klant ${customer}: ${say(why)}`,
  ),
  part_left_out: words(
    ({ customer, what }: { customer: string; what: StoredText }, { say }) => `${say(what)} (customer ${customer})`,
    ({ customer, what }, { say }) => `${say(what)} (klant ${customer})`,
  ),
  never_applied: words(
    ({ count: value, customers, hasMore, columns }: NeverApplied, { count, list }) =>
      `${count(value, "customer was", "customers were")} never applied from here (${customers.join(", ")}${hasMore ? ", ..." : ""}): Webex does not return ${list(columns)}, so these cells are blank, and an apply leaves what is there unchanged.`,
    ({ count: value, customers, hasMore, columns }, { count, list }) =>
      `${count(value, "klant is", "klanten zijn")} hier nog nooit met apply verwerkt (${customers.join(", ")}${hasMore ? ", ..." : ""}): Webex geeft ${list(columns)} niet terug, dus die cellen zijn leeg, en apply laat ongewijzigd wat er staat.`,
  ),
  file_exists: words(
    ({ path }: { path: string }) => `${path} already exists.`,
    ({ path }) => `${path} bestaat al.`,
  ),
  export_elsewhere: words("Export into another folder.", "Exporteer naar een andere map."),
  no_external_id: words("it has no external ID", "er is geen externe id"),
  no_organization_yet: words(
    ({ status }: { status: string }) => `it has no organization yet (${status})`,
    ({ status }) => `er is nog geen organisatie (${status})`,
  ),
  location_left_silent: words(
    ({ location }: { location: string }) => `location ${location}: calling is off there, and a row would turn it on`,
    ({ location }) => `locatie ${location}: bellen staat daar uit, en een rij zou het inschakelen`,
  ),
  user_not_provisioned: words(
    ({ email }: { email: string }) => `user ${email}: not provisioned yet, or without a name`,
    ({ email }) => `gebruiker ${email}: nog niet ingericht, of zonder naam`,
  ),

  // rows to correct
  corrections_from: words(
    ({ files }: { files: readonly string[] }, { list }) =>
      `rows to correct: read from ${list(files)}, which you edited`,
    ({ files }, { list }) => `te corrigeren rijen: gelezen uit ${list(files)}, door u bewerkt`,
  ),
  corrections_from_workbook: words(
    ({ workbook }: { workbook: string }) =>
      `rows to correct: read from ${workbook}, which you edited; the CSV files were not edited`,
    ({ workbook }) =>
      `te corrigeren rijen: gelezen uit ${workbook}, die u hebt bewerkt; de CSV-bestanden zijn niet bewerkt`,
  ),
  corrections_from_csv: words(
    ({ files, workbook }: { files: readonly string[]; workbook: string }, { list }) =>
      `rows to correct: read from ${list(files)}, which you edited; ${workbook} was not edited`,
    ({ files, workbook }, { list }) =>
      `te corrigeren rijen: gelezen uit ${list(files)}, door u bewerkt; ${workbook} is niet bewerkt`,
  ),
  both_forms_edited: words(
    ({ files, folder }: { files: readonly string[] } & Folder, { list }) =>
      `Both forms of the rows to correct were edited: ${list(files)} in ${folder}.`,
    ({ files, folder }, { list }) =>
      `Beide vormen van de te corrigeren rijen zijn bewerkt: ${list(files)} in ${folder}.`,
  ),
  both_forms_there: words(
    ({ files, folder }: { files: readonly string[] } & Folder, { list }) =>
      `The same rows stand twice in ${folder}, in ${list(files)}, and what was written there first is not known, so that it cannot be told which of them you edited.`,
    ({ files, folder }, { list }) =>
      `Dezelfde rijen staan twee keer in ${folder}, in ${list(files)}, en het is niet bekend wat daar eerst stond; daardoor is niet te zien welk bestand u hebt bewerkt.`,
  ),
  keep_one_form: words(
    "Nothing was sent. Keep the one with your corrections, and move the others out of that folder.",
    "Er is niets verstuurd. Houd het bestand met uw correcties, en haal de andere uit die map.",
  ),
  cells_taken: words(
    ({ cells, shown, hasMore }: TakenCells, { count }) =>
      `A spreadsheet program changed ${count(cells, "cell", "cells")} when it saved the CSV file: ${shown.map(({ location, was, is }) => `${location} was "${was}", is "${is}"`).join(", ")}${hasMore ? ", ..." : ""}.`,
    ({ cells, shown, hasMore }, { count }) =>
      `Een spreadsheetprogramma heeft ${count(cells, "cel", "cellen")} gewijzigd bij het opslaan van het CSV-bestand: ${shown.map(({ location, was, is }) => `${location} was "${was}", is "${is}"`).join(", ")}${hasMore ? ", ..." : ""}.`,
  ),
  fix_gives_back: words(
    ({ command }: Command) => `${command} restores them; failed/correct.xlsx does not lose them.`,
    ({ command }) => `${command} herstelt ze; failed/correct.xlsx verliest ze niet.`,
  ),
  nothing_was_sent: words("Nothing was sent.", "Er is niets verstuurd."),
};

type NeverApplied = {
  readonly count: number;
  /** The first of them. */
  readonly customers: readonly string[];
  readonly hasMore: boolean;
  readonly columns: readonly string[];
};

type TakenCells = {
  readonly cells: number;
  readonly shown: readonly { readonly location: string; readonly was: string; readonly is: string }[];
  readonly hasMore: boolean;
};
