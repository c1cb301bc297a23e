/** How a location may reach the telephone network: the options, and which of them the API may set. */
import { encodeId, uuidOfText } from "../ids.ts";
import type { Location, PstnChoice } from "../store/locations.ts";

export type ConnectionType = "LOCAL_GATEWAY" | "NON_INTEGRATED_CCP" | "INTEGRATED_CCP" | "CISCO_PSTN";

export type PstnOption = {
  readonly key: PstnChoice["option"];
  readonly displayName: string;
  readonly type: ConnectionType;
};

export const pstnOptions: readonly PstnOption[] = [
  { key: "premises", displayName: "Premises-based PSTN", type: "LOCAL_GATEWAY" },
  { key: "simulated", displayName: "Simulated Carrier", type: "NON_INTEGRATED_CCP" },
  { key: "second", displayName: "Second Carrier", type: "NON_INTEGRATED_CCP" },
  { key: "integrated", displayName: "Integrated Carrier", type: "INTEGRATED_CCP" },
  { key: "cisco", displayName: "Cisco PSTN", type: "CISCO_PSTN" },
];

/** Ids of options are the location's own. */
export function optionId(location: Location, option: PstnOption): string {
  return encodeId("PSTN_CONNECTION", uuidOfText(`${location.uuid} ${option.key}`));
}

/** Trunks and route groups: every organisation has these, as if a person had added them in Control Hub. */
export function routesOf(orgUuid: string) {
  return [
    { id: encodeId("TRUNK", uuidOfText(`${orgUuid} trunk`)), name: "Simulated Gateway", type: "TRUNK" },
    { id: encodeId("ROUTE_GROUP", uuidOfText(`${orgUuid} group`)), name: "Simulated Gateways", type: "ROUTE_GROUP" },
  ] as const;
}

/** What the location is connected by; undefined: nothing yet. */
export function connectionOf(location: Location): PstnOption | undefined {
  return pstnOptions.find(({ key }) => key === location.calling?.pstn?.option);
}

/** May the API set it, and may numbers be added to it by API? For the others that damages Webex's own books. */
export function isOpenToApi(type: ConnectionType): boolean {
  return type === "LOCAL_GATEWAY" || type === "NON_INTEGRATED_CCP";
}
