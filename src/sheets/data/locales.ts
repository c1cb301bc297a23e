/** Languages that Webex is known to have, as data. Cisco's list may be longer: an unknown one is a warning. */
export const knownLocales: ReadonlySet<string> = new Set(
  (
    "en_US en_GB en_AU en_CA en_NZ en_IE fr_FR fr_CA fr_BE fr_CH de_DE de_AT de_CH es_ES es_CO es_MX it_IT pt_BR pt_PT " +
    "nl_NL nl_BE da_DK sv_SE no_NO nb_NO fi_FI pl_PL cs_CZ sk_SK sl_SI hr_HR sr_RS hu_HU ro_RO bg_BG el_GR ru_RU uk_UA " +
    "tr_TR he_IL ar_SA ja_JP ko_KR zh_CN zh_TW th_TH vi_VN id_ID ca_ES"
  ).split(" "),
);

export const knownLanguages: ReadonlySet<string> = new Set([...knownLocales].map((locale) => locale.slice(0, 2)));

/** What people write where a locale is wanted. */
export const languageNames: ReadonlyMap<string, string> = new Map([
  ["english", "en_US"],
  ["engels", "en_US"],
  ["dutch", "nl_NL"],
  ["nederlands", "nl_NL"],
  ["german", "de_DE"],
  ["duits", "de_DE"],
  ["deutsch", "de_DE"],
  ["french", "fr_FR"],
  ["frans", "fr_FR"],
  ["français", "fr_FR"],
  ["spanish", "es_ES"],
  ["spaans", "es_ES"],
  ["italian", "it_IT"],
  ["italiaans", "it_IT"],
  ["portuguese", "pt_PT"],
  ["danish", "da_DK"],
  ["swedish", "sv_SE"],
  ["norwegian", "nb_NO"],
  ["finnish", "fi_FI"],
  ["polish", "pl_PL"],
]);
