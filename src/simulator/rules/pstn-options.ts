/** How a location may reach the telephone network: the options, and which of them the API may set. */
import { encodeId, uuidOfText } from "../ids.ts";
import type { Location, PstnChoice } from "../store/locations.ts";
import type { RouteType } from "../store/store.ts";
import type { World } from "../world.ts";

export type ConnectionType = "LOCAL_GATEWAY" | "NON_INTEGRATED_CCP" | "INTEGRATED_CCP" | "CISCO_PSTN";

export type PstnOption = {
  /** Tells it from the others of a location. */
  readonly key: string;
  readonly choice: PstnChoice["option"];
  readonly displayName: string;
  readonly type: ConnectionType;
};

const ownOptions: readonly PstnOption[] = [
  ownOption("premises", "Premises-based PSTN", "LOCAL_GATEWAY"),
  ownOption("simulated", "Simulated Carrier", "NON_INTEGRATED_CCP"),
  ownOption("second", "Second Carrier", "NON_INTEGRATED_CCP"),
  ownOption("integrated", "Integrated Carrier", "INTEGRATED_CCP"),
  ownOption("cisco", "Cisco PSTN", "CISCO_PSTN"),
];

function ownOption(
  choice: Exclude<PstnChoice["option"], "carrier">,
  displayName: string,
  type: ConnectionType,
): PstnOption {
  return { key: choice, choice, displayName, type };
}

/** A carrier that the simulator was told of by its name, which says no more of it than this. */
function carrierOption(name: string): PstnOption {
  const type = /^cisco\b/i.test(name) ? "CISCO_PSTN" : "NON_INTEGRATED_CCP";
  return { key: `carrier ${name}`, choice: "carrier", displayName: name, type };
}

export function pstnOptions({ store }: World): readonly PstnOption[] {
  return [...ownOptions, ...store.connections.carriers().map(carrierOption)];
}

/** The choice that a name stands for: one of the simulator's own, or a carrier. */
export function choiceNamed(name: string): PstnChoice {
  const own = ownOptions.find(({ displayName }) => displayName === name)?.choice;
  return own === undefined || own === "premises" || own === "carrier" ? { option: "carrier", name } : { option: own };
}

/** Ids of options are the location's own. */
export function optionId(location: Location, option: PstnOption): string {
  return encodeId("PSTN_CONNECTION", uuidOfText(`${location.uuid} ${option.key}`));
}

/** Trunks and route groups: every organization has these, as if a person had added them in Control Hub. */
export function routesOf({ store }: World, orgUuid: string) {
  const own = [
    { id: encodeId("TRUNK", uuidOfText(`${orgUuid} trunk`)), name: "Simulated Gateway", type: "TRUNK" },
    { id: encodeId("ROUTE_GROUP", uuidOfText(`${orgUuid} group`)), name: "Simulated Gateways", type: "ROUTE_GROUP" },
  ] as const;
  return [
    ...own,
    ...store.connections.routes().map(({ type, name }) => ({ id: routeId(orgUuid, type, name), type, name })),
  ];
}

/** Of one that the simulator was told of, in this organization. */
function routeId(orgUuid: string, type: RouteType, name: string): string {
  return encodeId(type, uuidOfText(`${orgUuid} ${type} ${name}`));
}

/** What the location is connected by; undefined: nothing yet. */
export function connectionOf({ calling }: Location): PstnOption | undefined {
  const pstn = calling?.pstn;
  if (pstn?.option === "carrier") return carrierOption(pstn.name);
  return ownOptions.find(({ key }) => key === pstn?.option);
}

/** May the API set it, and may numbers be added to it by API? For the others that damages Webex's own books. */
export function isOpenToApi(type: ConnectionType): boolean {
  return type === "LOCAL_GATEWAY" || type === "NON_INTEGRATED_CCP";
}
