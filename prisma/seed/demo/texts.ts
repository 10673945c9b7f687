import type { SolutionKind } from "@/lib/core/generated/prisma/enums";

type Words = readonly [string, ...string[]];

/** Tips that an invented gemeente could give about this kind of solution. */
export function tipsFor(kind: SolutionKind): Words {
  return [...generalTips, ...tips[kind]];
}

/** Pitfalls that an invented gemeente could warn of with this kind of solution. */
export function pitfallsFor(kind: SolutionKind): Words {
  return [...generalPitfalls, ...pitfalls[kind]];
}

const generalTips: Words = [
  "Wijs één projectleider aan die er echt uren voor krijgt.",
  "Bel eerst een gemeente van uw grootte die al verder is.",
  "Neem de CISO en de privacyadviseur vanaf de start mee.",
  "Begin klein, met één team dat er zelf om vraagt.",
  "Plan de evaluatie al in voordat u begint.",
  "Gebruik het model voor het collegevoorstel; dat scheelt weken.",
  "Vertel medewerkers vroeg wat er voor hen verandert.",
  "Spreek vooraf af wie het beheer doet na het project.",
];
const tips: Record<SolutionKind, Words> = {
  COMPONENT: [
    "Laat uw leverancier de koppelingen testen met echte zaaktypen.",
    "Draai een maand naast het oude systeem.",
    "Volg de nieuwe versies op de voet en plan elk kwartaal een update.",
    "Richt eerst één eenvoudig product in en breid daarna uit.",
    "Regel de hosting samen met buurgemeenten.",
    "Doe mee met de gebruikersgroep; daar hoort u het meest.",
  ],
  STANDAARD: [
    "Zet de standaard in elke aanbesteding als eis, met een test.",
    "Vraag uw leverancier om een planning op papier.",
    "Oefen met de testomgeving voordat u contracten sluit.",
    "Maak één architect verantwoordelijk voor het volgen van versies.",
    "Begin bij nieuwe koppelingen en laat de oude nog even staan.",
  ],
  DIENST: [
    "Maak vooraf afspraken over bereikbaarheid en hersteltijd.",
    "Laat het klantcontactcentrum meedenken over de teksten.",
    "Wijs een vaste contactpersoon aan voor de aanbieder.",
    "Kijk na een half jaar of u alle onderdelen gebruikt.",
    "Vraag om de maandelijkse gebruikscijfers.",
  ],
  RAAMOVEREENKOMST: [
    "Begin een jaar voor het einde van uw contract met de uitvraag.",
    "Trek samen op met gemeenten in uw regio bij de minicompetitie.",
    "Tel eerst precies wat u nu gebruikt.",
    "Betrek de contractmanager voordat u de uitvraag schrijft.",
    "Spreek een overgangsperiode af met de oude leverancier.",
  ],
  INFRASTRUCTUUR: [
    "Vraag de certificaten ruim op tijd aan.",
    "Plan de aansluiting buiten de drukke maanden van de afdeling.",
    "Laat de netwerkbeheerder de voorwaarden eerst lezen.",
    "Test ook wat er gebeurt als de verbinding wegvalt.",
    "Leg vast wie de sleutels en wachtwoorden beheert.",
  ],
  DASHBOARD: [
    "Bespreek de cijfers elk kwartaal met de wethouder.",
    "Vergelijk met vijf gemeenten die op u lijken, niet met het hele land.",
    "Controleer eerst of uw eigen aanlevering klopt.",
    "Geef een beleidsadviseur tijd om de cijfers te duiden.",
    "Zet er een link naar op intranet, dan wordt het gebruikt.",
  ],
  HANDREIKING: [
    "Vertaal de handreiking naar één pagina voor uw eigen teams.",
    "Loop de stappen samen door in een ochtend.",
    "Pas alleen aan wat echt moet; dan blijft bijwerken makkelijk.",
    "Neem de inkoper en de jurist tegelijk mee.",
    "Vraag de helpdesk om mee te lezen met uw eerste versie.",
  ],
  REGISTER: [
    "Maak bijhouden een taak van een vaste medewerker.",
    "Begin met de gegevens die u zelf het vaakst nodig hebt.",
    "Controleer twee keer per jaar of alles nog klopt.",
    "Vul het samen met de afdeling in, niet vanachter een bureau.",
    "Koppel het aan uw eigen administratie, dan blijft het actueel.",
  ],
};

