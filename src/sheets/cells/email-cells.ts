/** Cells with email addresses. Does not check whether a mailbox exists. */

import { text } from "../../model/words/text.ts";
import { foldLookAlikes } from "../data/look-alikes.ts";
import type { CellType } from "../define-sheet.ts";
import { countCharacters } from "./odd-characters.ts";
import { type Hint, write } from "./repair.ts";
import type { CellCheck } from "./row-notes.ts";

const address =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/;
const longestAddress = 254;
const longestName = 64;

/** Value: the address in lower case. */
export const email: CellType<string> = {
  label: text("kind_email"),
  knowsLetters: true,
  sound: /^[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9.-]+$/,
  pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
  maxLength: longestAddress,
  read(value, cell) {
    if (value.length > longestAddress) return tooLong(value, cell);
    const folded = value.toLowerCase();
    if (address.test(folded) && folded.indexOf("@") <= longestName) return folded;
    return /\P{ASCII}/u.test(value) ? readForeign(value, cell) : refuse(value, cell);
  },
};

function tooLong(value: string, cell: CellCheck): undefined {
  cell.error(
    "text_too_long",
    text("address_too_long", { length: value.length, most: longestAddress }),
    text("write_one_address"),
  );
  return undefined;
}

/** Letters outside ASCII: look-alikes are certainly wrong; others we cannot tell. */
function readForeign(value: string, cell: CellCheck): string | undefined {
  const latin = foldLookAlikes(value);
  if (address.test(latin)) {
    const letters = new Set([...value].filter((letter) => /\P{ASCII}/u.test(letter)));
    cell.error("email_look_alike", text("look_alike_letters", countCharacters([...letters])), write(latin));
    return undefined;
  }
  const accentless = latin.normalize("NFD").replace(/\p{M}/gu, "");
  if (!address.test(accentless)) return refuse(value, cell);
  cell.warn("email_not_ascii", text("email_not_ascii", { value }), text("was_meant", { meant: accentless }));
  return value.toLowerCase();
}

function refuse(value: string, cell: CellCheck): undefined {
  cell.error("invalid_email", text("not_an_email", { value }), repairOf(value));
  return undefined;
}

function repairOf(value: string): Hint {
  const bare = value
    .toLowerCase()
    .replace(/^mailto:/, "")
    .replace(/^.*<([^<>]+)>$/, "$1")
    .replace(/\s*(@|\(at\)|\[at\])\s*/, "@")
    .replace(/@([^@]*)$/, (_, domain: string) => `@${domain.replaceAll(",", ".").replace(/\.{2,}/g, ".")}`)
    .replace(/^[\s'"]+|[\s'".,;]+$/g, "");
  if (bare !== value.toLowerCase() && address.test(bare)) return write(bare);
  if ((value.match(/@/g)?.length ?? 0) > 1) return text("write_one_address");
  return text("write_like", { example: "ann@example.com" });
}

const noMailbox = /^(no-?reply|do-?not-?reply)@|\.(invalid|local|localhost|lan|internal)$/;

/** An address that must have a mailbox behind it: Webex writes to a customer's first administrator. */
export const mailbox: CellType<string> = {
  ...email,
  label: text("kind_mailbox"),
  read(value, cell) {
    const found = email.read(value, cell);
    if (found && noMailbox.test(found)) {
      cell.warn("admin_email_not_mailbox", text("mail_unread", { address: found }), text("give_read_address"));
    }
    return found;
  },
};
