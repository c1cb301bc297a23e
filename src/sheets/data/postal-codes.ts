/** What postal codes and states look like per country, as data. */

export type PostalFormat = {
  readonly pattern: RegExp;
  readonly example: string;
  /** It is all digits, this many, and may begin with 0: what a spreadsheet takes away. */
  readonly digits?: number;
};

const digits = (count: number, example: string): PostalFormat => ({
  pattern: new RegExp(`^\\d{${count}}$`),
  example,
  digits: count,
});

export const postalFormats: Readonly<Record<string, PostalFormat>> = {
  US: { pattern: /^\d{5}(-\d{4})?$/, example: "02139", digits: 5 },
  CA: { pattern: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, example: "K1A 0B1" },
  AU: digits(4, "2000"),
  NL: { pattern: /^[1-9]\d{3} ?[A-Z]{2}$/i, example: "1012 AB" },
  BE: { pattern: /^[1-9]\d{3}$/, example: "1000" },
  LU: { pattern: /^(L-)?\d{4}$/i, example: "1009" },
  DE: digits(5, "01067"),
  FR: digits(5, "06000"),
  ES: digits(5, "08001"),
  IT: digits(5, "00118"),
  PT: { pattern: /^\d{4}-\d{3}$/, example: "1000-001" },
  GB: { pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, example: "SW1A 1AA" },
  IE: { pattern: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i, example: "D02 AF30" },
  CH: { pattern: /^[1-9]\d{3}$/, example: "8001" },
  AT: { pattern: /^[1-9]\d{3}$/, example: "1010" },
  DK: digits(4, "0800"),
  NO: digits(4, "0150"),
  SE: { pattern: /^\d{3} ?\d{2}$/, example: "111 22" },
  FI: digits(5, "00100"),
  PL: { pattern: /^\d{2}-\d{3}$/, example: "00-001" },
  CZ: { pattern: /^\d{3} ?\d{2}$/, example: "110 00" },
  SK: { pattern: /^\d{3} ?\d{2}$/, example: "010 01", digits: 5 },
  GR: { pattern: /^\d{3} ?\d{2}$/, example: "104 31" },
  HU: { pattern: /^[1-9]\d{3}$/, example: "1011" },
  RO: digits(6, "010011"),
  BG: digits(4, "1000"),
  HR: digits(5, "10000"),
  SI: { pattern: /^[1-9]\d{3}$/, example: "1000" },
  EE: digits(5, "10111"),
  LT: { pattern: /^(LT-)?\d{5}$/i, example: "01100", digits: 5 },
  LV: { pattern: /^(LV-)\d{4}$/i, example: "LV-1050" },
  TR: digits(5, "06100"),
  JP: { pattern: /^\d{3}-?\d{4}$/, example: "100-0001", digits: 7 },
  KR: digits(5, "03051"),
  SG: digits(6, "018989"),
  IN: { pattern: /^[1-9]\d{5}$/, example: "110001" },
  NZ: digits(4, "0600"),
  ZA: digits(4, "0001"),
  MX: digits(5, "01000"),
  BR: { pattern: /^\d{5}-?\d{3}$/, example: "01310-100", digits: 8 },
};

/** Countries whose states and postal codes we are sure of: there a wrong one is an error. */
export const strictCountries: ReadonlySet<string> = new Set(["US", "CA", "AU"]);

/** States by name, as people write them; the code is what Webex wants. */
export const states: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: byName(
    "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware," +
      "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas," +
      "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi," +
      "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York," +
      "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island," +
      "SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington," +
      "WV West Virginia,WI Wisconsin,WY Wyoming,AS American Samoa,GU Guam,MP Northern Mariana Islands," +
      "PR Puerto Rico,UM United States Minor Outlying Islands,VI Virgin Islands",
  ),
  CA: byName(
    "AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador," +
      "NT Northwest Territories,NS Nova Scotia,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec," +
      "SK Saskatchewan,YT Yukon",
  ),
  AU: byName(
    "ACT Australian Capital Territory,NSW New South Wales,NT Northern Territory,QLD Queensland,SA South Australia," +
      "TAS Tasmania,VIC Victoria,WA Western Australia",
  ),
  NL: byName(
    "DR Drenthe,FL Flevoland,FR Friesland,GE Gelderland,GR Groningen,LI Limburg,NB Noord-Brabant,NH Noord-Holland," +
      "OV Overijssel,UT Utrecht,ZE Zeeland,ZH Zuid-Holland",
  ),
};

function byName(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list
      .split(",")
      .map((state) => [state.slice(state.indexOf(" ") + 1).toLowerCase(), state.slice(0, state.indexOf(" "))]),
  );
}
