/** What `--help` says of the commands around it: nights, schemas, the page, the simulator, templates, logins. */
import { type Wording, words } from "../wording.ts";

const settingsNote = {
  en: "A flag overrides the environment, the environment overrides wholesale-import.config.json, and that file overrides the default.",
  nl: "Een optie heeft voorrang op de omgeving, de omgeving op wholesale-import.config.json, en dat bestand op de standaardwaarde.",
} as const;

export const otherCommandsHelp = {
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
  timezone_flag: words("time zone of pattern and window", "tijdzone van patroon en venster"),
  window_flag: words(
    "hours in which batches run, such as 22:00-05:30; the rest continues in the next night",
    "uren waarin batches lopen, zoals 22:00-05:30; de rest gaat de volgende nacht verder",
  ),
  schedule_drift_flag: words(
    "cron pattern: when to compare Webex with what was last applied, and to notify",
    "cron-patroon: wanneer Webex met het laatst toegepaste wordt vergeleken, met een bericht",
  ),
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
    "houd een batch van meer dan 100 rijen tegen die zoveel keer zo groot is als normaal; of off",
  ),
  schedule_install: words(
    "print a systemd timer, a crontab line or a Kubernetes CronJob for this schedule",
    "toon een systemd-timer, een crontab-regel of een Kubernetes-CronJob voor dit schema",
  ),
  install_format_flag: words("what to print", "wat er wordt getoond"),
  install_program_flag: words("path of the program", "pad van het programma"),
  install_image_flag: words("image for Kubernetes", "image voor Kubernetes"),

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
  config: words("all settings with their values and sources", "alle instellingen met hun waarde en herkomst"),
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
  from_export_flag: words(
    "begin with the customers of this export, in an empty simulator; latency and limit: as runs have measured them",
    "begin met de klanten van deze export, in een lege simulator; antwoordtijd en limiet: zoals runs die hebben gemeten",
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
    "access to Webex: check the token, log in, log out",
    "toegang tot Webex: token controleren, aanmelden, afmelden",
  ),
  auth_check: words(
    "show whose token it is, which organization it acts on, and which scopes are missing for which step",
    "toon van wie het token is, voor welke organisatie het geldt, en welke scopes voor welke stap ontbreken",
  ),
  auth_base_url_flag: words("base URL of Webex", "basis-URL van Webex"),
  auth_login: words(
    "log in through the browser, and keep the access for later runs",
    "meld u aan via de browser, en bewaar de toegang voor latere runs",
  ),
  auth_login_further: words(
    `Before the first login, create an integration at https://developer.webex.com/my-apps with this redirect URI and these scopes.
Give its client ID and secret as WEBEX_CLIENT_ID and WEBEX_CLIENT_SECRET, or type them when asked. Log in as a full
administrator of the partner organization.`,
    `Maak voor de eerste keer een integratie aan op https://developer.webex.com/my-apps, met deze redirect-URI en deze scopes.
Geef de client-id en het clientgeheim op als WEBEX_CLIENT_ID en WEBEX_CLIENT_SECRET, of typ ze als erom wordt gevraagd.
Meld u aan als volledige beheerder van de partnerorganisatie.`,
  ),
  auth_logout: words("delete the saved access", "verwijder de opgeslagen toegang"),
} as const satisfies Readonly<Record<string, Wording<void>>>;
