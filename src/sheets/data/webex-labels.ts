/** What the screens of Webex call the choices of a cell, in English and in Dutch. */
import type { RoleName } from "../../model/records.ts";

/** A label of a screen, in the form in which labels are compared: case, blanks, `_` and `-` do not count. */
export function foldLabel(label: string): string {
  return label.toLowerCase().replace(/[\s_-]/g, "");
}

/** The two ways of authentication, as Partner Hub spells them. */
export const authenticationLabels: ReadonlyMap<string, "webex" | "partner"> = new Map(
  (
    [
      ["webex", "Webex authentication", "Webex-verificatie", "Webex-authenticatie", "Verificatie door Webex"],
      ["webex", "Webex Common Identity", "Common Identity"],
      ["partner", "Partner authentication", "Partnerverificatie", "Partnerauthenticatie", "Verificatie door partner"],
      ["partner", "Partner-verificatie", "Partner SSO"],
    ] as const
  ).flatMap(([method, ...labels]) => labels.map((label) => [foldLabel(label), method] as const)),
);

/** Roles as Control Hub spells them, in English and in Dutch. */
export const roleLabels: ReadonlyMap<string, RoleName> = new Map(
  (
    [
      ["full_admin", "Full administrator", "Full admin", "Organization full administrator", "Administrator"],
      ["full_admin", "Volledige beheerder", "Beheerder met volledige rechten", "Volledig beheerder"],
      ["user_admin", "User administrator", "User admin", "User and device administrator", "User and device admin"],
      ["user_admin", "Gebruikersbeheerder", "Gebruikers- en apparaatbeheerder", "Gebruiker- en apparaatbeheerder"],
      ["user_admin", "Beheerder van gebruikers en apparaten"],
      ["readonly_admin", "Read-only administrator", "Read only admin", "Read-only"],
      ["readonly_admin", "Alleen-lezen beheerder", "Beheerder met alleen-lezenrechten", "Alleen-lezenbeheerder"],
      ["readonly_admin", "Beheerder met alleen-lezen rechten", "Beheerder alleen-lezen", "Beheerder (alleen-lezen)"],
      ["device_admin", "Device administrator", "Device admin", "Apparaatbeheerder", "Beheerder van apparaten"],
    ] as const
  ).flatMap(([role, ...titles]) => titles.map((title) => [foldLabel(title), role] as const)),
);

/** Whose number is shown, as Webex and Control Hub call it in English and in Dutch. */
export const callerIdLabels: ReadonlyMap<string, "direct" | "location"> = new Map(
  (
    [
      ["direct", "direct", "Direct line", "Direct number", "Eigen nummer", "Direct nummer", "Rechtstreeks nummer"],
      ["location", "location", "Location number", "Main number", "Locatie", "Locatienummer", "Hoofdnummer"],
    ] as const
  ).flatMap(([choice, ...labels]) => labels.map((label) => [foldLabel(label), choice] as const)),
);
