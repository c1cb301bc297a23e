/** Messages of the page's server: why it refuses a request, and what to do. */
import { words } from "./wording.ts";

export const pageTexts = {
  batch_gone: words("This batch no longer exists.", "Deze batch bestaat niet meer."),
  start_new_batch: words("Start a new batch.", "Begin een nieuwe batch."),
  file_gone: words("The batch no longer contains this file.", "Dit bestand zit niet meer in de batch."),
  reload_page: words("Reload the page.", "Laad de pagina opnieuw."),
  batch_not_checked: words("The batch has not been checked yet.", "De batch is nog niet gecontroleerd."),
  wait_for_check: words(
    "Wait until the check is finished, or upload a sheet first.",
    "Wacht tot de controle klaar is, of upload eerst een blad.",
  ),
  batch_without_sheets: words("The batch contains no sheets.", "De batch bevat geen bladen."),
  upload_sheet_first: words("Upload a sheet first.", "Upload eerst een blad."),
  batch_without_plan: words(
    "There is no plan for the batch in its current state.",
    "Er is geen plan voor de batch zoals die nu is.",
  ),
  review_plan_first: words("Make a plan and review it first.", "Maak eerst een plan en bekijk het."),
  no_rows_to_correct: words("This run has no rows to correct.", "Deze run heeft geen rijen om te corrigeren."),
  choose_another_run: words("Choose another run.", "Kies een andere run."),
  corrected_in_parts: words(
    "Some of the rows to correct were edited in CSV files, and others are only in a workbook.",
    "Een deel van de te corrigeren rijen is in CSV-bestanden bewerkt; andere staan alleen in een werkmap.",
  ),
  retry_on_command_line: words(
    ({ command }: { command: string }) => `Continue with those files on the command line: ${command}`,
    ({ command }) => `Ga met die bestanden verder op de opdrachtregel: ${command}`,
  ),
  run_not_started: words("The run could not be started.", "De run kon niet worden gestart."),
  review_check: words("Review the check of the batch.", "Bekijk de controle van de batch."),
  batch_edits_damaged: words(
    ({ path, line }: { path: string; line: number }) => `The edits of this batch are damaged: ${path}, line ${line}.`,
    ({ path, line }) => `De wijzigingen van deze batch zijn beschadigd: ${path}, regel ${line}.`,
  ),
  upload_batch_again: words(
    "Upload the files again as a new batch, and remove this one.",
    "Upload de bestanden opnieuw als nieuwe batch en verwijder deze.",
  ),
  upload_too_large: words(
    ({ mebibytes }: { mebibytes: number }, { number }) => `The file is larger than ${number(mebibytes)} MiB.`,
    ({ mebibytes }, { number }) => `Het bestand is groter dan ${number(mebibytes)} MiB.`,
  ),
  split_upload: words(
    "Split it into several files, or import it on the command line, which accepts larger files.",
    "Verdeel het over meerdere bestanden, of importeer het op de opdrachtregel: die neemt grotere bestanden aan.",
  ),
  choose_sheet_of_part: words(
    "If it belongs to the batch, choose which sheet it contains.",
    "Hoort het bij de batch, kies dan welk blad erin staat.",
  ),
  upload_of_no_kind: words(
    "This file was not read: it is neither a text file with columns nor a workbook.",
    "Dit bestand is niet gelezen: het is geen tekstbestand met kolommen en ook geen werkmap.",
  ),
  upload_these_kinds: words(
    ({ endings }: { endings: readonly string[] }, { choice }) => `Upload a ${choice(endings)} file.`,
    ({ endings }, { choice }) => `Upload een bestand dat eindigt op ${choice(endings)}.`,
  ),
  request_without_length: words("The request does not state its length.", "Het verzoek vermeldt niet hoe lang het is."),
  edit_too_large: words(
    ({ most }: { most: number }, { number }) => `More than ${number(most)} cells would change at once.`,
    ({ most }, { number }) => `Er zouden meer dan ${number(most)} cellen tegelijk veranderen.`,
  ),
  edit_in_parts: words("Select fewer rows, and do it in parts.", "Selecteer minder rijen en doe het in delen."),
  request_too_large: words("The request is too large.", "Het verzoek is te groot."),
  request_not_understood: words("The request is not valid.", "Het verzoek is ongeldig."),
  page_bug: words(
    ({ error }: { error: string }) => `This is a bug in wholesale-import: ${error}`,
    ({ error }) => `Dit is een fout in wholesale-import: ${error}`,
  ),
  page_port_taken: words(
    ({ port, reason }: { port: number; reason: string }) => `The page cannot be served on port ${port}: ${reason}.`,
    ({ port, reason }) => `De pagina kan niet op poort ${port} worden aangeboden: ${reason}.`,
  ),
  leave_out_port: words("Leave out --port to use any free port.", "Laat --port weg om een vrije poort te gebruiken."),
  page_not_built: words(
    ({ folder }: { folder: string }) => `The page has not been built: ${folder} contains no index.html.`,
    ({ folder }) => `De pagina is niet gebouwd: ${folder} bevat geen index.html.`,
  ),
  build_page: words("Build it: npm run build.", "Bouw de pagina: npm run build."),
  open_page: words("Open the page", "Open de pagina"),
  link_used: words("This link has already been used", "Deze link is al gebruikt"),
  link_used_way_out: words(
    "A link opens the page once, in one browser. Stop wholesale-import serve with Ctrl-C and start it again, or ask whoever started it to: it prints a new link. Nothing is lost.",
    "Een link opent de pagina één keer, in één browser. Stop wholesale-import serve met Ctrl-C en start het opnieuw, of vraag dat aan wie het heeft gestart: u krijgt dan een nieuwe link. Er gaat niets verloren.",
  ),
  link_needed: words("Open the link that was printed", "Open de link die bij het starten is getoond"),
  link_needed_way_out: words(
    "wholesale-import serve prints a link when it starts; this address alone does not open the page. After a restart, use the new link. Nothing is lost.",
    "wholesale-import serve toont bij het starten een link; met alleen dit adres gaat de pagina niet open. Gebruik na een herstart de nieuwe link. Er gaat niets verloren.",
  ),
  request_refused: words("Request refused", "Verzoek geweigerd"),
  request_refused_why: words(
    "The page only answers requests of its own, on this computer.",
    "De pagina beantwoordt alleen verzoeken van zichzelf, vanaf deze computer.",
  ),
};
