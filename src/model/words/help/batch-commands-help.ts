/** What `--help` says of the commands that work on a batch or a run. */
import { type Wording, words } from "../wording.ts";

export const batchCommandsHelp = {
  // init
  init: words(
    "write sheets to start with: every column, and one correct row; existing files are never overwritten",
    "schrijf bladen om mee te beginnen: alle kolommen en één juiste rij; bestaande bestanden blijven zoals ze zijn",
  ),
  init_folder: words("folder; created if missing", "map; wordt gemaakt als die er niet is"),
  init_format_flag: words(
    "csv: four files; xlsx: one workbook with drop-down lists and comments",
    "csv: vier bestanden; xlsx: één werkmap met keuzelijsten en opmerkingen",
  ),
  init_mapping_flag: words(
    "propose a mapping for this file of another system and write it as mapping.json; repeatable",
    "stel een mapping voor bij dit bestand uit een ander systeem en schrijf die als mapping.json; herhaalbaar",
  ),
  init_sheet_flag: words(
    "with --mapping: what the files hold; default: found by their headers and values",
    "bij --mapping: wat de bestanden bevatten; standaard: gevonden aan hun koppen en waarden",
  ),
  init_example_flag: words(
    "write the sample batch instead: 12 customers with 200 users, to try things with",
    "schrijf in plaats daarvan de voorbeeldbatch: 12 klanten met 200 gebruikers, om mee te proberen",
  ),

  // validate
  validate_out_flag: words(
    "write the result files to this folder: report.html, results.xlsx, CSV files, failed/",
    "schrijf de resultaatbestanden naar deze map: report.html, results.xlsx, CSV-bestanden, failed/",
  ),
  validate_strict_flag: words(
    "exit with 2 when any row is invalid, or any table was not read",
    "eindig met 2 bij een ongeldige rij, of bij een tabel die niet is gelezen",
  ),

  // plan
  plan: words(
    "check the sheets, read what exists, and show what apply would create, change and leave unchanged",
    "controleer de bladen, lees wat er al is, en toon wat apply zou aanmaken, wijzigen en ongewijzigd laten",
  ),
  plan_out_flag: words("save the plan, for apply", "sla het plan op, voor apply"),

  // apply
  apply: words(
    "check the sheets, plan, and provision: templates, customers, locations, numbers, users, roles",
    "controleer de bladen, maak het plan en richt in: sjablonen, klanten, locaties, nummers, gebruikers, rollen",
  ),
  apply_rehearse: words("rehearse on the simulator", "oefen op de simulator"),
  apply_rehearse_flag: words(
    "try it all on a copy in memory, as slow as the target was measured to be, and say when it would be done",
    "probeer alles op een kopie in het geheugen, zo traag als het doel is gemeten, en zeg wanneer het klaar zou zijn",
  ),
  apply_from_export_flag: words(
    "rehearse with what this export tells; default: the batch's customers are read from the target",
    "repeteer met wat deze export vertelt; standaard: de klanten van de batch worden van het doel gelezen",
  ),
  apply_on_copy: words("when would it be done?", "wanneer zou het klaar zijn?"),
  apply_for_real: words("for real; asks first", "echt uitvoeren; vraagt eerst om bevestiging"),

  // resume, retry, report
  resume_argument: words(
    "the run; default: the newest that can be resumed",
    "de run; standaard: de nieuwste die hervat kan worden",
  ),
  resume_yes_flag: words(
    "do not ask before writing to Webex, if the run has not asked yet",
    "vraag niets voordat er naar Webex wordt geschreven, als de run dat nog niet heeft gevraagd",
  ),
  retry_force_flag: words(
    "also for an unfinished run, which resume would continue",
    "ook voor een run die niet af is, en die resume zou hervatten",
  ),
  report: words(
    "write the result files of a run again, from its journal",
    "schrijf de resultaatbestanden van een run opnieuw, uit het journaal van de run",
  ),
  report_json_flag: words("print the summary as JSON", "toon de samenvatting als JSON"),
  report_due: words("what goes live in the next 7 days", "wat de komende 7 dagen live gaat"),
  report_due_flag: words(
    "list what goes live within this many days, and what is overdue; of all runs of the state folder",
    "toon wat binnen zoveel dagen live gaat, en wat te laat is; van alle runs in de state-map",
  ),
  report_out_flag: words(
    "write them to this folder instead of the run's folder",
    "schrijf ze naar deze map in plaats van de map van de run",
  ),

  // fix
  fix: words(
    "write the corrections that are certain into failed/, ready for retry; shows before and after first, and sends nothing",
    "schrijf de correcties die vaststaan naar failed/, klaar voor retry; toont eerst voor en na, en verstuurt niets",
  ),
  fix_code_flag: words(
    "only the corrections of this code; default: all",
    "alleen de correcties van deze code; standaard: alle",
  ),
  fix_yes_flag: words("do not ask before writing", "vraag niets voordat er wordt geschreven"),
  fix_further: words(
    "It also restores what a spreadsheet program took from the CSV files of failed/ (the + of numbers, zeros, dates).",
    "Herstelt ook wat een spreadsheetprogramma uit de CSV-bestanden van failed/ heeft gehaald (de + van nummers, nullen, datums).",
  ),

  // undo
  undo: words(
    "take back what a run created: roles, users, whole customers; shows its plan first",
    "draai terug wat een run heeft aangemaakt: rollen, gebruikers, hele klanten; toont eerst het plan",
  ),
  undo_argument: words(
    "the run, as listed by `wholesale-import runs`",
    "de run, zoals `wholesale-import runs` die toont",
  ),
  undo_customers_flag: words(
    "how many customers the undo affects, given here instead of typed",
    "hoeveel klanten het terugdraaien raakt, hier opgegeven in plaats van getypt",
  ),
  undo_without_terminal: words("without a terminal", "zonder terminal"),
  undo_further: words(
    "What has changed since the run, and what no Webex call removes, stays and is listed with its place in Control Hub.",
    "Wat sinds de run is gewijzigd, en wat geen aanroep van Webex verwijdert, blijft staan en wordt genoemd met de plek in Control Hub.",
  ),

  // remind
  remind: words(
    "send the consent email again to the users of a run who still have to consent",
    "stuur de toestemmingsmail opnieuw aan de gebruikers van een run die nog moeten instemmen",
  ),
  remind_argument: words(
    "the run, as listed by `wholesale-import runs`",
    "de run, zoals `wholesale-import runs` die toont",
  ),
  remind_further: words(
    "Users who already have a free Webex account must consent before they move: their rows are pending. Nobody is emailed twice within 24 hours. If Webex's answer is lost, the row says sent or unknown, and the email is not repeated. `resume` of the run finds out who has consented.",
    "Gebruikers die al een gratis Webex-account hebben, moeten instemmen voordat ze overgaan: hun rijen zijn pending. Niemand krijgt binnen 24 uur twee mails. Gaat het antwoord van Webex verloren, dan staat bij de rij verstuurd of niet bekend, en de mail wordt niet herhaald. `resume` van de run stelt vast wie heeft ingestemd.",
  ),

  // handover
  handover: words(
    "write each customer of a run a page to print and a CSV file: its locations, numbers, users, administrators, first steps, and what is still to be done; sends nothing",
    "schrijf voor elke klant van een run een pagina om af te drukken en een CSV-bestand: locaties, nummers, gebruikers, beheerders, eerste stappen, en wat er nog moet gebeuren; verstuurt niets",
  ),
  handover_argument: words(
    "the run, as listed by `wholesale-import runs`",
    "de run, zoals `wholesale-import runs` die toont",
  ),
  handover_out_flag: words(
    "folder for the files; created if missing; required",
    "map voor de bestanden; wordt gemaakt als die er niet is; verplicht",
  ),
  brand_flag: words("name of the service provider on the pages", "naam van de serviceprovider op de pagina's"),
  logo_flag: words(
    "PNG, JPEG or SVG file of at most 512 kB, for the head of the pages",
    "PNG-, JPEG- of SVG-bestand van hooguit 512 kB, voor boven aan de pagina's",
  ),
  handover_json_flag: words("print what was written as JSON", "toon als JSON wat er is geschreven"),
  handover_further: words(
    "Each file holds one customer only. It tells what the run has set up: what failed or was removed is not handed over as working, and what is pending is said to be pending. Pages are in the language of the run unless --language is given. Exits with 1 when a customer of the run was not set up.",
    "Elk bestand gaat over één klant. Het vertelt wat de run heeft ingericht: wat mislukt of verwijderd is, wordt niet als werkend overgedragen, en wat nog loopt, staat er als zodanig in. Pagina's zijn in de taal van de run, tenzij --language is opgegeven. Eindigt met 1 als een klant van de run niet is ingericht.",
  ),

  // drift
  drift: words(
    "show how Webex differs from the sheets: changed, missing, in no sheet; reads only, and changes nothing",
    "toon waarin Webex afwijkt van de bladen: gewijzigd, ontbreekt, op geen blad; leest alleen, en wijzigt niets",
  ),
  drift_argument: words(
    "sheets to compare with, or a run; default: the rows last applied from the state folder",
    "bladen om mee te vergelijken, of een run; standaard: de rijen die het laatst vanuit de state-map zijn toegepast",
  ),
  drift_out_flag: words("write drift.csv and the summary there too", "schrijf drift.csv en de samenvatting ook daar"),
  drift_json_flag: words(
    "print the summary and the differences as JSON",
    "toon de samenvatting en de verschillen als JSON",
  ),
  drift_further: words(
    "Only customers that the sheets name are compared. A blank cell is not compared; packages, roles and numbers that no row lists are reported. Exits with 1 when anything differs.",
    "Alleen klanten uit de bladen worden vergeleken. Een lege cel wordt niet vergeleken; pakketten, rollen en nummers die geen rij noemt, worden gemeld. Eindigt met 1 als er iets verschilt.",
  ),

  // history
  history: words(
    "what all runs of the state folder did to a customer, a person or a number: when, with which result, by whom, for which ticket",
    "wat alle runs in de state-map met een klant, een persoon of een nummer hebben gedaan: wanneer, met welk resultaat, door wie, voor welk ticket",
  ),
  history_customer_flag: words("external ID or name of a customer", "externe id of naam van een klant"),
  history_email_flag: words(
    "e-mail address of a user or an administrator",
    "e-mailadres van een gebruiker of beheerder",
  ),
  history_number_flag: words(
    "phone number: of users and locations, now and before",
    "telefoonnummer: van gebruikers en locaties, nu en eerder",
  ),
  history_operator_flag: words("only what this operator did", "alleen wat deze operator heeft gedaan"),
  history_ticket_flag: words("only what belongs to this ticket", "alleen wat bij dit ticket hoort"),
  history_target_flag: words("only runs at this target", "alleen runs op dit doel"),
  history_all_flag: words(
    "also rows that needed no change or were not attempted",
    "ook rijen waaraan niets hoefde te veranderen of die niet zijn geprobeerd",
  ),
  history_json_flag: words("print each line as JSON", "toon elke regel als JSON"),
  history_further: words(
    "Oldest first. Combine flags to narrow it down. Runs are found through history.db in the state folder, which only holds fingerprints and may be deleted; what is shown is read from the runs themselves.",
    "Het oudste eerst. Met meer opties blijft er minder over. Runs worden gevonden via history.db in de state-map, met alleen vingerafdrukken erin; dat bestand mag weg. Wat wordt getoond, komt uit de runs zelf.",
  ),

  // runs
  runs: words("the runs of the state folder", "de runs in de state-map"),
  runs_list: words("all runs, newest first", "alle runs, de nieuwste eerst"),
  runs_show: words("one run, as JSON", "één run, als JSON"),
  newest_run_argument: words("default: the newest", "standaard: de nieuwste"),
  runs_prune: words(
    "remove old finished runs and comparisons; they contain personal data",
    "verwijder oude afgeronde runs en vergelijkingen; ze bevatten persoonsgegevens",
  ),
  runs_keep_flag: words(
    "keep this many of the newest, whatever their age",
    "bewaar zoveel van de nieuwste, hoe oud ook",
  ),
  runs_older_than_flag: words(
    "remove only runs older than this; 0: of any age",
    "verwijder alleen runs die ouder zijn; 0: van elke leeftijd",
  ),

  // export
  export: words(
    "write the customers, locations and users at Webex as sheets in this format",
    "schrijf de klanten, locaties en gebruikers bij Webex als bladen in dit formaat",
  ),
  export_folder: words(
    "folder for the sheets; created if missing",
    "map voor de bladen; wordt gemaakt als die er niet is",
  ),
  export_format_flag: words(
    "csv: one file per sheet; xlsx: one workbook, all cells as text",
    "csv: één bestand per blad; xlsx: één werkmap, alle cellen als tekst",
  ),
  export_customer_flag: words("the same as --only", "hetzelfde als --only"),
} as const satisfies Readonly<Record<string, Wording<void>>>;
