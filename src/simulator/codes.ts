/** Error codes that the simulator answers with. The first group is Webex's own, as far as published; the second is ours, for refusals whose code is not published. */
import type { Language } from "../model/words/language.ts";
import { type Text, text } from "../model/words/text.ts";

export const webexCodes = {
  emailTaken: 10022,
  callingUnavailable: 2560,
  numberUnavailable: 8361,
  numberNotFound: 4251,
  extensionOfUser: 4202,
  extensionTwiceInList: 9498,
  extensionNotDigits: 4910,
  extensionIsEmergency: 4911,
  extensionAssigned: 59475,
} as const;

export const ownCodes = {
  requestInvalid: 99001,
  externalIdTaken: 99002,
  provisioningIdUnknown: 99003,
  packageDependency: 99004,
  packageNotOfCustomer: 99005,
  packageInUse: 99006,
  limitReached: 99007,
  callingLocationMissing: 99008,
  customerNotReady: 99009,
  locationUnusable: 99010,
  numberUnusable: 99011,
  numberOrExtensionMissing: 99012,
  adminDowngrade: 99013,
  customerInUse: 99014,
  provisioningFailed: 99015,
  userIncomplete: 99016,
  organizationInUse: 99017,
} as const;

type OwnCodeWords = { readonly meaning: string; readonly hint: string };

