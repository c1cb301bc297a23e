/** Writes a batch of any size as CSV files, the same each time. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeLines } from "./write-lines.ts";

export type BatchSize = { readonly customers: number; readonly branches: number; readonly users: number };

const address = "Street 1,Utrecht,UT,3511 AB,NL";
const place = "Europe/Amsterdam,nl_NL";

/** `branches` and `users` are those of each customer. */
export async function makeBatch(folder: string, size: BatchSize): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeLines(join(folder, "templates.csv"), ["template_name,country\nBench,NL\n"]);
  await writeLines(join(folder, "customers.csv"), customersOf(size));
  await writeLines(join(folder, "locations.csv"), locationsOf(size));
  await writeLines(join(folder, "users.csv"), usersOf(size));
}

function* customersOf({ customers }: BatchSize): Generator<string> {
  yield "external_id,name,admin_email,template,packages,address_line1,city,state,postal_code,country,supported_location,hq_timezone,hq_language\n";
  for (let customer = 0; customer < customers; customer += 1) {
    yield `C-${customer},Customer ${customer},admin@c${customer}.example.com,Bench,webex_calling;webex_meetings,${address},yes,${place}\n`;
  }
}

function* locationsOf({ customers, branches }: BatchSize): Generator<string> {
  yield "customer,name,address_line1,city,state,postal_code,country,timezone,language\n";
  for (let customer = 0; customer < customers; customer += 1) {
    for (let branch = 0; branch < branches; branch += 1) yield `C-${customer},Branch ${branch},${address},${place}\n`;
  }
}

function* usersOf({ customers, branches, users }: BatchSize): Generator<string> {
  yield "customer,email,first_name,last_name,package,location,extension\n";
  for (let customer = 0; customer < customers; customer += 1) {
    for (let user = 0; user < users; user += 1) {
      const location = branches === 0 ? "Head Office" : `Branch ${user % branches}`;
      yield `C-${customer},user${user}@c${customer}.example.com,First${user},Last${user},webex_calling,${location},${10_000 + user}\n`;
    }
  }
}