const generalPitfalls: Words = [
  "Wij onderschatten hoeveel tijd de afdeling zelf kwijt was.",
  "Zonder opdrachtgever in de directie bleef het liggen.",
  "De interne besluitvorming duurde langer dan het aansluiten.",
  "Wij vergaten de kosten van het beheer in de begroting.",
  "Toen de projectleider vertrok, was de kennis weg.",
  "De privacytoets kwam te laat en hield alles op.",
  "Wij begonnen met te veel tegelijk.",
  "Het oude systeem bleef langer nodig dan gedacht.",
];
const pitfalls: Record<SolutionKind, Words> = {
  COMPONENT: [
    "Onze leverancier rekende extra voor elke koppeling.",
    "De overdracht van oude zaken was veel handwerk.",
    "Wij liepen drie versies achter en moesten een grote sprong maken.",
    "Zonder eigen technische kennis bent u afhankelijk van één partij.",
    "De inrichting van rollen en rechten kostte meer tijd dan de techniek.",
    "De handleiding was vooral voor ontwikkelaars geschreven.",
  ],
  STANDAARD: [
    "Twee leveranciers lazen de standaard elk op hun eigen manier.",
    "De leverancier zei dat het kon, maar de test liep vast.",
    "Wij hadden geen zicht op welke koppelingen nog oud waren.",
    "Een nieuwe versie kwam net na onze oplevering.",
    "Zonder eis in het contract is er geen drukmiddel.",
  ],
  DIENST: [
    "Bij een storing wisten wij niet wie wij moesten bellen.",
    "De dienst paste minder goed bij ons taalgebruik.",
    "Wij gebruikten maar de helft van wat wij betaalden.",
    "De overgang viel samen met de zomervakantie.",
    "Medewerkers bleven het oude kanaal gebruiken.",
  ],
  RAAMOVEREENKOMST: [
    "De minicompetitie kostte meer tijd dan wij hadden gepland.",
    "Wij hadden onze aantallen verkeerd, dus de prijs klopte niet.",
    "Het oude contract liep door, zodat wij dubbel betaalden.",
    "De inschrijftermijn was voorbij voordat het college besloot.",
    "Extra wensen vielen buiten de overeenkomst.",
  ],
  INFRASTRUCTUUR: [
    "Een certificaat verliep en niemand kreeg de melding.",
    "De firewall van ons samenwerkingsverband hield berichten tegen.",
    "Onze leverancier kende de aansluitvoorwaarden niet.",
    "Wij testten alleen met goede berichten, niet met fouten.",
    "De aansluiting stond op naam van een vertrokken medewerker.",
  ],
  DASHBOARD: [
    "Cijfers liepen een jaar achter en wekten vragen bij de raad.",
    "Onze eigen aanlevering bevatte fouten die wij laat zagen.",
    "Zonder uitleg trok de pers de verkeerde conclusie.",
    "Na de eerste maand keek niemand meer.",
    "Kleine aantallen maken vergelijken lastig.",
  ],
  HANDREIKING: [
    "De handreiking past minder goed bij een kleine gemeente.",
    "Wij pasten zoveel aan dat bijwerken niet meer ging.",
    "Teams lazen het document niet en deden het op hun eigen manier.",
    "Leveranciers wilden niet tekenen en vroegen om uitzonderingen.",
    "Het bleef bij een document, zonder afspraken over de uitvoering.",
  ],
  REGISTER: [
    "Zonder vaste beheerder was het na een jaar verouderd.",
    "Wij moesten dezelfde gegevens op twee plekken bijhouden.",
    "De eerste vulling duurde maanden.",
    "De velden sloten niet aan op onze eigen administratie.",
    "Niemand keek erin, dus fouten vielen niet op.",
  ],
};
