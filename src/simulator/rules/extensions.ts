/** When an extension is right, and whether it is free in its location. */
import { webexCodes } from "../codes.ts";
import { type Complaint, complain } from "../refusal.ts";
import type { World } from "../world.ts";

const emergencyNumbers = new Set(["112", "911", "933", "999", "000"]);

export function isEmergencyNumber(extension: string): boolean {
  return emergencyNumbers.has(extension);
}

/** The complaint about the extension as such; undefined: none. */
export function extensionFault(extension: string): Complaint | undefined {
  if (!/^\d*$/.test(extension)) {
    const text = "Invalid extension.  The extension can only contain characters 0-9.";
    return complain(`[Error ${webexCodes.extensionNotDigits}] ${text}`, webexCodes.extensionNotDigits);
  }
  if (isEmergencyNumber(extension)) {
    const text = "Invalid extension.  The extension cannot be an emergency number.";
    return complain(`[Error ${webexCodes.extensionIsEmergency}] ${text}`, webexCodes.extensionIsEmergency);
  }
  if (extension.length >= 2 && extension.length <= 10) return undefined;
  return complain("Invalid extension.  An extension has 2 to 10 digits.", webexCodes.extensionNotDigits);
}

/** The complaint when somebody in the location has it. */
export function extensionTaken(world: World, locationUuid: string, extension: string): Complaint | undefined {
  if (!world.store.people.byExtension(locationUuid, extension)) return undefined;
  const text = `The extension is not available. It is already assigned to a user: ${extension}.`;
  return complain(`[Error ${webexCodes.extensionOfUser}] ${text}`, webexCodes.extensionOfUser);
}
