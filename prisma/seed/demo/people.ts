import type { Role } from "@/lib/core/generated/prisma/enums";
import { uuidOf } from "./random";

/** A person of the demonstration: invented, with an address that no mail can reach. */
export type DemoPerson = {
  id: string;
  name: string;
  email: string;
  functionTitle: string;
  /** Empty for whoever is in no organisation yet. */
  organisation: string;
  roles: Role[];
  /** Where they are a member as well. */
  also?: string;
};

// name | function title | organisation | roles | member of this one too
const table = `
  Noor Dijkhof|Adviseur dienstverlening|zwolle|MEMBER
  Bram Westerink|Informatiemanager|zwolle|MANAGER
  Samira el Idrissi|Adoptiemanager|zwolle|MANAGER
  Henk Rietberg|Gemeentesecretaris|zwolle|ORGANISATION_ADMIN
  Lotte van Vechten|Beleidsmedewerker|utrecht|MEMBER
  Dennis Oudegracht|Informatiemanager|utrecht|MANAGER
  Anouk Biltstra|Programmamanager|utrecht|MANAGER
  Jelle Sneekstra|Functioneel beheerder|sudwest-fryslan|MEMBER
  Froukje Waterman|Informatiemanager|sudwest-fryslan|MANAGER
  Sjoerd Hoekema|Contractmanager|sudwest-fryslan|MANAGER|dimpact
  Marijke Drentje|Medewerker publiekszaken|aa-en-hunze|MEMBER
  Roelof Hunzeman|Informatieadviseur|aa-en-hunze|MANAGER
  Karin Esdorp|Teammanager bedrijfsvoering|aa-en-hunze|MANAGER
  Mirjam Haagstra|Coördinator voorzieningen|vng-realisatie|COORDINATOR
  Yusuf Demirel|Coördinator voorzieningen|vng-realisatie|COORDINATOR
  Paula Zegveld|Moderator|vng-realisatie|MODERATOR
  Thijs Plattelaar|Platformbeheerder|vng-realisatie|PLATFORM_ADMIN
  Ingrid Coops|Productmanager|dimpact|COORDINATOR
  Ruben Ledeboer|Implementatiecoördinator|dimpact|COORDINATOR
  Eva Broncoder|Accountmanager|maykin|MEMBER
  Fleur Assendorp|Adviseur informatieveiligheid||
  Tim Holtenbroek|Projectleider Omgevingswet||
  Nadia Kromhout|Informatiemanager||`;

export const people: DemoPerson[] = table
  .trim()
  .split("\n")
  .map((line) => {
    const [name = "", functionTitle = "", organisation = "", roles = "", also] = line.trim().split("|");
    const email = `${name
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^a-z ]/g, "")
      .replaceAll(" ", ".")}@voorbeeld.invalid`;
    return {
      id: uuidOf(`person ${email}`),
      name,
      email,
      functionTitle,
      organisation,
      roles: roles.split(",").filter(Boolean) as Role[],
      ...(also && { also }),
    };
  });

/** A person by name. */
export function personOf(name: string): string {
  const person = people.find((one) => one.name === name);
  if (!person) throw new Error(`no ${name} in the demonstration`);
  return person.id;
}

/** The people of one organisation with one role, in a fixed order. */
export function listPeople(organisation: string, role: Role): DemoPerson[] {
  return people.filter((person) => person.organisation === organisation && person.roles.includes(role));
}
