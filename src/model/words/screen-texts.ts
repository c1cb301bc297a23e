/** What the terminal shows of a run: its first line, its events, its plan, its end. */
import { type Noun, nouns } from "./nouns.ts";
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Count = { readonly count: number };
type Rows = { readonly rows: number };
type Command = { readonly command: string };

export const screenTexts = {
  // the first line of a command
  newest_run: words("the newest run", "de nieuwste run"),
  named_run: words(
    ({ runId }: { runId: string }) => `run ${runId}`,
    ({ runId }) => `run ${runId}`,
  ),
  of_run: words(
    ({ runId }: { runId: string }) => `of run ${runId}`,
    ({ runId }) => `van run ${runId}`,
  ),
  no_target: words("no target, nothing leaves this machine", "geen doel, er wordt niets verstuurd"),
  target_built_in: words(
    "target: built-in simulator, nothing leaves this machine",
    "doel: ingebouwde simulator, er gaat niets naar Webex",
  ),
  target_simulator: words(
    ({ baseUrl }: { baseUrl: string }) => `target: simulator at ${baseUrl}`,
    ({ baseUrl }) => `doel: simulator op ${baseUrl}`,
  ),
  target_webex: words(
    ({ organization, baseUrl }: { organization?: string; baseUrl: string }) =>
      `target: Webex${organization === undefined ? "" : `, organization ${organization}`}, at ${baseUrl}`,
    ({ organization, baseUrl }) =>
      `doel: Webex${organization === undefined ? "" : `, organisatie ${organization}`}, op ${baseUrl}`,
  ),
  on_organization: words(
    ({ name }: { name: string }) => `organization ${name}`,
    ({ name }) => `organisatie ${name}`,
  ),
  unknown_organization: words("unknown", "onbekend"),

  // its events
  label_read: words("read", "gelezen"),
  label_check: words("check", "controle"),
  label_plan: words("plan", "plan"),
  file_refused: words("refused", "geweigerd"),
  read_by_mapping: words(
    ({ name }: { name: string }) => `by ${name}`,
    ({ name }) => `volgens ${name}`,
  ),
  rows_invalid: words(
    ({ count }: Count, { number }) => `${number(count)} invalid`,
    ({ count }, { number }) => `${number(count)} ongeldig`,
  ),
  rows_blocked: words(
    ({ count }: Count, { number }) => `${number(count)} blocked by them`,
    ({ count }, { number }) => `${number(count)} daardoor geblokkeerd`,
  ),
  rows_failed: words(
    ({ count }: Count, { number }) => `${number(count)} failed`,
    ({ count }, { number }) => `${number(count)} mislukt`,
  ),
  warnings: words(
    ({ count: value }: Count, { count }) => count(value, "warning", "warnings"),
    ({ count: value }, { count }) => count(value, "waarschuwing", "waarschuwingen"),
  ),
  all_good: words("all good", "alles in orde"),
  to_create: words(
    ({ count }: Count, { number }) => `create ${number(count)}`,
    ({ count }, { number }) => `aanmaken ${number(count)}`,
  ),
  to_remove: words(
    ({ count }: Count, { number }) => `remove ${number(count)}`,
    ({ count }, { number }) => `verwijderen ${number(count)}`,
  ),
  to_update: words(
    ({ count }: Count, { number }) => `update ${number(count)}`,
    ({ count }, { number }) => `wijzigen ${number(count)}`,
  ),
  to_leave: words(
    ({ count }: Count, { number }) => `unchanged ${number(count)}`,
    ({ count }, { number }) => `ongewijzigd ${number(count)}`,
  ),
  to_leave_out: words(
    ({ count }: Count, { number }) => `left out ${number(count)}`,
    ({ count }, { number }) => `overgeslagen ${number(count)}`,
  ),
  rows: words(
    ({ rows }: Rows, { count }) => count(rows, "row", "rows"),
    ({ rows }, { count }) => count(rows, "rij", "rijen"),
  ),
  customers_done: words(
    ({ done, of }: { done: number; of: number }, { number }) => `${number(done)}/${number(of)} customers`,
    ({ done, of }, { number }) => `${number(done)}/${number(of)} klanten`,
  ),
  rows_per_second: words(
    ({ rate }: { rate: number }, { tenths }) => `${tenths(rate)} rows/s`,
    ({ rate }, { tenths }) => `${tenths(rate)} rijen/s`,
  ),
  time_left: words(
    ({ seconds }: { seconds: number }, { duration }) => `${duration(seconds)} left`,
    ({ seconds }, { duration }) => `nog ${duration(seconds)}`,
  ),
  time_taken: words(
    ({ seconds }: { seconds: number }, { duration }) => duration(seconds),
    ({ seconds }, { duration }) => duration(seconds),
  ),
  limited_by: words(
    ({ bound }: { bound: StoredText }, { say }) => `limited by ${say(bound)}`,
    ({ bound }, { say }) => `beperkt door ${say(bound)}`,
  ),
  bound_rate_limit: words("Webex's rate limit", "de limiet van Webex"),
  bound_latency: words("Webex's response time", "de reactietijd van Webex"),
  bound_provisioning: words("provisioning at Webex", "de inrichting bij Webex"),
  bound_dependencies: words("rows that wait for other rows", "rijen die op andere rijen wachten"),
  stopped: words(
    ({ reason }: { reason: StoredText }, { say }) => `stopped: ${say(reason)}`,
    ({ reason }, { say }) => `gestopt: ${say(reason)}`,
  ),
  refused: words(
    ({ reason }: { reason: StoredText }, { say }) => `refused: ${say(reason)}`,
    ({ reason }, { say }) => `geweigerd: ${say(reason)}`,
  ),
  go_on_with: words(
    ({ command }: Command) => `nothing is lost; continue with: ${command}`,
    ({ command }) => `er is niets verloren; ga verder met: ${command}`,
  ),

  // the end of a run
  not_asked_about_rows: words(
    ({ rows }: Rows, { count }) =>
      `of the unchanged, ${count(rows, "row was", "rows were")} not read at Webex: the same as when last applied (--refresh always reads all)`,
    ({ rows }, { count }) =>
      `van de ongewijzigde zijn ${count(rows, "rij", "rijen")} niet bij Webex gelezen: gelijk aan wat het laatst is toegepast (--refresh always leest alles)`,
  ),
  files_with_out: words(
    "With --out DIR, the rows to correct are written to DIR/failed/, and all problems to DIR/errors.csv.",
    "Met --out MAP komen de te corrigeren rijen in MAP/failed/, en alle problemen in MAP/errors.csv.",
  ),
  more_causes: words(
    ({ count: value }: Count, { count }) => `and ${count(value, "more cause", "more causes")}`,
    ({ count: value }, { count }) => `en nog ${count(value, "oorzaak", "oorzaken")}`,
  ),
  more_causes_in_file: words(
    ({ count: value }: Count, { count }) => `and ${count(value, "more cause", "more causes")}: see errors.csv`,
    ({ count: value }, { count }) => `en nog ${count(value, "oorzaak", "oorzaken")}: zie errors.csv`,
  ),
  more_about_code: words(
    ({ code }: { code: string }) => `more about a [code]: wholesale-import explain ${code}`,
    ({ code }) => `meer over een [code]: wholesale-import explain ${code}`,
  ),
  see_checklist: words(
    "Create it with the checklist below, then retry; or fill in the column provisioning_id.",
    "Maak het aan de hand van de checklist hieronder, en voer daarna retry uit; of vul de kolom provisioning_id in.",
  ),
  rows_in_customers: words(
    ({ rows, customers }: { rows: number; customers: number }, { count }) =>
      `${count(rows, "row", "rows")} in ${count(customers, "customer", "customers")}`,
    ({ rows, customers }, { count }) => `${count(rows, "rij", "rijen")} bij ${count(customers, "klant", "klanten")}`,
  ),
  value_in: words(
    ({ value, at }: { value: string; at: string }) => `${value} in ${at}`,
    ({ value, at }) => `${value} in ${at}`,
  ),
  such_as: words(
    ({ at }: { at: string }) => `such as ${at}`,
    ({ at }) => `zoals ${at}`,
  ),
  they_wait_for_pending: words(
    ({ rows, first }: Rows & { first: string }, { count }) =>
      `They wait for ${count(rows, "row", "rows")} that Webex is still working on (first: ${first})`,
    ({ rows, first }, { count }) =>
      `Ze wachten op ${count(rows, "rij", "rijen")} waar Webex nog mee bezig is (eerste: ${first})`,
  ),
  they_are_blocked: words(
    ({ rows, first }: Rows & { first: string }, { count }) =>
      `They wait for ${count(rows, "row", "rows")} with errors (first: ${first})`,
    ({ rows, first }, { count }) => `Ze wachten op ${count(rows, "rij", "rijen")} met fouten (eerste: ${first})`,
  ),
  label_results: words("results", "resultaten"),
  label_as_csv: words("as CSV", "als CSV"),
  label_errors: words("errors", "fouten"),
  label_look: words("look", "bekijk"),
  kind_warning: words("warning", "waarschuwing"),
  kind_refused: words("refused", "geweigerd"),
  kind_error: words("error", "fout"),
  blocks_rows: words(
    ({ rows }: Rows, { count }) => `blocks ${count(rows, "row", "rows")}`,
    ({ rows }, { count }) => `blokkeert ${count(rows, "rij", "rijen")}`,
  ),
  label_correct: words("correct", "corrigeer"),
  label_then: words("then", "daarna"),
  label_or: words("or", "of"),
  label_written: words("written", "geschreven"),
  writes_repairs: words(
    ({ count: value }: Count, { count }) => `writes ${count(value, "certain correction", "certain corrections")} there`,
    ({ count: value }, { count }) =>
      `vult daar ${count(value, "correctie in die vaststaat", "correcties in die vaststaan")}`,
  ),
  last_line: words(
    ({ good, of, noun, isCheck, seconds, bound }: LastLine, { number, count, duration, say }) =>
      `${number(good)} of ${count(of, ...nouns.en[noun])}${isCheck ? " good" : ""} in ${duration(seconds)}${bound ? `; limited by ${say(bound)}` : ""}`,
    ({ good, of, noun, isCheck, seconds, bound }, { number, count, duration, say }) =>
      `${number(good)} van ${count(of, ...nouns.nl[noun])}${isCheck ? " in orde" : ""} in ${duration(seconds)}${bound ? `; beperkt door ${say(bound)}` : ""}`,
  ),
  checklists_title: words(
    "to create by hand in Partner Hub, because Webex has no API for templates:",
    "handmatig te maken in Partner Hub, want Webex heeft geen API voor sjablonen:",
  ),
  checklist_then: words(
    ({ command }: Command) => `then: ${command}`,
    ({ command }) => `daarna: ${command}`,
  ),
  status_good: words("good", "in orde"),

  // a plan
  removes_title: words("! removes", "! verwijdert"),
  removed_title: words(
    ({ rows }: { rows: number }, { count }) => `! ${count(rows, "row", "rows")} will be removed at Webex`,
    ({ rows }, { count }) => `! ${count(rows, "rij wordt", "rijen worden")} bij Webex verwijderd`,
  ),
  changes_title: words("changes", "wijzigingen"),
  more_in_plan: words(
    ({ count }: Count, { number }) => `and ${number(count)} more: --out plan.json lists them all`,
    ({ count }, { number }) => `en nog ${number(count)}: --out plan.json noemt ze allemaal`,
  ),
  all_in_plan: words(
    "--out plan.json lists them all, and plan.csv to read",
    "--out plan.json noemt ze allemaal, en plan.csv is om te lezen",
  ),
  different_such_as: words(
    ({ count, change }: { count: number; change: string }, { number }) =>
      `${number(count)} different, such as ${change}`,
    ({ count, change }, { number }) => `${number(count)} verschillende, zoals ${change}`,
  ),
  most_and_others: words(
    ({ rows, change, others }: { rows: number; change: string; others: number }, { count }) =>
      `in ${count(rows, "row", "rows")} ${change}; ${count(others, "other", "others")}`,
    ({ rows, change, others }, { count }) =>
      `in ${count(rows, "rij", "rijen")} ${change}; ${count(others, "andere", "andere")}`,
  ),
  row_by_row: words("row by row", "rij voor rij"),
  examples_of: words(
    ({ shown, rows }: { shown: number; rows: number }, { count }) =>
      `examples: ${shown} of ${count(rows, "row", "rows")}`,
    ({ shown, rows }, { count }) => `voorbeelden: ${shown} van ${count(rows, "rij", "rijen")}`,
  ),
  unlisted_title: words("at Webex, but in no sheet", "wel bij Webex, maar op geen blad"),
  unlisted_left: words(
    ({ count: value, customers }: { count: number; customers: number }, { number, count }) =>
      `${number(value)} in ${count(customers, "customer", "customers")}; left unchanged`,
    ({ count: value, customers }, { number, count }) =>
      `${number(value)} bij ${count(customers, "klant", "klanten")}; blijft ongewijzigd`,
  ),
  plan_saved: words(
    ({ path, readable, next }: { path: string; readable: string; next: string }) =>
      `plan saved: ${path} (to apply), ${readable} (to read)\nnext: ${next}`,
    ({ path, readable, next }) =>
      `plan opgeslagen: ${path} (om toe te passen), ${readable} (om te lezen)\ndaarna: ${next}`,
  ),
  make_new_plan: words(
    ({ command }: Command) => `make a new plan: ${command}`,
    ({ command }) => `maak een nieuw plan: ${command}`,
  ),

  blank_value: words("blank", "leeg"),
  made_blank: words("made blank", "wordt leeg"),
  becomes: words(
    ({ what, before, after }: { what: string; before: string; after: string }) => `${what}${before} becomes ${after}`,
    ({ what, before, after }) => `${what}${before} wordt ${after}`,
  ),
  no_limit: words("none", "geen"),

  // an undo
  undo_remove: words("remove", "verwijderen"),
  undo_back: words("change back", "terugzetten"),
  undo_return: words("bring back", "terughalen"),
  undo_stays: words("stays", "blijft"),
  undo_untouched: words("not touched", "niet aangeraakt"),
  undo_whole_customers: words("customers removed completely", "klanten die helemaal verdwijnen"),
  undo_back_title: words("changed back", "wordt teruggezet"),
  undo_stays_title: words("stays; check it yourself", "blijft staan; kijk dit zelf na"),
  undo_none: words("none", "geen"),
  more_rows: words(
    ({ rows }: Rows, { count }) => `and ${count(rows, "more row", "more rows")}`,
    ({ rows }, { count }) => `en nog ${count(rows, "rij", "rijen")}`,
  ),
  undo_nothing: words("there is nothing to take back", "er is niets om terug te draaien"),
  undo_removes_whole: words(
    ({ customers, users }: { customers: number; users: number }, { count }) =>
      `removes ${count(customers, "customer", "customers")} completely${users > 0 ? `, with ${count(users, "user", "users")}` : ""}`,
    ({ customers, users }, { count }) =>
      `verwijdert ${count(customers, "klant", "klanten")} helemaal${users > 0 ? `, met ${count(users, "gebruiker", "gebruikers")}` : ""}`,
  ),
  undo_affects: words(
    ({ customers, whole, users }: { customers: number; whole: number; users: number }, { number, count }) =>
      [
        `affects ${count(customers, "customer", "customers")}`,
        ...(whole > 0 ? [`${number(whole)} of them removed completely`] : []),
        ...(users > 0 ? [`with ${count(users, "user", "users")}`] : []),
      ].join(", "),
    ({ customers, whole, users }, { number, count }) =>
      [
        `raakt ${count(customers, "klant", "klanten")}`,
        ...(whole > 0 ? [`waarvan ${number(whole)} helemaal`] : []),
        ...(users > 0 ? [`met ${count(users, "gebruiker", "gebruikers")}`] : []),
      ].join(", "),
  ),

  // fix
  more_cells: words(
    ({ count }: Count, { number }) => `and ${number(count)} more`,
    ({ count }, { number }) => `en nog ${number(count)}`,
  ),
  cells: words(
    ({ count: value }: Count, { count }) => count(value, "cell", "cells"),
    ({ count: value }, { count }) => count(value, "cel", "cellen"),
  ),
  other_repairs: words(
    ({ rows, command }: Rows & Command, { count }) =>
      `${count(rows, "row", "rows")} can be corrected for other causes: ${command}`,
    ({ rows, command }, { count }) =>
      `${count(rows, "rij kan", "rijen kunnen")} om een andere reden worden gecorrigeerd: ${command}`,
  ),
  none_left_by_hand: words("no row is left to correct by hand", "er is geen rij meer om met de hand te corrigeren"),
  left_by_hand: words(
    ({ rows }: Rows, { count }) => `${count(rows, "row", "rows")} left to correct by hand`,
    ({ rows }, { count }) => `nog ${count(rows, "rij", "rijen")} met de hand te corrigeren`,
  ),
  no_certain_repair: words("no cell has a certain correction", "voor geen enkele cel staat de correctie vast"),
  nothing_written: words("nothing was written", "er is niets geschreven"),
};

type LastLine = {
  readonly good: number;
  readonly of: number;
  readonly noun: Noun;
  /** Nothing was sent. */
  readonly isCheck: boolean;
  readonly seconds: number;
  /** What held it back. */
  readonly bound?: StoredText;
};
