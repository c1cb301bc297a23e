/** Writes sheets that keep every rule at work: numbers in ranges, limits, add-ons, roles, and a mistake in one of a thousand rows. The same each time. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeLines } from "./write-lines.ts";

/** `users`: of each customer. */
export type SheetsSize = { readonly customers: number; readonly users: number };

const branches = 2;
const numbersOfBranch = 100;
const firstNumber = 31_202_000_000;
const address = "Keizersgracht 126,Amsterdam,NH,1015 CW,NL";
const place = "Europe/Amsterdam,nl_NL";

export async function makeSheets(folder: string, size: SheetsSize): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeLines(join(folder, "templates.csv"), templates());
  await writeLines(join(folder, "customers.csv"), customersOf(size));
  await writeLines(join(folder, "locations.csv"), locationsOf(size));
  await writeLines(join(folder, "users.csv"), usersOf(size));
}

function* templates(): Generator<string> {
  yield "template_name,provisioning_id,country\n";
  yield "Calling NL,YTQ1ZGE5ZTAtMzBjOC00ZDk0LWE5YjItMzBjOC00ZDk0,NL\n";
}

function* customersOf({ customers, users }: SheetsSize): Generator<string> {
  yield "external_id,name,admin_email,template,packages,package_limits,address_line1,city,state,postal_code,country,supported_location,hq_timezone,hq_language\n";
  for (let customer = 0; customer < customers; customer += 1) {
    const packages = `webex_calling;webex_meetings;attendant_console,webex_calling=${users};attendant_console=${users}`;
    yield `NL-${customer},Bakkerij De Korenaar ${customer},admin@korenaar${customer}.example.com,Calling NL,${packages},${address},yes,${place}\n`;
  }
}

function* locationsOf({ customers }: SheetsSize): Generator<string> {
  yield "customer,name,address_line1,city,state,postal_code,country,timezone,language,phone_numbers\n";
  for (let customer = 0; customer < customers; customer += 1) {
    for (let branch = 0; branch < branches; branch += 1) {
      const first = numberOf(customer, branch, 0);
      const last = numberOf(customer, branch, numbersOfBranch - 1);
      yield `NL-${customer},Vestiging ${branch},${address},${place},${first}-${last}\n`;
    }
  }
}

function* usersOf({ customers, users }: SheetsSize): Generator<string> {
  yield "customer,email,first_name,last_name,package,addons,location,phone_number,extension,roles\n";
  for (let customer = 0; customer < customers; customer += 1) {
    for (let user = 0; user < users; user += 1) yield userOf(customer, user, customer * users + user);
  }
}

function userOf(customer: number, user: number, row: number): string {
  const person = `NL-${customer},medewerker${user}@korenaar${customer}.example.com,Voornaam${user},Achternaam${user}`;
  if (user % 10 === 9) return `${person},webex_meetings,,,,,\n`;
  const addon = user % 20 === 0 ? "attendant_console" : "";
  const role = user === 0 ? "full_admin" : "";
  const branch = user % branches;
  const number = numberOf(customer, branch, Math.floor(user / branches));
  const phone = row % 1_000 === 500 ? number.slice(1) : number;
  return `${person},webex_calling,${addon},Vestiging ${branch},${user % 3 === 2 ? "" : phone},${4_000 + user},${role}\n`;
}

function numberOf(customer: number, branch: number, index: number): string {
  return `+${firstNumber + (customer * branches + branch) * numbersOfBranch + index}`;
}
