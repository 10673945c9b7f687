import { fold } from "@/lib/core/text";

// What a person asks: the words that carry the meaning, without those around them.

/** One word or "quoted phrase" of a question; with a minus before it, what it finds is left out. */
export type Term = { text: string; isPhrase: boolean; isExcluded: boolean };

const mostTerms = 12;

/** The terms of a question; signs around a word are dropped, and what holds no letter or digit is no term. */
export function parseQuestion(question: string): Term[] {
  return [...question.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)]
    .map(([, minus = "", phrase, word = ""]) => ({
      text: (phrase ?? word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase(),
      isPhrase: phrase !== undefined && /\s/.test(phrase.trim()),
      isExcluded: minus === "-",
    }))
    .filter(({ text }) => text !== "")
    .slice(0, mostTerms);
}

/** The terms as a person would type them. */
export function toQuestion(terms: readonly Term[]): string {
  return terms
    .map(({ text, isPhrase, isExcluded }) => `${isExcluded ? "-" : ""}${isPhrase ? `"${text}"` : text}`)
    .join(" ");
}

/** Every run of letters and digits, lower case and without accents. */
export function splitLetters(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The words of a text as the index has them: a letter alone is none. */
export function splitWords(text: string): string[] {
  return splitLetters(text).filter((word) => word.length > 1 || /^\d$/.test(word));
}

/** A text as one word, "e-mail" as "email". */
export function joinWords(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Does this word say nothing about what is asked: does it stand in every question? */
export function isNoise(word: string): boolean {
  return noise.has(fold(word));
}

// Function words, the words that turn a subject into a question, and what every facility here is
// about: gemeenten that do something together, with a system.
const noise = new Set(
  `de het een en of voor van met bij in op aan door naar om te tot uit over onder tussen zonder per via
  tegen binnen buiten tijdens na sinds volgens rond rondom omtrent betreffende inzake
  dat die dit deze er hier daar is was zijn waren wordt worden werd geworden heb hebt heeft hebben had
  ik je jij jullie we wij ze zij u hij me mij ons onze mijn uw jouw hun haar zijn zelf iemand iets
  hoe wat waar waarom wanneer welk welke wie waarvoor waarmee waarin hoeveel
  kan kun kunnen kunt mag mogen moet moeten wil willen wilt zou zouden zal zullen ga gaan gaat
  doe doet doen gedaan maak maakt maken gemaakt geef geeft geven neem neemt nemen kom komt komen krijg krijgt krijgen
  regel regelt regelen geregeld zoek zoekt zoeken gezocht vind vindt vinden
  nodig graag ook nog al dan als maar want dus toch wel niet geen niets meer minder veel alle allemaal elk elke
  blijf blijft blijven lig ligt liggen loop loopt lopen sta staat staan zie ziet zien houd houdt houden laat laten
  bestaat bestaan beschikbaar mogelijk mogelijkheid mogelijkheden
  weet weten help helpt helpen bijvoorbeeld etc enzovoort please
  zo zoals zulke bepaalde nu straks ooit steeds weer opnieuw vaak soms altijd
  nieuw nieuwe eerder later huidig huidige goed goede beter beste slim slimme handig handige makkelijk makkelijke snel snelle
  gemeente gemeenten gemeentes gemeentelijk gemeentelijke organisatie
  oplossing oplossingen voorziening voorzieningen
  artikel art lid
  dezelfde zelfde hetzelfde elkaar iedereen niemand hen haar hem enkele sommige erg zeer heel hele echt gewoon
  eigenlijk even eens zodat omdat terwijl zodra voordat nadat totdat waarbij waarop hierover daarvoor hiervoor
  duurt duren lukt lukken gebeurt gebeuren blijkt heet heten lijkt soort manier manieren ding dingen
  situatie probleem problemen tegelijk meteen direct vooraf achteraf
  systeem systemen system
  the a an of for and or to in on with how what which who where can we our is are do does need want looking
  municipality municipalities municipal`.split(/\s+/),
);
