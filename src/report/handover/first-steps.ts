/** What people do first, as far as it is certain for this customer. Sources: help articles n6du6hk (User Hub), nqj88gt (activation mails), nkhozs6 (Control Hub). */
import type { CustomerHandover } from "../../model/handover.ts";
import type { CalendarDay } from "../../model/records.ts";
import { type Text, text } from "../../model/words/text.ts";

export type FirstSteps = { readonly everyone: readonly Text[]; readonly forAdministrators: readonly Text[] };

/** `provider`: as it is named within a sentence. */
export function firstSteps(
  handover: CustomerHandover,
  provider: string,
  sayDay: (day: CalendarDay) => string,
): FirstSteps {
  const hasExtensions = handover.people.some(({ extension }) => extension !== undefined);
  const isCalling = handover.places.length > 0 || hasExtensions;
  const sendsMails = handover.mails.kind !== "none";
  return {
    everyone: [
      signIn(handover, provider, sayDay),
      text("handover_step_app"),
      ...(hasExtensions ? [text("handover_step_call")] : []),
      ...(isCalling ? [text("handover_step_settings")] : []),
    ],
    forAdministrators: [
      text("handover_step_check", { provider }),
      text("handover_step_hub"),
      ...(sendsMails ? [text("handover_step_resend")] : []),
    ],
  };
}

function signIn(
  { mails, signsInAtPartner }: CustomerHandover,
  provider: string,
  sayDay: (day: CalendarDay) => string,
): Text {
  if (mails.kind === "none") return text("handover_step_no_mail");
  if (mails.kind === "planned") {
    const day = sayDay(mails.on);
    return signsInAtPartner
      ? text("handover_step_mail_on_partner", { day, provider })
      : text("handover_step_mail_on", { day });
  }
  if (mails.kind === "unknown") return text("handover_step_if_mail");
  return signsInAtPartner ? text("handover_step_mail_partner", { provider }) : text("handover_step_mail");
}
