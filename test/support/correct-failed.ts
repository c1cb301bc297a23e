/** A person at the failed/ files of samples/with-mistakes. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a person writes instead, cell by cell. */
const corrections: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "templates.csv": [
    ["Calling Germany,Calling Germany", "Calling Germany,"],
    ["partner,,,,", "partner,https://idp.example.com/saml,,,"],
  ],
  "customers.csv": [
    ["100% Groen", "Honderd procent Groen"],
    ["exаmple", "example"],
    [",NL,no,", ",NL,yes,"],
    ["CET", "Europe/Amsterdam"],
    ["+31501234150", "+31501234100"],
    ["Caling", "Calling"],
    ["webex_voice;attendant_console", "webex_voice"],
    [",UK,", ",GB,"],
    [",Massachusetts,2139,", ",MA,02139,"],
    ["webex_calling=1", "webex_calling=2"],
  ],
  "locations.csv": [
    ["31351234200-31351234209", "+31351234200-+31351234209"],
    ["+31301235200", "+31301235100"],
    ["Soest,Van Weedestraat 8,,Soest,,3761 CB", "Soest-Zuid,Van Weedestraat 8,,Soest,UT,3761 CB"],
    ["NL7001", "NL-7001"],
  ],
  "users.csv": [
    [";31331234102", ";+31331234102"],
    ["3,13312E+10", "+31331234103"],
    ["5-apr", "4504"],
    [";112;", ";4110;"],
    ["NL-7001;jan.peters@vanrijn.example.com;Jan;Peters;webex_calling;;Head Office;+31331234106;4106;\r\n", ""],
    ["webex_suite", "webex_calling"],
    ["webex_meetings;attendant_console", "webex_meetings;"],
    ["Hed Office", "Head Office"],
    [";webex_calling;;;+31331234110;4110", ";webex_calling;;Head Office;+31331234110;4120"],
    ["+31201234567", "+31331234111"],
    ["location_admin", ""],
    ["zoe.maas\u00a0@", "zoe.maas@"],
    ["Una;Prins;webex_calling;;Head Office;;;", "Una;Prins;webex_calling;;Head Office;;4199;"],
    ["An;Jacobs;webex_calling;;;;1;", "An;Jacobs;webex_calling;;;;0203;"],
    ["BE-7020", "BE-7002"],
    ["0203;\r\n", "0209;\r\n"],
    [";Head Office\r\n", ";Head Office;;4130;\r\n"],
  ],
};

/** Makes every row in failed/ of a run folder right. */
export async function correctFailed(run: string): Promise<void> {
  for (const [file, changes] of Object.entries(corrections)) await correct(join(run, "failed", file), changes);
}

async function correct(path: string, changes: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(path, "utf8");
  for (const [wrong, right] of changes) text = text.replace(wrong, right);
  await writeFile(path, text);
}
