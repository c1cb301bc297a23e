/** What commands of the terminal ask, refuse and tell beside the run itself. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Count = { readonly count: number };
type Path = { readonly path: string };
type Reason = { readonly reason: StoredText };

export const cliTexts = {
  due_takes_no_input: words(
    "--due processes what earlier runs have scheduled: it takes no input.",
    "--due voert uit wat eerdere runs hebben ingepland: er hoort geen invoer bij.",
  ),
  leave_out_due_or_input: words("Leave out --due, or the input.", "Laat --due weg, of de invoer."),
  due_of_no_run: words(
    "--due lists what all runs have scheduled: it takes no run.",
    "--due toont wat alle runs hebben ingepland: er hoort geen run bij.",
  ),
  leave_out_due_or_run: words("Leave out --due, or the run.", "Laat --due weg, of de run."),
  column_day: words("day", "dag"),
  column_when: words("when", "wanneer"),
  column_customer: words("customer", "klant"),
  column_what: words("what", "wat"),
  column_time_zone: words("time zone", "tijdzone"),
  due_count: words(
    ({ count: due, days, overdue }: { count: number; days: number; overdue: number }, { count }) =>
      `${due === 0 ? "nothing" : count(due, "line", "lines")} due within ${count(days, "day", "days")}${overdue > 0 ? `, ${count(overdue, "of them is", "of them are")} overdue: wholesale-import apply --due` : ""}`,
    ({ count: due, days, overdue }, { count }) =>
      `${due === 0 ? "niets" : count(due, "regel", "regels")} gepland binnen ${count(days, "dag", "dagen")}${overdue > 0 ? `, ${count(overdue, "daarvan is", "daarvan zijn")} te laat: wholesale-import apply --due` : ""}`,
  ),
  nothing_due: words("Nothing is due at this target today.", "Voor dit doel staat vandaag niets gepland."),
  interrupted_nothing_sent: words("interrupted; nothing was sent", "onderbroken; er is niets verstuurd"),
  bug_of_ours: words(
    ({ version, node, platform }: { version: string; node: string; platform: string }) =>
      `This is a bug in wholesale-import ${version} (node ${node}, ${platform}).`,
    ({ version, node, platform }) => `Dit is een fout in wholesale-import ${version} (node ${node}, ${platform}).`,
  ),
  asking_again: words(
    ({ reason }: Reason, { say }) => `Webex does not answer as it should; trying again: ${say(reason)}`,
    ({ reason }, { say }) => `Webex antwoordt niet zoals het hoort; nieuwe poging: ${say(reason)}`,
  ),
  yes_or_no: words("[y/N]", "[j/N]"),
  standard_input: words("standard input", "standaardinvoer"),

  // what a command needs
  requires_target: words(
    ({ command }: { command: string }) => `${command} requires --target.`,
    ({ command }) => `${command} heeft --target nodig.`,
  ),
  add_target: words("Add --target webex or --target simulator.", "Voeg --target webex of --target simulator toe."),
  add_target_to_rehearse: words(
    "Add --target webex, or --target simulator to rehearse.",
    "Voeg --target webex toe, of --target simulator om te oefenen.",
  ),
  add_target_of_worker: words(
    "Add --target webex, or --target simulator with --base-url to rehearse.",
    "Voeg --target webex toe, of --target simulator met --base-url om te oefenen.",
  ),
  requires_inbox: words(
    "schedule requires --inbox: the folder where batches arrive.",
    "schedule heeft --inbox nodig: de map waar batches aankomen.",
  ),
  add_inbox: words("Add --inbox DIR.", "Voeg --inbox MAP toe."),
  requires_cron: words(
    "schedule requires --cron: when a night starts.",
    "schedule heeft --cron nodig: wanneer een nacht begint.",
  ),
  add_cron: words(
    'Add --cron "0 2 * * *", or --once to run one night now.',
    'Voeg --cron "0 2 * * *" toe, of --once om nu één nacht uit te voeren.',
  ),
  install_requires_state: words(
    "schedule install requires --state: where the nights keep their runs.",
    "schedule install heeft --state nodig: waar de nachten hun runs bewaren.",
  ),
  add_lasting_state: words(
    "Add --state DIR: a permanent folder that the nightly user can write to, such as /var/lib/wholesale-import.",
    "Voeg --state MAP toe: een vaste map waarin de gebruiker die 's nachts draait mag schrijven, zoals /var/lib/wholesale-import.",
  ),
  no_input: words(
    "There is nothing to read: no input was given.",
    "Er is niets te lezen: er is geen invoer opgegeven.",
  ),
  name_an_input: words(
    "Name a folder, a file or a workbook; or a sheet: --sheet users=FILE.",
    "Noem een map, een bestand of een werkmap; of een blad: --sheet users=BESTAND.",
  ),
  standard_input_twice: words(
    "Standard input (-) can only be one sheet, and --sheet names it for several.",
    "Standaardinvoer (-) kan maar één blad zijn, en --sheet noemt die voor meer bladen.",
  ),
  give_others_as_files: words("Give the other sheets as files.", "Geef de andere bladen als bestanden op."),
  nobody_to_ask_nothing_changed: words(
    "Nothing was changed: there is no terminal to ask on, and --yes was not given.",
    "Er is niets gewijzigd: er is geen terminal om het te vragen, en --yes is niet opgegeven.",
  ),
  look_at_plan_then_yes: words(
    "Review the plan (wholesale-import plan), then add --yes.",
    "Bekijk het plan (wholesale-import plan) en voeg daarna --yes toe.",
  ),
  nobody_to_ask_nothing_written: words(
    "Nothing was written: there is no terminal to ask on, and --yes was not given.",
    "Er is niets geschreven: er is geen terminal om het te vragen, en --yes is niet opgegeven.",
  ),
  look_at_cells_then_yes: words(
    "Review the cells above, then add --yes.",
    "Bekijk de cellen hierboven en voeg daarna --yes toe.",
  ),
  write_cells: words(
    ({ count: value }: Count, { count }) => `Write ${count(value, "cell", "cells")}?`,
    ({ count: value }, { count }) => `${count(value, "cel", "cellen")} schrijven?`,
  ),
  carry_out_there: words(
    ({ create, update, remove }: { create: number; update: number; remove: number }, { number, list, count }) => {
      const parts = [
        ...(create > 0 ? [`create ${number(create)}`] : []),
        ...(update > 0 ? [`update ${number(update)}`] : []),
        ...(remove > 0 ? [`remove ${number(remove)}`] : []),
      ];
      const what = `${list(parts)} ${count(create + update + remove, "row", "rows").replace(/^[\d\u00a0]+ /, "")}`;
      return `${what.charAt(0).toUpperCase()}${what.slice(1)} there?`;
    },
    ({ create, update, remove }, { list, count }) => {
      const parts = [
        ...(create > 0 ? [`${count(create, "rij", "rijen")} aanmaken`] : []),
        ...(update > 0 ? [`${count(update, "rij", "rijen")} wijzigen`] : []),
        ...(remove > 0 ? [`${count(remove, "rij", "rijen")} verwijderen`] : []),
      ];
      return `Daar ${list(parts)}?`;
    },
  ),
  rate_of_this_process: words(
    "--rate applies to the requests of this process only; workers have their own: worker --rate",
    "--rate geldt alleen voor de verzoeken van dit proces; workers hebben een eigen: worker --rate",
  ),

  // the target of a run
  other_target: words(
    ({ flag, is, was }: { flag: string; is: string; was?: string }) =>
      was === undefined
        ? `${flag} says ${is}, but the run was made without it.`
        : `${flag} says ${is}, but the run belongs to ${was}.`,
    ({ flag, is, was }) =>
      was === undefined
        ? `${flag} is ${is}, maar de run is zonder gemaakt.`
        : `${flag} is ${is}, maar de run hoort bij ${was}.`,
  ),
  leave_flag_out: words(
    ({ flag }: { flag: string }) => `Leave ${flag} out: a run always uses the target that it started with.`,
    ({ flag }) => `Laat ${flag} weg: een run gebruikt altijd het doel waarmee die is begonnen.`,
  ),
  plan_for_other_target: words(
    ({ path, made, asked }: Path & { made: string; asked: string }) =>
      `${path} was made for ${made}, but --target says ${asked}.`,
    ({ path, made, asked }) => `${path} is gemaakt voor ${made}, maar --target is ${asked}.`,
  ),
  leave_target_out_or_plan_again: words(
    "Leave --target out, or make a plan for that target: wholesale-import plan <input> --target <target> --out plan.json.",
    "Laat --target weg, of maak een plan voor dat doel: wholesale-import plan <input> --target <target> --out plan.json.",
  ),

  // explain
  unknown_code: words(
    ({ code }: { code: string }) => `"${code}" is not a known code.`,
    ({ code }) => `"${code}" is geen bekende code.`,
  ),
  did_you_mean_code: words(
    ({ near }: { near: string }) => `Did you mean ${near}? All codes: wholesale-import explain.`,
    ({ near }) => `Bedoelde u ${near}? Alle codes: wholesale-import explain.`,
  ),
  see_all_codes: words(
    "All known codes: wholesale-import explain. Webex publishes no list of its own codes; what it says with one is in errors.csv.",
    "Alle bekende codes: wholesale-import explain. Webex maakt geen lijst van zijn codes openbaar; wat het bij een code meldt, staat in errors.csv.",
  ),

  // init, export
  sample_is_csv: words("The sample batch is four CSV files.", "De voorbeeldbatch bestaat uit vier CSV-bestanden."),
  leave_format_out: words("Leave --format out.", "Laat --format weg."),
  wrote: words(
    ({ path }: Path) => `wrote   ${path}`,
    ({ path }) => `nieuw   ${path}`,
  ),
  kept: words(
    ({ path }: Path) => `kept    ${path} (it already existed)`,
    ({ path }) => `bewaard ${path} (bestond al)`,
  ),
  rehearse_with: words(
    ({ command }: { command: string }) => `Try it on the built-in simulator first: ${command}`,
    ({ command }) => `Oefen eerst op de ingebouwde simulator: ${command}`,
  ),
  files_exist: words(
    ({ files }: { files: readonly string[] }, { list }) =>
      `Nothing was written: ${list(files)} already ${files.length === 1 ? "exists" : "exist"}.`,
    ({ files }, { list }) => `Er is niets geschreven: ${list(files)} ${files.length === 1 ? "bestaat" : "bestaan"} al.`,
  ),
  other_folder_or_move: words(
    "Name another folder, or move the existing files.",
    "Noem een andere map, of verplaats de bestaande bestanden.",
  ),
  replace_example_row: words(
    "Each sheet has one example row: replace it with your own. What goes into a column:",
    "Elk blad heeft één voorbeeldrij: vervang die door uw eigen rijen. Wat er in een kolom hoort:",
  ),
  then_type: words(
    ({ command }: { command: string }) => `Then: ${command}`,
    ({ command }) => `Daarna: ${command}`,
  ),
  left_out: words(
    ({ reason }: Reason, { say }) => `left out: ${say(reason)}`,
    ({ reason }, { say }) => `overgeslagen: ${say(reason)}`,
  ),
  exported: words(
    ({ what }: { what: string }) => `exported ${what}`,
    ({ what }) => `geëxporteerd: ${what}`,
  ),

  // runs
  column_run: words("run", "run"),
  column_started: words("started", "gestart"),
  column_command: words("command", "opdracht"),
  column_state: words("state", "status"),
  column_rows: words("rows", "rijen"),
  column_refused: words("refused", "geweigerd"),
  column_took: words("took", "duur"),
  column_exit: words("exit", "exit"),
  column_target: words("target", "doel"),
  column_operator: words("operator", "operator"),
  column_ticket: words("ticket", "ticket"),
  state_going: words("running", "bezig"),
  state_interrupted: words("interrupted", "onderbroken"),
  state_finished: words("finished", "klaar"),
  state_refused: words("refused", "geweigerd"),
  state_unreadable: words("unreadable", "onleesbaar"),
  time_ago: words(
    ({ seconds }: { seconds: number }, { duration }) => `${duration(seconds)} ago`,
    ({ seconds }, { duration }) => `${duration(seconds)} geleden`,
  ),
  no_runs_in: words(
    ({ folder }: { folder: string }) => `no runs in ${folder}`,
    ({ folder }) => `geen runs in ${folder}`,
  ),
  runs_removed: words(
    ({ count: value }: Count, { count }) => `${count(value, "run", "runs")} removed`,
    ({ count: value }, { count }) => `${count(value, "run", "runs")} verwijderd`,
  ),
  drifts_removed: words(
    ({ count: value }: Count, { count }) => `${count(value, "comparison", "comparisons")} removed`,
    ({ count: value }, { count }) => `${count(value, "vergelijking", "vergelijkingen")} verwijderd`,
  ),
  all_runs_kept: words(
    ({ runs, keep }: { runs: number; keep: number }, { count }) =>
      `${count(runs, "run", "runs")} in all, and --keep ${keep} keeps the newest ${keep}`,
    ({ runs, keep }, { count }) =>
      `${count(runs, "run", "runs")} in totaal, en --keep ${keep} bewaart de nieuwste ${keep}`,
  ),
  no_run_so_old: words(
    ({ days }: { days: number }, { count }) =>
      `only finished runs older than ${count(days, "day", "days")} are removed, and there is none (--older-than 0: of any age)`,
    ({ days }, { count }) =>
      `alleen afgeronde runs ouder dan ${count(days, "dag", "dagen")} worden verwijderd, en die zijn er niet (--older-than 0: van elke leeftijd)`,
  ),

  // undo
  undo_other_number: words(
    ({ customers, typed }: { customers: number; typed: string }, { count }) =>
      `Nothing was removed: the plan affects ${count(customers, "customer", "customers")}, not ${typed}.`,
    ({ customers, typed }, { count }) =>
      `Er is niets verwijderd: het plan raakt ${count(customers, "klant", "klanten")}, niet ${typed}.`,
  ),
  undo_read_plan_again: words(
    "Read the plan above again, then give the number of customers that it affects.",
    "Lees het plan hierboven nog eens, en geef daarna het aantal klanten op dat het raakt.",
  ),
  undo_no_terminal: words(
    "Nothing was removed: there is no terminal to type the number of customers on.",
    "Er is niets verwijderd: er is geen terminal om het aantal klanten op te typen.",
  ),
  undo_add_customers: words(
    "Read the plan above, then add --customers <n>.",
    "Lees het plan hierboven en voeg daarna --customers <n> toe.",
  ),
  undo_type_number: words(
    "To continue, type the number of customers that this affects:",
    "Typ het aantal klanten dat dit raakt om door te gaan:",
  ),

  // templates
  column_template: words("template", "sjabloon"),
  column_provisioning_id: words("provisioning id", "inrichtings-id"),
  column_organization: words("organization", "organisatie"),
  no_templates: words("no templates are stored", "er zijn geen sjablonen bewaard"),
  template_remembered: words(
    ({ name, provisioningId }: { name: string; provisioningId: string }) =>
      `stored: ${name} has the provisioning ID ${provisioningId}`,
    ({ name, provisioningId }) => `bewaard: ${name} heeft de inrichtings-id ${provisioningId}`,
  ),

  // servers
  simulator_running: words(
    ({ baseUrl, db }: { baseUrl: string; db: string }) =>
      `simulator at ${baseUrl} · state in ${db} · press Ctrl-C to stop`,
    ({ baseUrl, db }) => `simulator op ${baseUrl} · gegevens in ${db} · stoppen met Ctrl-C`,
  ),
  worker_running: words(
    ({ queue, address }: { queue: string; address: string }) =>
      `worker of "${queue}" at ${address} · press Ctrl-C to stop`,
    ({ queue, address }) => `worker van "${queue}" op ${address} · stoppen met Ctrl-C`,
  ),
  page_running: words(
    "the page, for one browser, until you press Ctrl-C",
    "de pagina, voor één browser; stoppen met Ctrl-C",
  ),
  metrics_at: words(
    ({ url }: { url: string }) => `metrics at ${url}`,
    ({ url }) => `metrics op ${url}`,
  ),
  nights_running: words(
    ({ cron, timezone, inbox }: { cron: string; timezone: string; inbox: string }) =>
      `nights ${cron} ${timezone} · inbox ${inbox} · press Ctrl-C to stop`,
    ({ cron, timezone, inbox }) => `nachten ${cron} ${timezone} · inbox ${inbox} · stoppen met Ctrl-C`,
  ),
  nights_at_temporal: words(
    ({ id, address }: { id: string; address: string }) => `schedule "${id}" at ${address}`,
    ({ id, address }) => `schedule "${id}" op ${address}`,
  ),
  nights_under_way: words(
    ({ holder }: { holder?: string }) =>
      `Another schedule already uses this state folder (${holder ?? "in another process"}).`,
    ({ holder }) =>
      `Een andere schedule gebruikt deze state-map al (${holder?.replace("process", "proces") ?? "in een ander proces"}).`,
  ),
  wait_or_other_state: words(
    "Wait until it has ended, or give another folder: --state DIR.",
    "Wacht tot die klaar is, of geef een andere map op: --state MAP.",
  ),
};
