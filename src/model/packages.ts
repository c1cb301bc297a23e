/** The packages of Webex for Wholesale as data: who can have which, and what depends on what. Source: API description (enums, limits), help article ny0fr7x and "What's new in Wholesale RTM" (names, dependencies). */
import type { PackageCode } from "./records.ts";

export type PackageFacts = {
  readonly code: PackageCode;
  /** The name that Partner Hub shows, and others under which a sheet may name it. */
  readonly names: readonly string[];
  /** `base`: a user has exactly one; `addon`: on top of a base; `customer`: the organization has it, never a user. */
  readonly use: "base" | "addon" | "customer";
  /** Brings Webex Calling: needs a location, and for a user a number or an extension. */
  readonly isCalling: boolean;
  /** `provisioningParameters.packages.limits` has a key for it. */
  readonly hasLimit: boolean;
  /** For the rule that a full administrator's package is never lowered. Webex publishes no order: what includes another's services stands above it. */
  readonly level: number;
  /** Needs any one of these in the same list, as far as we know: Cisco adds to it, so that it is never an error. */
  readonly needsAnyOf: readonly PackageCode[];
};

export const packageFacts: readonly PackageFacts[] = [
  {
    code: "common_area_calling",
    names: ["Common Area Calling"],
    use: "customer",
    isCalling: true,
    hasLimit: true,
    level: 0,
    needsAnyOf: [],
  },
  {
    code: "webex_calling",
    names: ["Webex Calling", "Calling Basic", "Calling"],
    use: "base",
    isCalling: true,
    hasLimit: true,
    level: 3,
    needsAnyOf: [],
  },
  {
    code: "webex_calling_standard",
    names: ["Webex Calling Standard"],
    use: "base",
    isCalling: true,
    hasLimit: true,
    level: 2,
    needsAnyOf: [],
  },
  {
    code: "webex_voice",
    names: ["Webex Voice"],
    use: "base",
    isCalling: true,
    hasLimit: true,
    level: 2,
    needsAnyOf: [],
  },
  {
    code: "webex_suite",
    names: ["Webex Suite", "Suite"],
    use: "base",
    isCalling: true,
    hasLimit: true,
    level: 4,
    needsAnyOf: [],
  },
  {
    code: "cx_essentials",
    names: ["Customer Assist", "Webex Customer Assist", "Customer Experience Essentials", "CX Essentials"],
    use: "base",
    isCalling: true,
    hasLimit: true,
    level: 4,
    needsAnyOf: [],
  },
  {
    code: "webex_meetings",
    names: ["Webex Meetings", "Meetings"],
    use: "base",
    isCalling: false,
    hasLimit: true,
    level: 1,
    needsAnyOf: [],
  },
  {
    code: "attendant_console",
    names: ["Attendant Console", "Webex Attendant Console"],
    use: "addon",
    isCalling: false,
    hasLimit: true,
    level: 0,
    needsAnyOf: ["webex_calling", "webex_suite", "cx_essentials", "webex_voice"],
  },
  {
    code: "cisco_calling_plan",
    names: ["Cisco Calling Plan"],
    use: "customer",
    isCalling: false,
    hasLimit: false,
    level: 0,
    needsAnyOf: [
      "common_area_calling",
      "webex_calling",
      "webex_suite",
      "webex_voice",
      "cx_essentials",
      "webex_calling_standard",
    ],
  },
  {
    code: "cx_premium_agent",
    names: ["Contact Center Premium Agent", "CC Premium Agent", "CX Premium Agent"],
    use: "base",
    isCalling: false,
    hasLimit: false,
    level: 4,
    needsAnyOf: [],
  },
  {
    code: "cx_standard_agent",
    names: ["Contact Center Standard Agent", "CC Standard Agent", "CX Standard Agent"],
    use: "base",
    isCalling: false,
    hasLimit: false,
    level: 4,
    needsAnyOf: [],
  },
  {
    code: "cx_voice_ports",
    names: ["Contact Center Voice Ports", "CC Voice Ports"],
    use: "customer",
    isCalling: false,
    hasLimit: false,
    level: 0,
    needsAnyOf: [],
  },
  {
    code: "cx_ai_assistant",
    names: ["Contact Center AI Assistant", "CC AI Assistant"],
    use: "customer",
    isCalling: false,
    hasLimit: false,
    level: 0,
    needsAnyOf: [],
  },
  {
    code: "webex_ai_agent",
    names: ["Webex AI Agent"],
    use: "customer",
    isCalling: false,
    hasLimit: false,
    level: 0,
    needsAnyOf: [],
  },
];

const factsByCode = new Map(packageFacts.map((facts) => [facts.code, facts]));

/** The facts of a package. Every `PackageCode` has them. */
export function factsOf(code: PackageCode): PackageFacts {
  const facts = factsByCode.get(code);
  if (!facts) throw new Error(`no facts for package ${code}`);
  return facts;
}

/** Does a list of packages bring Webex Calling, and with it a head office? Codes that we do not know bring none. */
export function hasCalling(packages: readonly string[]): boolean {
  return packageFacts.some((facts) => facts.isCalling && packages.includes(facts.code));
}
