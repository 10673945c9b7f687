import type { AdoptionStatus } from "@/lib/adoptions/rules";
import type { DecidingBody, SolutionKind } from "@/lib/core/generated/prisma/enums";
import { addDays, latest, today } from "./calendar";
import type { DemoStep } from "./history";
import type { Chance } from "./random";

type Words = readonly [string, ...string[]];

export const contacts: Words = [
  "informatieadviseur",
  "beleidsadviseur dienstverlening",
  "functioneel beheerder",
  "adviseur informatieveiligheid",
  "teamleider publiekszaken",
  "inkoopadviseur",
  "adviseur sociaal domein",
  "datacoördinator",
];
const leads: Words = [
  "projectleider digitalisering",
  "informatiemanager",
  "programmamanager dienstverlening",
  "CISO",
  "teammanager informatievoorziening",
  "contractmanager",
  "implementatiemanager",
];

const nextSteps: Partial<Record<AdoptionStatus, Words>> = {
  INTERESTED: ["Kennismaken met de aanbieder", "Demonstratie bijwonen", "Vraag uitzetten bij de afdelingen"],
  EXPLORING: [
    "Gesprek met een referentiegemeente",
    "Kosten en baten uitwerken",
    "Impact op onze systemen bepalen",
  ],
  DECIDING: ["Voorstel naar het managementteam", "Collegevoorstel agenderen", "Advies van de CISO verwerken"],
  COMMITTED: ["Projectteam samenstellen", "Overeenkomst ondertekenen", "Startgesprek met de aanbieder"],
  CONNECTING: [
    "Technische aansluiting testen",
    "Medewerkers opleiden",
    "Koppelingen inrichten",
    "Werkproces aanpassen",
  ],
  PILOT: ["Proef evalueren", "Gebruikers bevragen", "Besluit over het vervolg"],
  IN_USE: ["Jaarlijkse evaluatie", "Contract herzien", "Gebruik uitbreiden naar een tweede team"],
  PHASING_OUT: ["Gegevens overzetten", "Overeenkomst opzeggen", "Gebruikers informeren"],
  ON_HOLD: ["Opnieuw beoordelen of wij verdergaan"],
  DECLINED: ["Besluit opnieuw bekijken"],
};

const holdReasons: Words = [
  "Er is nu geen capaciteit door de vervanging van het zaaksysteem.",
  "Wij wachten op de begroting van volgend jaar.",
  "De projectleider is vertrokken; er is nog geen opvolger.",
  "Eerst moet de overgang naar het nieuwe netwerk klaar zijn.",
  "De afdeling voert eerst een andere wijziging door.",
];
const refusals: Words = [
  "Ons huidige contract loopt nog drie jaar door.",
  "De kosten van de invoering wegen voor ons niet op tegen de baten.",
  "Wij hebben hiervoor een eigen oplossing die goed werkt.",
  "Onze leverancier ondersteunt deze koppeling nog niet.",
  "De raad gaf andere onderwerpen voorrang.",
];
const notApplicable: Words = [
  "Deze taak voert een samenwerkingsverband voor ons uit.",
  "Dit speelt niet in onze gemeente.",
  "Wij hebben deze taak overgedragen aan de regio.",
];
const endings: Words = [
  "Wij zijn overgestapt op een andere voorziening.",
  "Het gebruik bleef achter bij de verwachting.",
  "De taak is overgegaan naar het samenwerkingsverband.",
];
const scopes: Words = [
  "Eén team, drie maanden",
  "Twee producten, zes maanden",
  "Eén wijk, vier maanden",
  "Het klantcontactcentrum, drie maanden",
];

type Moment = {
  from: AdoptionStatus | null;
  to: AdoptionStatus;
  occurredOn: string;
  kind: SolutionKind;
  chance: Chance;
  isWithdrawn?: boolean;
};

/** Fills in what the domain asks for when a state is entered. */
export function describeStep(moment: Moment): DemoStep {
  const { from, to, occurredOn, chance } = moment;
  const bare: DemoStep = { from, to, occurredOn, reason: null, body: null, reference: null, data: {} };
  const later = (low: number, high: number) => addDays(occurredOn, chance.between(low, high));
  switch (to) {
    case "INTERESTED":
      return { ...bare, data: { contactName: chance.pick(contacts) } };
    case "EXPLORING":
      return { ...bare, data: { leadName: chance.pick(leads), nextOn: later(60, 200) } };
    case "DECIDING":
      return { ...bare, data: { nextStep: chance.pick(nextSteps.DECIDING ?? leads) } };
    case "COMMITTED":
      return { ...bare, ...decide(moment) };
    case "CONNECTING":
      return { ...bare, data: { leadName: chance.pick(leads), nextOn: later(90, 300) } };
    case "PILOT":
      return { ...bare, data: { scope: chance.pick(scopes), nextOn: later(60, 200) } };
    case "IN_USE":
      return { ...bare, data: { coverage: chance.between(4, 20) * 5 } };
    case "PHASING_OUT":
      return {
        ...bare,
        data: { nextOn: later(90, 300), nextStep: chance.pick(nextSteps.PHASING_OUT ?? leads) },
      };
    case "ENDED":
      return { ...bare, reason: moment.isWithdrawn ? "De voorziening is gestopt." : chance.pick(endings) };
    case "ON_HOLD":
      return { ...bare, reason: chance.pick(holdReasons), data: { nextOn: later(90, 240) } };
    case "DECLINED":
      return {
        ...bare,
        reason: moment.isWithdrawn
          ? "De voorziening stopt, daarom gaan wij niet verder."
          : chance.pick(refusals),
        data: { nextOn: later(300, 700) },
      };
    case "NOT_APPLICABLE":
      return { ...bare, reason: chance.pick(notApplicable) };
  }
}

/** Framework agreements and platforms go to the college; much else is decided by management. */
function decide({ kind, occurredOn, chance }: Moment): { body: DecidingBody; reference: string } {
  const goesToCollege = kind === "RAAMOVEREENKOMST" || kind === "DIENST" || kind === "INFRASTRUCTUUR";
  const body = chance.isTrue(goesToCollege ? 0.75 : 0.4)
    ? "COLLEGE"
    : chance.isTrue(0.06)
      ? "RAAD"
      : "MANAGEMENT";
  return { body, reference: `Z/${occurredOn.slice(2, 4)}/${chance.between(100000, 999999)}` };
}

/** What is to happen next, and when: mostly soon, sometimes already overdue. */
export function nextAction(last: DemoStep, chance: Chance): { nextStep?: string; nextOn?: string } {
  const steps = nextSteps[last.to];
  if (!steps || (last.to === "IN_USE" && chance.isTrue(0.7))) return {};
  const isOverdue = chance.isTrue(0.18);
  const isLater = last.to === "DECLINED" || last.to === "IN_USE";
  const days = isOverdue ? -chance.between(2, 50) : chance.between(5, isLater ? 400 : 190);
  const nextOn = latest(addDays(today, days), last.occurredOn);
  return { nextStep: chance.pick(steps), nextOn };
}