/** What our own codes mean and what to do, for a person who meets one on the simulator. */
export const ownCodeFacts: Readonly<Record<keyof typeof ownCodes, { readonly [L in Language]: OwnCodeWords }>> = {
  requestInvalid: {
    en: {
      meaning: "The request lacks a field, or a field has an invalid value.",
      hint: "Correct the cell that the message names.",
    },
    nl: {
      meaning: "In het verzoek ontbreekt een veld, of een veld heeft een ongeldige waarde.",
      hint: "Corrigeer de cel die de melding noemt.",
    },
  },
  externalIdTaken: {
    en: {
      meaning: "Another customer of the partner has this external ID.",
      hint: "Give each customer its own external ID.",
    },
    nl: {
      meaning: "Een andere klant van de partner heeft deze externe id.",
      hint: "Geef elke klant een eigen externe id.",
    },
  },
  provisioningIdUnknown: {
    en: {
      meaning: "No onboarding template has this provisioning ID.",
      hint: "Copy the provisioning ID that Partner Hub shows with the template into the templates sheet.",
    },
    nl: {
      meaning: "Geen onboardingssjabloon heeft deze inrichtings-id.",
      hint: "Kopieer de inrichtings-id die Partner Hub bij het sjabloon toont naar het blad templates.",
    },
  },
  packageDependency: {
    en: {
      meaning: "The package requires another package that is missing.",
      hint: "Add the package that it requires.",
    },
    nl: {
      meaning: "Het pakket vereist een ander pakket dat ontbreekt.",
      hint: "Voeg het vereiste pakket toe.",
    },
  },
  packageNotOfCustomer: {
    en: {
      meaning: "The user's package is not one of the customer's packages.",
      hint: "Add the package to the customer, or give the user a package that the customer has.",
    },
    nl: {
      meaning: "Het pakket van de gebruiker is geen pakket van de klant.",
      hint: "Voeg het pakket toe aan de klant, of geef de gebruiker een pakket dat de klant heeft.",
    },
  },
  packageInUse: {
    en: {
      meaning: "A package cannot be removed from a customer while users have it.",
      hint: "Give these users another package first.",
    },
    nl: {
      meaning: "Een pakket kan niet bij een klant worden verwijderd zolang gebruikers het hebben.",
      hint: "Geef deze gebruikers eerst een ander pakket.",
    },
  },
  limitReached: {
    en: {
      meaning: "The customer has reached its limit of users with this package.",
      hint: "Raise the limit of the customer.",
    },
    nl: {
      meaning: "De klant heeft de limiet van gebruikers met dit pakket bereikt.",
      hint: "Verhoog de limiet van de klant.",
    },
  },
  callingLocationMissing: {
    en: {
      meaning: "The customer has no location with calling yet.",
      hint: "Add a row to the locations sheet, or a head office to the customer.",
    },
    nl: {
      meaning: "De klant heeft nog geen locatie met bellen.",
      hint: "Voeg een rij toe aan het blad locations, of een hoofdkantoor aan de klant.",
    },
  },
  customerNotReady: {
    en: {
      meaning: "The customer is still being provisioned.",
      hint: "Nothing to correct. A little later: wholesale-import resume.",
    },
    nl: {
      meaning: "De klant wordt nog ingericht.",
      hint: "Niets te corrigeren. Voer iets later uit: wholesale-import resume.",
    },
  },
  locationUnusable: {
    en: {
      meaning: "The location does not belong to the customer, or has no calling.",
      hint: "Write the name of one of the customer's locations with calling.",
    },
    nl: {
      meaning: "De locatie hoort niet bij de klant, of heeft geen bellen.",
      hint: "Schrijf de naam van een locatie met bellen van de klant.",
    },
  },
  numberUnusable: {
    en: {
      meaning: "The phone number does not belong to the location, or is in use.",
      hint: "Add the number to the location, or use one that is free there.",
    },
    nl: {
      meaning: "Het telefoonnummer hoort niet bij de locatie, of is in gebruik.",
      hint: "Voeg het nummer toe aan de locatie, of gebruik een nummer dat daar vrij is.",
    },
  },
  numberOrExtensionMissing: {
    en: {
      meaning: "A user with calling needs a phone number or an extension.",
      hint: "Fill in one of the two.",
    },
    nl: {
      meaning: "Een gebruiker met bellen heeft een telefoonnummer of een toestelnummer nodig.",
      hint: "Vul een van de twee in.",
    },
  },
  adminDowngrade: {
    en: {
      meaning: "An administrator cannot get a lower package.",
      hint: "Remove the role first, or leave the package unchanged.",
    },
    nl: {
      meaning: "Een beheerder kan geen lager pakket krijgen.",
      hint: "Verwijder eerst de rol, of laat het pakket ongewijzigd.",
    },
  },
  customerInUse: {
    en: {
      meaning: "A customer cannot be deleted while it has users.",
      hint: "Remove its users first.",
    },
    nl: {
      meaning: "Een klant kan niet worden verwijderd zolang die gebruikers heeft.",
      hint: "Verwijder eerst de gebruikers.",
    },
  },
  organizationInUse: {
    en: {
      meaning: "The organization has users, licences or ties that keep it from being deleted.",
      hint: "Remove what the message names, then delete the organization in Control Hub.",
    },
    nl: {
      meaning: "De organisatie heeft gebruikers, licenties of koppelingen en kan daarom niet worden verwijderd.",
      hint: "Verwijder wat de melding noemt, en verwijder daarna de organisatie in Control Hub.",
    },
  },
  userIncomplete: {
    en: {
      meaning: "The simulator was told to let a part of this user fail.",
      hint: "Nothing to correct. Remove the marker from the email address.",
    },
    nl: {
      meaning: "De simulator heeft opdracht om een deel van deze gebruiker te laten mislukken.",
      hint: "Niets te corrigeren. Haal de markering uit het e-mailadres.",
    },
  },
  provisioningFailed: {
    en: {
      meaning: "The simulator was told to let the provisioning of this customer fail.",
      hint: "Nothing to correct. Run: wholesale-import retry.",
    },
    nl: {
      meaning: "De simulator heeft opdracht om het inrichten van deze klant te laten mislukken.",
      hint: "Niets te corrigeren. Voer uit: wholesale-import retry.",
    },
  },
};

const namesByCode = new Map(
  (Object.keys(ownCodes) as (keyof typeof ownCodes)[]).map((name) => [String(ownCodes[name]), name]), // of a literal
);

/** What to do about a code of ours; undefined for any other. */
export function hintOfOwnCode(code: string): Text | undefined {
  const name = namesByCode.get(code);
  if (name === undefined) return undefined;
  const { en, nl } = ownCodeFacts[name];
  return text("either", { en: en.hint, nl: nl.hint });
}
