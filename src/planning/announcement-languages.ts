/** Languages in which Webex Calling has no announcements: a location with one would fail when its customer exists already. Pure. */
import type { Operation } from "../model/plan.ts";
import { text } from "../model/words/text.ts";

/** `language`: as Webex spells it. `column`: of the cell that decides it. */
type Announcements = { readonly language: string; readonly column: "announcement_language" | "hq_language" };

/** The language of announcements that an operation sends; `undefined`: it sends none. */
function announcementsOf({ resource, action, payload }: Operation): Announcements | undefined {
  if (resource === "customer") {
    const isSent = action === "create" || (action === "update" && payload.only?.includes("headOffice"));
    return isSent ? inColumn("hq_language", payload.headOffice?.language) : undefined;
  }
  const isSent =
    (resource === "location" && action === "create") ||
    (resource === "calling" && action === "create") ||
    (resource === "location_settings" && action !== "none");
  return isSent ? inColumn("announcement_language", payload.announcementLanguage) : undefined;
}

function inColumn(column: Announcements["column"], language: string | undefined): Announcements | undefined {
  return language === undefined ? undefined : { language: language.replace("-", "_").toLowerCase(), column };
}

/** Is there an operation that a missing language could fail? */
export function hasAnnouncements(operations: readonly Operation[]): boolean {
  return operations.some((operation) => announcementsOf(operation) !== undefined);
}

/** The operations, refused where their language is not among `languages`. */
export function refuseSilentLanguages(
  operations: readonly Operation[],
  languages: ReadonlySet<string>,
): readonly Operation[] {
  return operations.map((operation) => {
    const announcements = announcementsOf(operation);
    if (!announcements || languages.has(announcements.language) || operation.refusal) return operation;
    return { ...operation, refusal: refusalOf(announcements, languages) };
  });
}

function refusalOf(
  { language, column }: Announcements,
  languages: ReadonlySet<string>,
): NonNullable<Operation["refusal"]> {
  const [name = ""] = language.split("_");
  const kin = [...languages].filter((code) => code === name || code.startsWith(`${name}_`)).toSorted();
  const all = [...languages].toSorted();
  const isHeadOffice = column === "hq_language";
  const hint =
    kin.length > 0
      ? text("write_language_of_kin", { languages: kin, column })
      : text("write_other_language", { languages: all, column });
  return {
    code: "no_announcements",
    column,
    message: text(isHeadOffice ? "no_announcements_of_head_office" : "no_announcements_in", { language }),
    hint: isHeadOffice ? hint : text("language_may_stay", { hint }),
  };
}
