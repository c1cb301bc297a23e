/** The languages of announcements in Webex Calling. Webex publishes its list at run time only; this one is wider than narrow. */
import { refuse } from "../refusal.ts";

export const announcementLanguages = [
  ["ca_es", "Catalan"],
  ["cs_cz", "Czech"],
  ["da_dk", "Danish"],
  ["de_at", "German (Austria)"],
  ["de_ch", "German (Switzerland)"],
  ["de_de", "German"],
  ["en_au", "English (Australia)"],
  ["en_ca", "English (Canada)"],
  ["en_gb", "English (United Kingdom)"],
  ["en_ie", "English (Ireland)"],
  ["en_in", "English (India)"],
  ["en_nz", "English (New Zealand)"],
  ["en_us", "English"],
  ["en_za", "English (South Africa)"],
  ["es_co", "Spanish (Colombia)"],
  ["es_es", "Spanish"],
  ["es_mx", "Spanish (Mexico)"],
  ["fi_fi", "Finnish"],
  ["fr_be", "French (Belgium)"],
  ["fr_ca", "French (Canada)"],
  ["fr_ch", "French (Switzerland)"],
  ["fr_fr", "French"],
  ["fr_lu", "French (Luxembourg)"],
  ["hu_hu", "Hungarian"],
  ["it_ch", "Italian (Switzerland)"],
  ["it_it", "Italian"],
  ["ja_jp", "Japanese"],
  ["ko_kr", "Korean"],
  ["nb_no", "Norwegian"],
  ["nl_be", "Dutch (Belgium)"],
  ["nl_nl", "Dutch"],
  ["no_no", "Norwegian"],
  ["pl_pl", "Polish"],
  ["pt_br", "Portuguese (Brazil)"],
  ["pt_pt", "Portuguese"],
  ["ro_ro", "Romanian"],
  ["ru_ru", "Russian"],
  ["sv_se", "Swedish"],
  ["tr_tr", "Turkish"],
  ["zh_cn", "Chinese (Simplified)"],
  ["zh_tw", "Chinese (Traditional)"],
].map(([code = "", name = ""]) => ({ name, code }));

const codes: ReadonlySet<string> = new Set(announcementLanguages.map(({ code }) => code));

/** Throws 400 for a language that has no announcements. */
export function checkAnnouncementLanguage(code: string | undefined): void {
  if (code !== undefined && !codes.has(code)) refuse(400, `announcementLanguage: ${code} is not available.`);
}
