/** What `--help` says of the program: one line for each command, and what commander leaves open. */
import { type Wording, words } from "../wording.ts";

export const programHelp = {
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
    "write the corrections that are certain into failed/, ready for retry",
    "schrijf de correcties die vaststaan naar failed/, klaar voor retry",
  ),
  undo_summary: words(
    "take back what a run created: roles, users, whole customers",
    "draai terug wat een run heeft aangemaakt: rollen, gebruikers, hele klanten",
  ),
  remind_summary: words(
    "send the consent email again to users who still have to consent",
    "stuur de toestemmingsmail opnieuw aan gebruikers die nog moeten instemmen",
  ),
  report_summary: words("write the result files of a run again", "schrijf de resultaatbestanden van een run opnieuw"),
  handover_summary: words(
    "write each customer of a run a page and a CSV file of its own",
    "schrijf voor elke klant van een run een eigen pagina en CSV-bestand",
  ),
  runs_summary: words(
    "list, show and remove the runs of the state folder",
    "toon de runs in de state-map, of verwijder oude",
  ),
  drift_summary: words(
    "show how Webex differs from the sheets; changes nothing",
    "toon waarin Webex afwijkt van de bladen; wijzigt niets",
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
    "show whose access token it is and what it lacks; log in and out",
    "toon van wie het toegangstoken is en wat eraan ontbreekt; meld u aan of af",
  ),
  config_summary: words("show all settings with their sources", "toon alle instellingen en hun herkomst"),
  completion_summary: words(
    "print the completion script for a shell",
    "toon het script waarmee een shell opdrachten en opties aanvult",
  ),
  serve_summary: words(
    "open the page in your browser: upload, correct, plan, run and review",
    "open de pagina in uw browser: uploaden, corrigeren, plannen, uitvoeren en nakijken",
  ),
  simulate_summary: words("run the simulator as a server", "draai de simulator als server"),
} as const satisfies Readonly<Record<string, Wording<void>>>;
