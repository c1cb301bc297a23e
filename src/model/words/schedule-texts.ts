/** What the nights say: of their batches, in their notices, and of what keeps them from beginning. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Name = { readonly name: string };
type Reason = { readonly reason: StoredText };
type Code = { readonly code: string };
type Rows = { readonly rows: number };

export const scheduleTexts = {
  // what a night tells while it runs
  batch_taken: words(
    ({ name }: Name) => `batch ${name}`,
    ({ name }) => `batch ${name}`,
  ),
  batch_stays_taken: words(
    ({ name, runId, reason }: Name & Reason & { runId: string }, { say }) =>
      `batch "${name}" stays in taken/ until the next night, which continues its run ${runId}: ${say(reason)}`,
    ({ name, runId, reason }, { say }) =>
      `batch "${name}" blijft in taken/ tot de volgende nacht, die de run ${runId} hervat: ${say(reason)}`,
  ),
  batch_waits: words(
    ({ name, notBefore }: Name & { notBefore: string }) => `batch "${name}" waits: not before ${notBefore}`,
    ({ name, notBefore }) => `batch "${name}" wacht: niet voor ${notBefore}`,
  ),
  outside_window: words(
    ({ hours }: { hours: string }) => `outside the window ${hours}: nothing was started`,
    ({ hours }) => `buiten het venster ${hours}: er is niets gestart`,
  ),
  window_closed: words(
    ({ left }: { left: readonly string[] }, { list }) =>
      left.length === 0
        ? "the window has closed"
        : `the window has closed: the next night continues with ${list(left.map((name) => `"${name}"`))}`,
    ({ left }, { list }) =>
      left.length === 0
        ? "het venster is gesloten"
        : `het venster is gesloten: de volgende nacht gaat verder met ${list(left.map((name) => `"${name}"`))}`,
  ),
  not_a_window: words(
    ({ hours }: { hours: string }) => `--window: "${hours}" is not a time range.`,
    ({ hours }) => `--window: "${hours}" is geen tijdvak.`,
  ),
  write_window: words(
    "Write start and end, such as 22:00-05:30, in the time zone of --timezone.",
    "Schrijf begin en eind, zoals 22:00-05:30, in de tijdzone van --timezone.",
  ),
  batch_file_unreadable: words(
    ({ reason }: { reason: string }) => `Its batch.json cannot be read: ${reason}.`,
    ({ reason }) => `De batch.json kan niet worden gelezen: ${reason}.`,
  ),
  batch_file_too_large: words(
    ({ most }: { most: number }, { number }) => `Its batch.json is larger than ${number(most)} KiB.`,
    ({ most }, { number }) => `De batch.json is groter dan ${number(most)} KiB.`,
  ),
  batch_file_not_understood: words(
    ({ field, value }: { field: string; value: string }) =>
      `Its batch.json is not valid: ${field || "it"} is ${value}.`,
    ({ field, value }) => `De batch.json is niet geldig: ${field || "de inhoud"} is ${value}.`,
  ),
  write_batch_file: words(
    'Write an object with notBefore ("2026-12-05T22:00"), priority (1, first, to 9) and ticket, each optional.',
    'Schrijf een object met notBefore ("2026-12-05T22:00"), priority (1, als eerste, tot 9) en ticket, elk optioneel.',
  ),
  batch_left: words(
    ({ name, reason }: Name & Reason, { say }) =>
      `batch "${name}" stays where it is until the next night: ${say(reason)}`,
    ({ name, reason }, { say }) => `batch "${name}" blijft staan tot de volgende nacht: ${say(reason)}`,
  ),
  left_in_inbox: words(
    ({ name, reason }: Name & Reason, { say }) => `left in the inbox: "${name}" ${say(reason)}`,
    ({ name, reason }, { say }) => `blijft in de inbox: "${name}" ${say(reason)}`,
  ),
  more_left_in_inbox: words(
    ({ count }: { count: number }, { number }) => `left in the inbox: ${number(count)} more`,
    ({ count }, { number }) => `blijft in de inbox: nog ${number(count)}`,
  ),
  run_was_stopped: words("its run was stopped", "de run is gestopt"),
  other_process_works: words("another process is working on it", "een ander proces is ermee bezig"),
  applied_before: words(
    ({ name, at, runId }: Name & { at: string; runId: string }) =>
      `the same content has already been applied, as ${name} on ${at} (run ${runId})`,
    ({ name, at, runId }) => `dezelfde inhoud is al toegepast, als ${name} op ${at} (run ${runId})`,
  ),
  grown_too_much: words(
    ({ times, usual, batches }: { times: number; usual: number; batches: number }, { number, count }) =>
      `more than ${number(times)} times the usual ${number(usual)} of the last ${count(batches, "batch", "batches")} (--max-growth; if that is intended, run apply yourself)`,
    ({ times, usual, batches }, { number, count }) =>
      `meer dan ${number(times)} keer de gebruikelijke ${number(usual)} van de laatste ${count(batches, "batch", "batches")} (--max-growth; is dat de bedoeling, voer dan zelf apply uit)`,
  ),

  notice_due: words("goes live in the coming week", "gaat de komende week live"),
  notice_due_more: words(
    ({ count }: { count: number }, { number }) => `${number(count)} more: wholesale-import report --due 7`,
    ({ count }, { number }) => `nog ${number(count)}: wholesale-import report --due 7`,
  ),

  // the inbox
  not_a_folder: words(
    ({ folder }: { folder: string }) => `${folder} is not a folder.`,
    ({ folder }) => `${folder} is geen map.`,
  ),
  move_it_away: words(
    "Move it elsewhere: schedule keeps batches in a folder of this name.",
    "Zet het ergens anders: schedule bewaart batches in een map met deze naam.",
  ),
  folder_not_made: words(
    ({ folder, code }: { folder: string } & Code) => `The folder ${folder} cannot be created (${code}).`,
    ({ folder, code }) => `De map ${folder} kan niet worden gemaakt (${code}).`,
  ),
  check_write_access: words("Check who may write there.", "Controleer wie daar mag schrijven."),
  batch_unsafe: words(
    ({ name, reason }: Name & Reason, { say }) => `The batch "${name}" ${say(reason)}. None of it was read.`,
    ({ name, reason }, { say }) => `De batch "${name}" ${say(reason)}. Er is niets van gelezen.`,
  ),
  offer_sheets_again: words(
    "Put the sheets themselves into the batch, and submit it again.",
    "Zet de bladen zelf in de batch, en lever die opnieuw aan.",
  ),
  unreadable: words(
    ({ code }: Code) => `cannot be read (${code})`,
    ({ code }) => `kan niet worden gelezen (${code})`,
  ),
  not_a_file: words("is not a regular file", "is geen gewoon bestand"),
  too_many_files: words(
    ({ most }: { most: number }, { number }) => `contains more than ${number(most)} files`,
    ({ most }, { number }) => `bevat meer dan ${number(most)} bestanden`,
  ),
  too_many_files_mark: words(
    ({ most, ending }: { most: number; ending: string }, { number }) =>
      `contains more than ${number(most)} files: mark it with a ${ending} file`,
    ({ most, ending }, { number }) => `bevat meer dan ${number(most)} bestanden: markeer die met een ${ending}-bestand`,
  ),
  contains_link: words(
    ({ name }: Name) => `contains a link, "${name}"`,
    ({ name }) => `bevat een koppeling, "${name}"`,
  ),
  contains_no_file: words(
    ({ name }: Name) => `contains "${name}", which is not a regular file`,
    ({ name }) => `bevat "${name}", en dat is geen gewoon bestand`,
  ),
  batch_not_movable: words(
    ({ from, to, code }: { from: string; to: string } & Code) => `${from} cannot be moved to ${to} (${code}).`,
    ({ from, to, code }) => `${from} kan niet naar ${to} worden verplaatst (${code}).`,
  ),
  check_owner: words(
    "Check who owns it, and who may write into its folder.",
    "Controleer van wie het is, en wie in de map mag schrijven.",
  ),
  inbox_unreadable: words(
    ({ inbox, reason }: { inbox: string; reason: string }) => `The inbox ${inbox} cannot be read: ${reason}.`,
    ({ inbox, reason }) => `De inbox ${inbox} kan niet worden gelezen: ${reason}.`,
  ),
  make_or_mount: words("Create the folder, or mount it.", "Maak de map, of koppel haar aan."),
  name_not_utf8: words(
    "has a name that is not UTF-8: rename it",
    "heeft een naam die geen UTF-8 is: geef een andere naam",
  ),
  is_link: words(
    "is a link: put the folder or the workbook itself into the inbox",
    "is een koppeling: zet de map of de werkmap zelf in de inbox",
  ),
  is_marker_folder: words(
    ({ ending }: { ending: string }) => `is a folder: only a file marks a batch with "${ending}"`,
    ({ ending }) => `is een map: alleen een bestand markeert een batch met "${ending}"`,
  ),
  is_loose_file: words(
    "is a loose file: put sheets into a folder, or use a workbook",
    "is een los bestand: zet bladen in een map, of gebruik een werkmap",
  ),
  changed_in_future: words(
    ({ at }: { at: string }) => `was changed at ${at}, which is in the future: set the clock of this machine`,
    ({ at }) => `is gewijzigd op ${at}, en dat is in de toekomst: zet de klok van deze computer goed`,
  ),

  // times and addresses
  not_a_cron: words(
    ({ pattern, reason }: { pattern: string } & Reason, { say }) =>
      `"${pattern}" is not a cron pattern: ${say(reason)}.`,
    ({ pattern, reason }, { say }) => `"${pattern}" is geen cron-patroon: ${say(reason)}.`,
  ),
  write_cron: words(
    'Write minute, hour, day, month and weekday, such as "0 2 * * *" (02:00 every night).',
    'Schrijf minuut, uur, dag, maand en weekdag, zoals "0 2 * * *" (elke nacht om 02:00).',
  ),
  time_never_comes: words("no date matches it", "er is geen datum die past"),
  five_fields: words("it needs five fields", "er zijn vijf velden nodig"),
  no_such_zone: words(
    ({ zone }: { zone: string }) => `There is no time zone ${zone}.`,
    ({ zone }) => `Er is geen tijdzone ${zone}.`,
  ),
  write_zone: words("Write one such as Europe/Amsterdam.", "Schrijf er een zoals Europe/Amsterdam."),
  systemd_cannot_say: words(
    ({ pattern, reason }: { pattern: string } & Reason, { say }) =>
      `systemd has no equivalent of "${pattern}": ${say(reason)}.`,
    ({ pattern, reason }, { say }) => `systemd kent geen equivalent van "${pattern}": ${say(reason)}.`,
  ),
  not_five_fields: words("it does not have five fields", "het heeft geen vijf velden"),
  day_or_weekday: words(
    'systemd has no calendar for "a day of the month or a weekday"',
    'systemd kent geen kalender voor "een dag van de maand of een weekdag"',
  ),
  no_equivalent: words(
    ({ part }: { part: string }) => `"${part}" has no systemd equivalent`,
    ({ part }) => `"${part}" heeft geen equivalent in systemd`,
  ),
  simpler_pattern: words(
    "Use a simpler pattern, or let the program keep the time: wholesale-import schedule as a service.",
    "Gebruik een eenvoudiger patroon, of laat het programma de tijd bijhouden: wholesale-import schedule als service.",
  ),
  not_an_address: words(
    ({ address }: { address: string }) => `"${address}" is not an address to listen on.`,
    ({ address }) => `"${address}" is geen adres om op te luisteren.`,
  ),
  write_address: words("Write one such as 127.0.0.1:9464.", "Schrijf er een zoals 127.0.0.1:9464."),
  cannot_listen: words(
    ({ address, reason }: { address: string; reason: string }) => `Cannot listen on ${address}: ${reason}.`,
    ({ address, reason }) => `Luisteren op ${address} lukt niet: ${reason}.`,
  ),
  figures_unreadable: words("the metrics cannot be read", "de meetwaarden zijn niet te lezen"),
  other_metrics_port: words(
    "Choose another port with --metrics-listen.",
    "Kies een andere poort met --metrics-listen.",
  ),
  not_smtp: words("--smtp-url is not the address of an SMTP server.", "--smtp-url is geen adres van een SMTP-server."),
  write_smtp: words(
    "Write smtp://user@host:587 or smtps://user@host; put the password into WHOLESALE_IMPORT_SMTP_PASSWORD.",
    "Schrijf smtp://user@host:587 of smtps://user@host; zet het wachtwoord in WHOLESALE_IMPORT_SMTP_PASSWORD.",
  ),

  // a notice
  notice_done: words("done", "klaar"),
  notice_pending: words("done, some rows wait for Webex", "klaar, sommige rijen wachten op Webex"),
  notice_built_in: words("built-in simulator", "ingebouwde simulator"),
  notice_repeated: words("not run: already applied", "niet uitgevoerd: al toegepast"),
  notice_differs: words("differences found", "verschillen gevonden"),
  notice_failed: words("failed", "mislukt"),
  notice_rows: words(
    ({ outcome, rows }: { outcome: StoredText } & Rows, { say, count }) =>
      `${say(outcome)}, ${count(rows, "row", "rows")}`,
    ({ outcome, rows }, { say, count }) => `${say(outcome)}, ${count(rows, "rij", "rijen")}`,
  ),
  notice_to_correct: words(
    ({ outcome, bad, rows }: { outcome: StoredText; bad: number } & Rows, { say, number, count }) =>
      `${say(outcome)}, ${number(bad)} of ${count(rows, "row", "rows")} to correct`,
    ({ outcome, bad, rows }, { say, number, count }) =>
      `${say(outcome)}, ${number(bad)} van ${count(rows, "rij", "rijen")} te corrigeren`,
  ),
  notice_group_rows: words(
    ({ rows, blocks }: Rows & { blocks: number }, { count }) =>
      `${count(rows, "row", "rows")}${blocks > 0 ? `, and ${count(blocks, "row", "rows")} blocked by ${rows === 1 ? "it" : "them"}` : ""}`,
    ({ rows, blocks }, { count }) =>
      `${count(rows, "rij", "rijen")}${blocks > 0 ? `, en ${count(blocks, "rij", "rijen")} daardoor geblokkeerd` : ""}`,
  ),
  notice_target: words("Target", "Doel"),
  notice_run: words("Run", "Run"),
  notice_operator: words("Operator", "Operator"),
  notice_ticket: words("Ticket", "Ticket"),
  notice_why: words("Reason", "Reden"),
  notice_report: words("Report", "Rapport"),
  notice_folder: words("Folder", "Map"),
  notice_causes: words("Causes", "Oorzaken"),
};
