/** A batch of one customer whose users' numbers have lost their +, as a spreadsheet leaves them. */
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { samplesFolder } from "./run-program.ts";

const customer: Readonly<Record<string, string>> = {
  external_id: "NL-1",
  name: "Acme BV",
  admin_email: "it@acme.example.com",
  template: "Calling Benelux",
  packages: "webex_calling",
  language: "nl_NL",
  supported_location: "yes",
  address_line1: "Damrak 1",
  city: "Amsterdam",
  postal_code: "1012 LG",
  country: "NL",
  hq_timezone: "Europe/Amsterdam",
  hq_language: "nl_NL",
  hq_phone_numbers: "+31207000001-+31207000009",
  hq_main_number: "+31207000001",
  hq_pstn: "Simulated Carrier",
};

/**
 * Writes templates.csv, customers.csv and users.csv. `users`: e-mail, first name, last name, number, extension. `nowhere`: the
 * e-mail of one in a location that there is not.
 */
export async function writeLostPlus(
  folder: string,
  users: readonly (readonly string[])[] = lostPlus,
  nowhere?: string,
): Promise<void> {
  await copyFile(join(samplesFolder, "templates.csv"), join(folder, "templates.csv"));
  const lines = [Object.keys(customer), Object.values(customer)].map((cells) => `${cells.join(",")}\n`);
  await writeFile(join(folder, "customers.csv"), lines.join(""));
  const rows = users.map(([email, first, last, number, extension]) =>
    ["NL-1", email, first, last, "webex_calling", email === nowhere ? "Nowhere" : "", number, extension].join(","),
  );
  await writeFile(
    join(folder, "users.csv"),
    `customer,email,first_name,last_name,package,location,phone_number,extension\n${rows.join("\n")}\n`,
  );
}

/** The first is right. */
const lostPlus = [
  ["a@acme.example.com", "An", "One", "+31207000001", "4001"],
  ["b@acme.example.com", "Bo", "Two", "31207000002", "4002"],
];
