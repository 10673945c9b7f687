import type pg from "pg";
import { dataFolder, readSeedFile } from "./csv";
import type { LoadResult } from "./import-run";
import { listDocumented, loadFacts } from "./load-facts";
import { loadGemeenten, loadPartnerships, loadProviders } from "./load-organisations";
import { loadRelations, loadSolutions } from "./load-solutions";
import { loadSynonyms } from "./load-synonyms";
import { loadTasks } from "./load-tasks";
import { recountAll } from "./recount";
import {
  factRow,
  gemeenteRow,
  partnershipRow,
  providerRow,
  relationRow,
  solutionRow,
  synonymRow,
  taskRow,
} from "./rows";

/**
 * Loads the reference files into the database and recounts. Idempotent: loading the same files
 * again changes nothing. Broken rows are refused with their row and reason, the rest goes in.
 */
export async function loadReference(client: pg.Client, folder = dataFolder): Promise<LoadResult[]> {
  const facts = readSeedFile(folder, "adoptie-feiten.csv", factRow);
  const results = [
    await loadGemeenten(client, readSeedFile(folder, "gemeenten.csv", gemeenteRow)),
    await loadPartnerships(client, readSeedFile(folder, "samenwerkingsorganisaties.csv", partnershipRow)),
    await loadProviders(client, readSeedFile(folder, "aanbieders.csv", providerRow)),
    await loadSolutions(
      client,
      readSeedFile(folder, "voorzieningen.csv", solutionRow),
      listDocumented(facts),
    ),
    await loadRelations(client, readSeedFile(folder, "relaties.csv", relationRow)),
    await loadFacts(client, facts),
    await loadTasks(client, readSeedFile(folder, "stappen.csv", taskRow)),
    await loadSynonyms(client, readSeedFile(folder, "zoekwoorden.csv", synonymRow)),
  ];
  await recountAll(client);
  return results;
}
