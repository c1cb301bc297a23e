/** Writes a batch of any size as CSV files, the same each time. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeLines } from "./write-lines.ts";

export type BatchSize = { readonly customers: number; readonly branches: number; readonly users: number };

const address = "Street 1,Utrecht,UT,3511 AB,NL";
const place = "Europe/Amsterdam,nl_NL";

type Customer = BatchSize & { readonly index: number };

/** `branches` and `users` are those of each customer. Several sizes: their customers one after the other. */
export async function makeBatch(folder: string, ...sizes: readonly BatchSize[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeLines(join(folder, "templates.csv"), ["template_name,country\nBench,NL\n"]);
  await writeLines(join(folder, "customers.csv"), linesOfCustomers(customersOf(sizes)));
  await writeLines(join(folder, "locations.csv"), linesOfLocations(customersOf(sizes)));
  await writeLines(join(folder, "users.csv"), linesOfUsers(customersOf(sizes)));
}

function* customersOf(sizes: readonly BatchSize[]): Generator<Customer> {
  let index = 0;
  for (const size of sizes) {
    for (let customer = 0; customer < size.customers; customer += 1) yield { ...size, index: index++ };
  }
}

function* linesOfCustomers(customers: Iterable<Customer>): Generator<string> {
  yield "external_id,name,admin_email,template,packages,address_line1,city,state,postal_code,country,supported_location,hq_timezone,hq_language\n";
  for (const { index } of customers) {
    yield `C-${index},Customer ${index},admin@c${index}.example.com,Bench,webex_calling;webex_meetings,${address},yes,${place}\n`;
  }
}

function* linesOfLocations(customers: Iterable<Customer>): Generator<string> {
  yield "customer,name,address_line1,city,state,postal_code,country,timezone,language\n";
  for (const { index, branches } of customers) {
    for (let branch = 0; branch < branches; branch += 1) yield `C-${index},Branch ${branch},${address},${place}\n`;
  }
}

function* linesOfUsers(customers: Iterable<Customer>): Generator<string> {
  yield "customer,email,first_name,last_name,package,location,extension\n";
  for (const { index, branches, users } of customers) {
    for (let user = 0; user < users; user += 1) {
      const location = branches === 0 ? "Head Office" : `Branch ${user % branches}`;
      yield `C-${index},user${user}@c${index}.example.com,First${user},Last${user},webex_calling,${location},${10_000 + user}\n`;
    }
  }
}
