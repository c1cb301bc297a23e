/** The lines of one customer's CSV file: the same as its page, for a spreadsheet. */
import { escapeFormula } from "../../model/formula-signs.ts";
import type { CustomerHandover, HandedPlace } from "../../model/handover.ts";
import { toE164 } from "../../model/number-ranges.ts";
import { factsOf } from "../../model/packages.ts";
import type { PackageCode } from "../../model/records.ts";
import { say, type TextKey, type Voice, voiceOf } from "../../model/words/text.ts";
import { csvPieces } from "../../storage/csv-text.ts";
import { formatAddress, formatDay, type HandoverLook, sayNumberState, sayRoles, sayWho } from "./handover-page.ts";

const columns = [
  "kind",
  "name",
  "email",
  "package",
  "number",
  "extension",
  "location",
  "address",
  "role",
  "state",
  "remark",
] as const;

type Column = (typeof columns)[number];

type Line = { readonly [C in Column]?: string };

/** The whole file, in the language of the page; numbers one by one. `delimiter`: between cells; default: comma. */
export function renderHandoverCsv(handover: CustomerHandover, look: HandoverLook, delimiter = ","): string {
  const voice = voiceOf(look.language);
  const header = columns.map((column) => voice(`handover_${column}`));
  const { add, finish } = csvPieces(header, { delimiter, protect: escapeFormula });
  const pieces: string[] = [];
  for (const line of linesOf(handover, look, voice))
    pieces.push(add(columns.map((column) => line[column] ?? "")) ?? "");
  return [...pieces, finish()].join("");
}

function* linesOf(handover: CustomerHandover, look: HandoverLook, voice: Voice): Generator<Line> {
  const { language } = look;
  const kind = (name: "customer" | "location" | "number" | "user" | "administrator" | "task" | "removed") =>
    voice(`handover_kind_${name}` satisfies TextKey);
  const address = (where: HandedPlace["address"]) => formatAddress(where, language).join(", ");
  const state = (name: CustomerHandover["state"]) => voice(`handover_${name}` satisfies TextKey);
  yield {
    kind: kind("customer"),
    name: handover.name,
    ...(handover.billingAddress ? { address: address(handover.billingAddress) } : {}),
    package: names(handover.packages.map(({ code }) => code)),
    state: state(handover.state),
    remark: handover.customer,
  };
  for (const place of handover.places)
    yield {
      kind: kind("location"),
      name: place.name,
      number: place.mainNumber ?? "",
      address: address(place.address),
      state: state(place.state),
      remark: place.routingPrefix ? voice("handover_prefix", { prefix: place.routingPrefix }) : "",
    };
  const owners = new Map(handover.people.map(({ phoneNumber, name }) => [phoneNumber, name]));
  for (const place of handover.places)
    for (const numbers of place.numbers)
      for (let number = numbers.from; number <= numbers.to; number += 1) {
        const phone = toE164(number);
        const isMain = phone === place.mainNumber;
        yield {
          kind: kind("number"),
          name: owners.get(phone) ?? "",
          number: phone,
          location: place.name,
          state: sayNumberState(numbers, look, voice),
          remark: isMain ? voice("handover_main_number") : owners.has(phone) ? "" : voice("handover_unassigned"),
        };
      }
  for (const person of handover.people)
    yield {
      kind: kind("user"),
      name: person.name,
      email: person.email,
      package: names(person.packages),
      number: person.phoneNumber ?? "",
      extension: person.extension ?? "",
      location: person.location ?? "",
      role: sayRoles(person.roles, look, voice),
      state: state(person.state),
    };
  for (const { name = "", email, roles } of handover.administrators)
    yield { kind: kind("administrator"), name, email, role: sayRoles(roles, look, voice) };
  for (const task of handover.tasks)
    yield {
      kind: kind("task"),
      name: sayWho(task, look, voice),
      state: task.on ? formatDay(task.on, language) : "",
      remark: say(task.what, language),
    };
  for (const name of handover.removed) yield { kind: kind("removed"), name };
}

function names(codes: readonly PackageCode[]): string {
  return codes.map((code) => factsOf(code).names[0] ?? code).join(" + ");
}
