import type { Province } from "@/lib/core/generated/prisma/enums";

/**
 * How the uptake of one solution goes in the demonstration: when the first gemeente starts, how many
 * start before today, how far along its S-curve the solution is (1 is saturated), where it began,
 * and for what was withdrawn: when.
 */
export type Profile = {
  slug: string;
  start: string;
  gemeenten: number;
  grown: number;
  home?: Province;
  retiredOn?: string;
};

// Invented, with the first possible year and the order of size of the real thing in mind.
// slug, start, gemeenten, grown, home, retired on
const table = `
  corv 2019-01 300 1
  dso-lv 2020-06 292 0.95
  drop 2020-09 286 1
  suwinet 2019-01 280 1
  woo-index 2023-06 270 0.9
  ensia 2019-01 196 1
  ibd 2019-01 190 1
  ggk 2019-01 150 1
  digid 2019-01 140 1
  gibit 2019-01 128 0.9
  softwarecatalogus 2019-01 120 0.9
  gt-mobiele-communicatie-3 2021-09 140 1
  mijnoverheid-berichtenbox 2019-01 116 0.85
  nationaal-parkeer-register 2019-01 108 0.8
  waarstaatjegemeente 2019-01 106 1
  open-raadsinformatie 2019-03 104 0.8
  standaard-verwerkersovereenkomst 2019-06 118 0.9
  sdg-invoervoorziening 2020-09 96 0.95
  zgw-apis 2019-09 92 0.7
  digikoppeling 2019-01 88 0.9
  iwmo 2019-01 84 1
  ijw 2019-01 84 1
  ggi-netwerk 2019-03 82 0.8
  bio2 2025-01 88 0.5
  gemma 2019-01 76 0.9
  stop-tpod 2020-03 74 0.95
  samenwerkende-catalogi 2019-01 66 0.9
  bag-individuele-bevragingen 2021-03 64 0.8
  gt-connect-2 2022-03 62 0.8
  gmsd 2019-01 62 1
  burgerpeiling 2019-01 58 0.9
  eherkenning 2019-01 60 0.9
  ggi-veilig 2019-01 70 1 - 2025-03
  gt-mobiele-communicatie-1 2019-01 52 1 - 2022-03
  gt-connect 2019-01 30 1 - 2023-02
  gt-vaste-communicatie 2019-01 34 1 - 2021-10
  gt-microsoft 2019-06 46 0.9
  gt-software-broker 2019-09 40 0.9
  gt-printing 2019-06 30 0.9
  monitoring-response 2024-06 52 0.55
  open-formulieren 2021-03 78 0.7
  open-zaak 2019-08 66 0.75 NOORD_HOLLAND
  nl-design-system 2020-02 64 0.7
  objecten-api 2021-01 42 0.7
  objecttypen-api 2021-01 34 0.7
  open-notificaties 2020-03 36 0.75
  stuf 2019-01 72 1
  haal-centraal-brp 2021-01 48 0.6
  haal-centraal-brk 2021-06 18 0.6
  ggm 2020-05 34 0.6 ZUID_HOLLAND
  openstad 2019-03 36 0.7 NOORD_HOLLAND
  gem 2019-09 34 0.7 NOORD_BRABANT
  signalen 2019-06 28 0.8 NOORD_HOLLAND
  open-webconcept 2019-06 30 0.7 GELDERLAND
  openwoo-app 2022-03 26 0.7 ZUID_HOLLAND
  common-gateway 2022-01 24 0.8 ZUID_HOLLAND
  gpp-woo 2024-03 26 0.5 GELDERLAND
  podiumd 2022-03 28 0.6 OVERIJSSEL
  zac 2022-06 22 0.6 OVERIJSSEL
  kiss 2022-06 24 0.6 UTRECHT
  open-klant 2023-03 24 0.5
  open-inwoner 2022-01 30 0.6
  ita 2024-03 14 0.5 OVERIJSSEL
  omc 2024-03 16 0.5
  notifynl 2023-01 28 0.5
  open-archiefbeheer 2024-06 16 0.5
  referentielijsten 2024-01 8 0.5 OVERIJSSEL
  zaakbrug 2021-01 18 0.8 FRYSLAN
  haven 2021-01 26 0.6
  fsc 2024-01 24 0.4
  opencatalogi 2022-01 14 0.7
  collectief-schuldregelen 2020-06 62 0.7
  ddas 2023-03 52 0.6
  benchmark-armoede-schulden 2019-01 36 0.9
  dashboard-veerkracht 2021-03 28 0.8
  algoritmeregister 2022-12 52 0.6
  diwoo 2023-01 46 0.7
  diwi 2023-06 14 0.6 ZUID_HOLLAND
  vrijbrp 2020-06 12 0.7
  consul 2019-01 11 1 GRONINGEN
  bria 2025-10 32 0.3
  groeipact-common-ground 2019-03 44 0.9
  3dbag 2021-06 18 0.7
  pleio 2019-01 34 0.9
  digid-machtigen 2019-06 40 0.9
  klantinteracties-api 2022-06 9 0.6
  verwerkingenlogging 2020-09 7 0.7
  huwelijksplanner 2019-06 4 0.9 UTRECHT
  begrafenisplanner 2021-01 6 0.7 NOORD_HOLLAND
  woningregister 2023-06 5 0.6
  totaal-3d 2022-06 6 0.6
  mai 2024-10 5 0.5 GELDERLAND
  archiefbeheercomponent 2021-01 9 1 - 2025-06
  nlx 2019-01 16 1 - 2024-09
  tozo-formulier 2020-04 40 1 - 2022-06
  data-science-hub 2019-06 10 1 - 2023-06
  open-beheer 2025-01 9 0.4 OVERIJSSEL
  open-product 2025-03 8 0.4
  pabc 2025-03 7 0.4 OVERIJSSEL
  mijnservices 2025-01 14 0.4
  ftv 2025-03 6 0.4
  ddas-vroegsignalering 2025-09 10 0.4
  digitaal-ondertekenen 2025-01 17 0.4
  regionale-arbeidsmarkt 2025-06 12 0.4
  deelplatform-dossier 2024-01 9 0.6 NOORD_HOLLAND
  pgb-fraude-samenwerking 2025-06 7 0.5`;

export const profiles: Profile[] = table
  .trim()
  .split("\n")
  .map((line) => {
    const [slug = "", start = "", gemeenten = "", grown = "", home = "-", retiredOn] = line.trim().split(" ");
    return {
      slug,
      start: `${start}-01`,
      gemeenten: Number(gemeenten),
      grown: Number(grown),
      ...(home === "-" ? {} : { home: home as Province }),
      ...(retiredOn ? { retiredOn: `${retiredOn}-01` } : {}),
    };
  });
