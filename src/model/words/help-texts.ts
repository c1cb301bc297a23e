/** What `--help` says, and what a wrong command line is answered. Apart from the catalogue: help loads nothing else. */
import type { Language } from "./language.ts";
import { sayPlain, type Wording, words } from "./wording.ts";

const settingsNote = {
  en: "A flag wins over the environment, the environment over wholesale-import.config.json, and that over the default.",
  nl: "Een optie gaat voor de omgeving, de omgeving voor wholesale-import.config.json, en dat bestand voor de standaardwaarde.",
} as const;

export const helpTexts = {
  // the program
  program: words(
    "Onboard customers to Webex for Wholesale in bulk, from spreadsheets.",
    "Sluit klanten in bulk aan op Webex for Wholesale, vanuit spreadsheets.",
  ),
  help_after_error: words("(--help shows the flags and arguments)", "(--help toont de opties en argumenten)"),
  help_flag: words("show this help", "toon deze hulp"),
  help_command: words("show the help of a command", "toon de hulp van een opdracht"),
  version_flag: words("show the version", "toon de versie"),

  // one line per command
  init_summary: words("write sheets to start with", "schrijf bladen om mee te beginnen"),
  validate_summary: words(
    "check the sheets; needs no network and changes nothing",
    "controleer de bladen; zonder netwerk, en er verandert niets",
  ),
  plan_summary: words(
    "show what apply would create, change and leave unchanged",
    "toon wat apply zou aanmaken, wijzigen en ongewijzigd laten",
  ),
  apply_summary: words("check the sheets, plan, and provision", "controleer de bladen, maak het plan en richt in"),
  resume_summary: words(
    "continue an interrupted or pending run; nothing is done twice",
    "hervat een onderbroken of wachtende run; niets gebeurt dubbel",
  ),
  retry_summary: words(
    "run the corrected rows in failed/, and those that were not attempted",
    "voer de gecorrigeerde rijen in failed/ uit, en de rijen die nog niet aan de beurt waren",
  ),
  fix_summary: words(
    "write the repairs that are certain into failed/, ready for retry",
    "schrijf de correcties die zeker zijn in failed/, klaar voor retry",
  ),
  undo_summary: words(
    "take back what a run created: roles, users, whole customers",
    "draai terug wat een run heeft aangemaakt: rollen, gebruikers, hele klanten",
  ),
  report_summary: words("write the result files of a run again", "schrijf de resultaatbestanden van een run opnieuw"),
  runs_summary: words(
    "list, show and remove the runs of the state folder",
    "toon de runs in de state-map, of verwijder oude",
  ),
  history_summary: words(
    "show what runs did to a customer, a person or a number",
    "toon wat runs met een klant, een persoon of een nummer hebben gedaan",
  ),
  export_summary: words(
    "write the customers, locations and users at Webex as sheets",
    "schrijf de klanten, locaties en gebruikers bij Webex als bladen",
  ),
  schedule_summary: words("import every night from an inbox folder", "importeer elke nacht uit een inbox-map"),
  schema_summary: words("show the columns of a sheet", "toon de kolommen van een blad"),
  explain_summary: words(
    "explain an error code: its meaning, an example, what to do",
    "leg een foutcode uit: de betekenis, een voorbeeld, wat u kunt doen",
  ),
  worker_summary: words(
    "carry out the runs started with --engine temporal",
    "voer de runs uit die met --engine temporal zijn gestart",
  ),
  templates_summary: words(
    "the stored provisioning IDs of onboarding templates",
    "de bewaarde inrichtings-id's van onboardingssjablonen",
  ),
  auth_summary: words(
    "show who the access token is and what it lacks; log in and out",
    "toon van wie het toegangstoken is en wat eraan ontbreekt; log in en uit",
  ),
  config_summary: words(
    "show the settings, and where each comes from",
    "toon de instellingen, en waar elke vandaan komt",
  ),
  completion_summary: words(
    "print a shell completion script for commands and flags",
    "geef het script waarmee een shell opdrachten en opties aanvult",
  ),
  serve_summary: words(
    "open the page in your browser: upload, correct, plan, run and review",
    "open de pagina in uw browser: uploaden, corrigeren, plannen, uitvoeren en nakijken",
  ),
  simulate_summary: words("run the simulator as a server", "draai de simulator als server"),

  // what several commands take
  input_argument: words(
    "folders, files or workbooks; none when --sheet names them",
    "mappen, bestanden of werkmappen; geen als --sheet ze noemt",
  ),
  input_or_plan_argument: words(
    "folders, files, workbooks, or a saved plan; none when --sheet names them",
    "mappen, bestanden, werkmappen of een opgeslagen plan; geen als --sheet ze noemt",
  ),
  run_argument: words("the run; default: the newest", "de run; standaard: de nieuwste"),
  json_flag: words("print JSON", "geef JSON"),
  max_unpacked_flag: words("largest workbook, unpacked; default: 64", "grootste werkmap, uitgepakt; standaard: 64"),
  sheet_flag: words(
    "read this file as that sheet, whatever its name; - is standard input; repeatable",
    "lees dit bestand als dat blad, hoe het ook heet; - is standaardinvoer; herhaalbaar",
  ),
  encoding_flag: words(
    "encoding of the files where it is not detected (such as windows-1252), or of one file: users.csv=shift_jis; repeatable",
    "codering van de bestanden waar die niet wordt herkend (zoals windows-1252), of van één bestand: users.csv=shift_jis; herhaalbaar",
  ),
  delimiter_flag: words(
    "delimiter of the files, where it is not detected",
    "scheidingsteken van de bestanden, waar het niet wordt herkend",
  ),
  mapping_flag: words(
    "read the files by this mapping; default: mapping.json beside them",
    "lees de bestanden volgens deze mapping; standaard: mapping.json ernaast",
  ),
  schedule_mapping_flag: words(
    "read batches without a mapping.json by this mapping; default: mapping.json in the inbox",
    "lees batches zonder mapping.json volgens deze mapping; standaard: mapping.json in de inbox",
  ),
  retry_mapping_flag: words(
    "read the rows by this mapping; default: mapping.json in failed/",
    "lees de rijen volgens deze mapping; standaard: mapping.json in failed/",
  ),
  events_flag: words("write events as NDJSON to stdout", "schrijf gebeurtenissen als NDJSON naar stdout"),
  quiet_flag: words("print nothing but errors", "toon alleen fouten"),
  language_flag: words(
    "language of screens, messages and help: en or nl; default: that of the locale, else English",
    "taal van schermen, meldingen en hulp: en of nl; standaard: die van de landinstelling, anders Engels",
  ),
  reasons_flag: words(
    "add the columns _error and _hint to the CSV files of failed/",
    "zet de kolommen _error en _hint ook in de CSV-bestanden van failed/",
  ),
  csv_delimiter_flag: words(
    "between the cells of CSV files that are written: comma (default), semicolon, tab, pipe",
    "tussen de cellen van geschreven CSV-bestanden: comma (standaard), semicolon, tab, pipe",
  ),
  state_flag: words("state folder", "state-map"),
  operator_flag: words(
    "who does it, for the record; default: the user of this machine",
    "wie het doet, voor de administratie; standaard: de gebruiker van deze machine",
  ),
  ticket_flag: words("the ticket or change that it belongs to", "het ticket of de wijziging waar het bij hoort"),
  concurrency_flag: words("requests in flight", "verzoeken die tegelijk lopen"),
  per_customer_flag: words(
    "requests in flight within one organization",
    "verzoeken die tegelijk binnen één organisatie lopen",
  ),
  rate_flag: words("requests per second at most", "hoogstens zoveel verzoeken per seconde"),
  provisioning_timeout_flag: words(
    "how long to wait for Webex to provision a customer",
    "hoelang wordt gewacht tot Webex een klant heeft ingericht",
  ),
  max_wait_flag: words("longest Retry-After to wait for", "langste Retry-After waarop wordt gewacht"),
  log_level_flag: words("level of the run's log.ndjson", "niveau van log.ndjson van de run"),
  refresh_flag: words(
    "rows to read again at Webex: always = all; auto = changed, or older than --refresh-after; never = only changed",
    "rijen die opnieuw bij Webex worden gelezen: always = alle; auto = gewijzigd, of ouder dan --refresh-after; never = alleen gewijzigd",
  ),
  refresh_after_flag: words(
    "with --refresh auto: read rows again that were last applied longer ago than this",
    "met --refresh auto: lees rijen opnieuw die langer dan dit geleden zijn toegepast",
  ),
  target_flag: words("simulator (default) or webex", "simulator (standaard) of webex"),
  required_target_flag: words("simulator or webex; required", "simulator of webex; verplicht"),
  base_url_flag: words("base URL of the target", "basis-URL van het doel"),
  scim_base_url_flag: words(
    "base URL of the SCIM calls, if not the base URL without /v1",
    "basis-URL van de SCIM-aanroepen, als dat niet de basis-URL zonder /v1 is",
  ),
  on_behalf_of_flag: words("act for this sub-partner organization", "handel namens deze subpartnerorganisatie"),
  redirect_uri_flag: words(
    "redirect URI of the integration, on this machine",
    "redirect-URI van de integratie, op deze computer",
  ),
  out_too_flag: words("write the result files to this folder too", "schrijf de resultaatbestanden ook naar deze map"),
  yes_flag: words("do not ask before writing to Webex", "vraag niets voordat er naar Webex wordt geschreven"),
  stop_after_errors_flag: words(
    "stop when this many operations have failed",
    "stop als zoveel bewerkingen zijn mislukt",
  ),
  remove_missing_packages_flag: words(
    "remove packages that a customer has and the sheet does not name",
    "verwijder pakketten die een klant heeft en het blad niet noemt",
  ),
  only_flag: words(
    "only this customer, by external ID (customer= is optional); repeatable",
    "alleen deze klant, met de externe id (customer= mag weg); herhaalbaar",
  ),
  limit_flag: words(
    "only the first n customers of the batch, with all of their rows (a pilot)",
    "alleen de eerste n klanten van de batch, met al hun rijen (een proef)",
  ),
  precheck_flag: words(
    "have Webex validate new customers and users, and moves, first",
    "laat Webex nieuwe klanten, nieuwe gebruikers en verplaatsingen eerst controleren",
  ),
  strict_flag: words(
    "refuse a batch in which any row is invalid, or any table was not read",
    "weiger een batch met een ongeldige rij, of met een tabel die niet is gelezen",
  ),
  keep_person_flag: words(
    "remove only the subscription of users to be removed, and keep the person",
    "verwijder van te verwijderen gebruikers alleen het abonnement, en behoud de persoon",
  ),
  adopt_flag: words(
    "take over customers that exist under another external id, and give them that of the sheet",
    "neem klanten over die onder een ander extern id bestaan, en geef ze dat van het blad",
  ),
  allow_customer_removals_flag: words(
    "carry out rows that say that a customer is to go, with all its users",
    "voer rijen uit die zeggen dat een klant weg moet, met alle gebruikers",
  ),
  delete_organizations_flag: words(
    "also delete the organizations of customers that are removed, for good",
    "verwijder ook de organisaties van verwijderde klanten, voorgoed",
  ),
  accept_impacts_flag: words(
    "move users although they lose voice messages or leave groups",
    "verplaats gebruikers ook als zij voicemailberichten verliezen of groepen verlaten",
  ),
  allow_outage_flag: words(
    "remove and add a number that does not move with its user",
    "verwijder een nummer dat niet met de gebruiker mee verhuist, en voeg het opnieuw toe",
  ),
  remove_missing_numbers_flag: words(
    "release numbers that a location has and its row does not list, never the main number",
    "geef nummers vrij die een locatie heeft en die de rij niet noemt, nooit het hoofdnummer",
  ),
  force_locations_flag: words(
    "remove locations with their hunt groups, auto attendants and other features",
    "verwijder locaties met hun huntgroepen, auto-attendants en andere functies",
  ),
  max_removals_flag: words(
    "remove up to n users without asking, also more than a fifth of a customer's",
    "verwijder tot n gebruikers zonder te vragen, ook meer dan een vijfde van een klant",
  ),
  max_changes_flag: words(
    "refuse a batch that would create or change more rows than this",
    "weiger een batch die meer rijen dan dit zou aanmaken of wijzigen",
  ),
  engine_flag: words(
    "local (default), or temporal: workers of a cluster",
    "local (standaard), of temporal: workers van een cluster",
  ),
  worker_timeout_flag: words(
    "with --engine temporal: a worker that is silent for this long counts as dead",
    "met --engine temporal: een worker die zo lang niets laat horen, geldt als uitgevallen",
  ),
  temporal_address_flag: words("address of Temporal", "adres van Temporal"),
  temporal_namespace_flag: words("namespace at Temporal", "namespace bij Temporal"),
  metrics_listen_flag: words(
    "serve /metrics and /healthz at this address, such as 127.0.0.1:9464",
    "bied /metrics en /healthz aan op dit adres, zoals 127.0.0.1:9464",
  ),
  port_flag: words("port; default: a free one", "poort; standaard: een vrije"),

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
  report_json_flag: words("print the summary as JSON", "geef de samenvatting als JSON"),
  report_out_flag: words(
    "write them to this folder instead of the run's folder",
    "schrijf ze naar deze map in plaats van de map van de run",
  ),

  // fix
  fix: words(
    "write the repairs that are certain into failed/, ready for retry; shows before and after first, and sends nothing",
    "schrijf de correcties die zeker zijn in failed/, klaar voor retry; toont eerst voor en na, en verstuurt niets",
  ),
  fix_code_flag: words(
    "only the repairs of this code; default: all",
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
    "also rows that were right already or not attempted",
    "ook rijen die al goed waren of niet zijn geprobeerd",
  ),
  history_json_flag: words("print each line as JSON", "geef elke regel als JSON"),
  history_further: words(
    "Oldest first. Several flags narrow it down. Runs are found through history.db in the state folder, which only holds fingerprints and may be deleted; what is shown is read from the runs themselves.",
    "Het oudste eerst. Met meer vlaggen wordt het minder. Runs worden gevonden via history.db in de state-map, met alleen vingerafdrukken erin; dat bestand mag weg. Wat wordt getoond, komt uit de runs zelf.",
  ),

  // runs
  runs: words("the runs of the state folder", "de runs in de state-map"),
  runs_list: words("all runs, newest first", "alle runs, de nieuwste eerst"),
  runs_show: words("one run, as JSON", "één run, als JSON"),
  newest_run_argument: words("default: the newest", "standaard: de nieuwste"),
  runs_prune: words(
    "remove old finished runs; they contain personal data",
    "verwijder oude afgeronde runs; ze bevatten persoonsgegevens",
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

  // schedule
  schedule: words(
    "import what arrives in an inbox folder, every night, one batch after the other",
    "importeer elke nacht wat in een inbox-map is aangekomen, de ene batch na de andere",
  ),
  inbox_flag: words(
    "folder where batches arrive: folders and workbooks; required",
    "map waar batches aankomen: mappen en werkmappen; verplicht",
  ),
  cron_flag: words(
    'when nights start: minute, hour, day, month, weekday, such as "0 2 * * *"; required, or --once',
    'wanneer nachten beginnen: minuut, uur, dag, maand, weekdag, zoals "0 2 * * *"; verplicht, of --once',
  ),
  timezone_flag: words("time zone of the pattern", "tijdzone van het patroon"),
  once_flag: words(
    "one night now, then exit: for systemd, cron and Kubernetes",
    "nu één nacht, daarna klaar: voor systemd, cron en Kubernetes",
  ),
  quiet_period_flag: words(
    "a batch without a .ready file is complete when nothing has changed for this long; or never",
    "een batch zonder .ready-bestand is compleet als er zo lang niets is veranderd; of never",
  ),
  max_growth_flag: words(
    "stop a batch of over 100 rows that is this many times its usual size; or off",
    "houd een batch van meer dan 100 rijen tegen die zoveel keer zo groot is als anders; of off",
  ),
  schedule_install: words(
    "print a systemd timer, a crontab line or a Kubernetes CronJob for these nights",
    "geef een systemd-timer, een crontab-regel of een Kubernetes-CronJob voor deze nachten",
  ),
  install_format_flag: words("what to print", "wat te geven"),
  install_program_flag: words("path of the program", "pad van het programma"),
  install_image_flag: words("image for Kubernetes", "image voor Kubernetes"),
  webhook_url_flag: words(
    "after each batch, send a signed notice there (WHOLESALE_IMPORT_WEBHOOK_SECRET)",
    "stuur er na elke batch een ondertekend bericht heen (WHOLESALE_IMPORT_WEBHOOK_SECRET)",
  ),
  mail_to_flag: words("after each batch, send a mail to this address", "stuur na elke batch een mail naar dit adres"),
  mail_from_flag: words("sender of the mails", "afzender van de mails"),
  smtp_url_flag: words(
    "server of the mails, smtp://user@host:587 (WHOLESALE_IMPORT_SMTP_PASSWORD)",
    "mailserver, smtp://user@host:587 (WHOLESALE_IMPORT_SMTP_PASSWORD)",
  ),
  notice_room_flag: words(
    "after each batch, write to this Webex space (WHOLESALE_IMPORT_NOTICE_TOKEN: a bot's)",
    "schrijf na elke batch in deze Webex-ruimte (WHOLESALE_IMPORT_NOTICE_TOKEN: die van een bot)",
  ),
  heartbeat_url_flag: words(
    "request this URL after each night, so that a night that did not run is noticed",
    "roep deze URL na elke nacht aan, zodat een nacht die niet liep opvalt",
  ),

  // schema, explain, completion, config
  schema: words(
    "the columns of a sheet: what they contain, which are required, which other headers are understood",
    "de kolommen van een blad: wat erin hoort, welke verplicht zijn, welke andere koppen worden herkend",
  ),
  schema_format_flag: words(
    "markdown, or json: a JSON Schema of one row",
    "markdown, of json: een JSON Schema van één rij",
  ),
  explain: words(
    "explain an error code of wholesale-import or of Webex: its meaning, an example, what to do",
    "leg een foutcode van wholesale-import of van Webex uit: de betekenis, een voorbeeld, wat u kunt doen",
  ),
  explain_argument: words(
    "a code from results.csv or errors.csv; without one, lists all codes",
    "een code uit results.csv of errors.csv; zonder code volgt een lijst van alle codes",
  ),
  shell_argument: words("the shell", "de shell"),
  completion_bash: words(
    "in ~/.bashrc: source <(wholesale-import completion bash)",
    "in ~/.bashrc: source <(wholesale-import completion bash)",
  ),
  completion_zsh: words(
    "in ~/.zshrc: source <(wholesale-import completion zsh)",
    "in ~/.zshrc: source <(wholesale-import completion zsh)",
  ),
  completion_fish: words("wholesale-import completion fish | source", "wholesale-import completion fish | source"),
  config: words(
    "all settings: their values, and where each comes from",
    "alle instellingen: hun waarden, en waar elke vandaan komt",
  ),
  config_further: words(settingsNote.en, settingsNote.nl),

  // serve, simulate, worker
  serve: words(
    "open the page in your browser: upload, correct, plan, run and review; on this machine only, until Ctrl-C",
    "open de pagina in uw browser: uploaden, corrigeren, plannen, uitvoeren en nakijken; alleen op deze computer, tot Ctrl-C",
  ),
  simulate: words(
    "run the simulator as a server on loopback, until Ctrl-C",
    "draai de simulator als server op loopback, tot Ctrl-C",
  ),
  simulate_db_flag: words(
    "SQLite file with its state; default: simulator.db in the state folder",
    "SQLite-bestand met de toestand; standaard: simulator.db in de state-map",
  ),
  simulate_latency_flag: words("time to answer, such as 100 or 100±20", "antwoordtijd, zoals 100 of 100±20"),
  simulate_provisioning_flag: words("time to provision a customer", "tijd om een klant in te richten"),
  simulate_rate_limit_flag: words(
    "answer 429 above a limit: 100/s, 100/s,burst=10, 300/60s, 300/60s,sliding, 5-in-flight, or several joined by +",
    "antwoord 429 boven een limiet: 100/s, 100/s,burst=10, 300/60s, 300/60s,sliding, 5-in-flight, of meer met een + ertussen",
  ),
  simulate_faults_flag: words(
    'faults, such as "POST /wholesale/subscribers=503:0.05"; repeatable',
    'storingen, zoals "POST /wholesale/subscribers=503:0.05"; herhaalbaar',
  ),
  simulate_lag_flag: words(
    "lists, single reads and rights lag behind by up to this long, such as 8000",
    "lijsten, losse opvragingen en rechten lopen hoogstens zoveel achter, zoals 8000",
  ),
  simulate_rivals_flag: words(
    'somebody else creates the same thing first, such as "user=different:0.05"; repeatable',
    'iemand anders maakt hetzelfde eerder aan, zoals "user=different:0.05"; herhaalbaar',
  ),
  simulate_quirks_flag: words(
    'awkward answers, such as "names-decomposed:0.5" or "short-pages"; repeatable',
    'lastige antwoorden, zoals "names-decomposed:0.5" of "short-pages"; herhaalbaar',
  ),
  simulate_seed_flag: words(
    "seed of IDs, jitter, faults, lag, rivals and quirks",
    "seed van id's, jitter, storingen, achterstand, rivalen en eigenaardigheden",
  ),
  worker: words(
    "carry out the runs started with --engine temporal, until Ctrl-C",
    "voer de runs uit die met --engine temporal zijn gestart, tot Ctrl-C",
  ),
  worker_further: words(
    "The access token is this process's own (environment or login); it is never sent to Temporal.\n--rate applies to all workers of one partner together, and counts operations.",
    "Het toegangstoken is van dit proces zelf (omgeving of login); het gaat nooit naar Temporal.\n--rate geldt voor alle workers van één partner samen, en telt bewerkingen.",
  ),

  // templates
  templates_list: words("all stored templates", "alle bewaarde sjablonen"),
  templates_link: words(
    "store the provisioning ID that Partner Hub shows for a template",
    "bewaar de inrichtings-id die Partner Hub bij een sjabloon toont",
  ),
  templates_name: words("name of the template, as written in the sheets", "naam van het sjabloon, zoals op de bladen"),
  templates_id: words("copied from Partner Hub", "gekopieerd uit Partner Hub"),

  // auth
  auth: words(
    "access to Webex: who the token is, log in, log out",
    "toegang tot Webex: van wie het token is, aanmelden, afmelden",
  ),
  auth_check: words(
    "show who the token is, on which organization it acts, and which scopes are missing for what",
    "toon van wie het token is, voor welke organisatie het geldt, en welke scopes waarvoor ontbreken",
  ),
  auth_base_url_flag: words("base URL of Webex", "basis-URL van Webex"),
  auth_login: words(
    "log in through the browser, and keep the access for later runs",
    "log in via de browser, en bewaar de toegang voor latere runs",
  ),
  auth_login_further: words(
    `Before the first login, create an integration at https://developer.webex.com/my-apps with this redirect URI and these scopes.
Give its client ID and secret as WEBEX_CLIENT_ID and WEBEX_CLIENT_SECRET, or type them when asked. Log in as a full
administrator of the partner organization.`,
    `Maak voor de eerste keer een integratie aan op https://developer.webex.com/my-apps, met deze redirect-URI en deze scopes.
Geef de client-id en het clientgeheim op als WEBEX_CLIENT_ID en WEBEX_CLIENT_SECRET, of typ ze als erom wordt gevraagd.
Log in als volledige beheerder van de partnerorganisatie.`,
  ),
  auth_logout: words("delete the saved access", "verwijder de bewaarde toegang"),

  // flags of other tools
  foreign_plan: words(
    "To see what would be done without doing it: wholesale-import plan <input>.",
    "Om te zien wat er zou gebeuren zonder het te doen: wholesale-import plan <input>.",
  ),
  foreign_in_flight: words("Requests in flight: --concurrency N.", "Verzoeken die tegelijk lopen: --concurrency N."),
  foreign_yes: words("To be asked nothing: --yes.", "Om geen vraag te krijgen: --yes."),
  foreign_force: words(
    "There is no force. To be asked nothing: --yes; to write again what is at Webex: apply again, which changes what differs.",
    "Forceren kan niet. Om geen vraag te krijgen: --yes; om te herschrijven wat al bij Webex staat: apply opnieuw, dat wijzigt wat verschilt.",
  ),
  foreign_json: words("For programs: --json.", "Voor programma's: --json."),
  foreign_detail: words(
    "Each request is in the run's log.ndjson; --log-level debug adds detail.",
    "Elk verzoek staat in log.ndjson van de run; --log-level debug geeft meer details.",
  ),
  foreign_quiet: words("To print nothing but errors: --quiet.", "Om alleen fouten te zien: --quiet."),
  foreign_token: words(
    "A token is read from the environment (WEBEX_ACCESS_TOKEN), never from the command line; or: wholesale-import auth login.",
    "Een token komt uit de omgeving (WEBEX_ACCESS_TOKEN), nooit van de opdrachtregel; of: wholesale-import auth login.",
  ),
  foreign_rate: words("Requests per second at most: --rate N.", "Hoogstens zoveel verzoeken per seconde: --rate N."),
  foreign_waiting: words(
    "How long to wait: --provisioning-timeout for Webex to provision a customer, --max-wait for its Retry-After.",
    "Hoe lang te wachten: --provisioning-timeout op het inrichten van een klant door Webex, --max-wait op Retry-After.",
  ),
  foreign_proxy: words(
    "The proxy is read from HTTPS_PROXY, and hosts without one from NO_PROXY.",
    "De proxy komt uit HTTPS_PROXY, en hosts zonder proxy uit NO_PROXY.",
  ),
  foreign_tls: words(
    "TLS cannot be switched off. For a certificate authority of your own: NODE_EXTRA_CA_CERTS=FILE.",
    "TLS kan niet uit. Voor een eigen certificeringsinstantie: NODE_EXTRA_CA_CERTS=BESTAND.",
  ),
  foreign_colours: words(
    "There are no colours without a terminal, nor with NO_COLOR=1.",
    "Zonder terminal zijn er geen kleuren, en met NO_COLOR=1 ook niet.",
  ),
  foreign_settings: words(
    "Settings are read from wholesale-import.config.json in this folder and from the environment: wholesale-import config.",
    "Instellingen komen uit wholesale-import.config.json in deze map en uit de omgeving: wholesale-import config.",
  ),
  foreign_only: words(
    "One customer, by external ID: --only ID; repeat it for several.",
    "Eén klant, met de externe id: --only ID; herhaal het voor meer klanten.",
  ),
  foreign_out: words("Where results go: --out DIR.", "Waar resultaten heen gaan: --out MAP."),
  foreign_state: words("Where runs are kept: --state DIR.", "Waar runs worden bewaard: --state MAP."),
  foreign_simulator: words(
    "The simulator is the default: --target simulator.",
    "De simulator is de standaard: --target simulator.",
  ),
  foreign_real: words("For real: --target webex.", "Voor het echte werk: --target webex."),
  foreign_resume: words(
    "To continue a run: wholesale-import resume.",
    "Om een run te hervatten: wholesale-import resume.",
  ),
  foreign_retry: words(
    "To run the refused rows again: wholesale-import retry.",
    "Om de geweigerde rijen opnieuw uit te voeren: wholesale-import retry.",
  ),
  foreign_undo: words(
    "To take back what a run did: wholesale-import undo <run-id>.",
    "Om terug te draaien wat een run deed: wholesale-import undo <run-id>.",
  ),
  foreign_on_behalf_of: words(
    "To act for a sub-partner: --on-behalf-of ORG.",
    "Om namens een subpartner te handelen: --on-behalf-of ORG.",
  ),
  foreign_path: words(
    "A path is an argument, without a flag: wholesale-import apply FILE.",
    "Een pad is een argument, zonder optie: wholesale-import apply BESTAND.",
  ),

  // values that a flag does not take; commander puts its own sentence in front
  one_line: words(
    "Write it on one line of at most 200 characters.",
    "Schrijf dit op één regel van hoogstens 200 tekens.",
  ),
  an_e164_number: words(
    "Write a phone number with its country code, such as +31201234501.",
    "Schrijf een telefoonnummer met landcode, zoals +31201234501.",
  ),
  an_email_address: words(
    "Write an e-mail address, such as ann.visser@example.com.",
    "Schrijf een e-mailadres, zoals ann.visser@example.com.",
  ),
  number_above_zero: words("It must be a number above 0.", "Het moet een getal boven 0 zijn."),
  whole_number_from_zero: words("It must be a whole number, 0 or more.", "Het moet een geheel getal zijn, 0 of meer."),
  whole_number: words("It must be a whole number.", "Het moet een geheel getal zijn."),
  one_or_more: words("It must be 1 or more.", "Het moet 1 of meer zijn."),
  a_time: words("Write a time such as 90s, 30m, 2h or 7d.", "Schrijf een tijd zoals 90s, 30m, 2h of 7d."),
  a_sheet_file: words(
    "Write <sheet>=FILE, such as users=people.csv.",
    "Schrijf <blad>=BESTAND, zoals users=mensen.csv.",
  ),
  an_external_id: words("Write the external ID of a customer.", "Schrijf de externe id van een klant."),
  a_delimiter: words(
    "Use comma, semicolon, tab or pipe, or the character itself.",
    "Gebruik comma, semicolon, tab of pipe, of het teken zelf.",
  ),
  a_latency: words("Write milliseconds, such as 100 or 100±20.", "Schrijf milliseconden, zoals 100 of 100±20."),
} as const satisfies Readonly<Record<string, Wording<void>>>;

/** `near`: the sheet that was probably meant. */
export function noSuchSheet(near: string | undefined, sheets: readonly string[]): Readonly<Record<Language, string>> {
  const all = sheets.join(", ");
  return {
    en: near ? `Did you mean ${near}?` : `The sheets are ${all}.`,
    nl: near ? `Bedoelde u ${near}?` : `De bladen zijn ${all}.`,
  };
}

export type HelpKey = keyof typeof helpTexts;

/** A key where a command declares its texts; `sayHelp` says it once the program is built. */
export function help(key: HelpKey): string {
  return key;
}

/** The text of a key; any other text as it is. */
export function sayHelp(key: string, language: Language): string {
  return Object.hasOwn(helpTexts, key) ? sayPlain(helpTexts[key as HelpKey], language, undefined) : key; // as was asked just before
}

/** Headings and other words of the help that commander writes itself, in Dutch; in English they are its own. */
export const dutchHelpWords: Readonly<Record<string, string>> = {
  "Usage:": "Gebruik:",
  "Arguments:": "Argumenten:",
  "Options:": "Vlaggen:",
  "Commands:": "Opdrachten:",
  "Examples:": "Voorbeelden:",
  "Input:": "Invoer:",
  "Selection:": "Selectie:",
  "Safety:": "Veiligheid:",
  "Output:": "Uitvoer:",
  "Record:": "Administratie:",
  "Speed:": "Snelheid:",
  "Connection:": "Verbinding:",
  "Time:": "Tijd:",
  "Notices:": "Berichten:",
  "Temporal:": "Temporal:",
  "Others:": "Overige:",
};

/** `(choices: "en", "nl", default: "en")` and `[options]`. */
export function sayHelpFacts(text: string, language: Language): string {
  if (language === "en") return text;
  return text
    .replace("(choices: ", "(keuzes: ")
    .replace(/([(,] ?)default: /, "$1standaard: ")
    .replace("[options]", "[opties]")
    .replace("[command]", "[opdracht]");
}

const dutchErrors: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.*)'/, "fout: het argument '$1' ontbreekt"],
  [/^error: option '(.*)' argument missing/, "fout: de optie '$1' mist een waarde"],
  [/^error: required option '(.*)' not specified/, "fout: de optie '$1' is verplicht"],
  [/^error: unknown option '(.*)'/, "fout: onbekende optie '$1'"],
  [/^error: unknown command '(.*)'/, "fout: onbekende opdracht '$1'"],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./,
    "fout: te veel argumenten voor '$1': $3 in plaats van $2.",
  ],
  [
    /^error: too many arguments\. Expected (\d+) arguments? but got (\d+)\./,
    "fout: te veel argumenten: $2 in plaats van $1.",
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, "fout: de optie '$1' kan niet '$2' zijn."],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\./,
    "fout: het argument '$2' kan niet '$1' zijn.",
  ],
  [/Allowed choices are (.*)\./, "Kies uit $1."],
  [/\(Did you mean one of (.*)\?\)/, "(Bedoelde u een van $1?)"],
  [/\(Did you mean (.*)\?\)/, "(Bedoelde u $1?)"],
];

/** An error of commander in the language asked for; its form is that of version 14. */
export function sayUsageError(error: string, language: Language): string {
  if (language === "en") return error;
  return dutchErrors.reduce((said, [pattern, dutch]) => said.replace(pattern, dutch), error);
}
