import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";
import { type Command, generate, randomOf, traitsOf } from "./commands";
import { count, makeTally, requireSame, sequenceLength } from "./compare";
import { makeModel } from "./model";
import { apply, findPeople, makeSolution, type People, readView } from "./postgres";

/** How many gemeenten share a solution, so that they wait for each other's locks. */
const sharing = 4;

/**
 * So many random sequences on PostgreSQL, several at once, each compared with the model after every command.
 * Throws at the first difference.
 */
export async function compareOnDatabase(sequences: number, seed: number) {
  const people = await findPeople();
  const gemeenten = await findSharing();
  const tally = makeTally();
  const kinds = Object.values(traitsOf);
  for (let done = 0; done < sequences; done += sharing) {
    const traits = kinds[(done / sharing) % kinds.length];
    if (!traits) continue;
    const solutionId = await makeSolution(traits);
    await Promise.all(
      gemeenten.map(async (organisation, at) => {
        const place = { gemeenteId: organisation.id, solutionId };
        const random = randomOf(seed + done + at);
        const model = makeModel(traits);
        const ours = inGemeente(people, organisation);
        const told: Command[] = [];
        for (let turn = 0; turn < sequenceLength; turn++) {
          const command = generate(random, model.view(), today());
          told.push(command);
          const expected = model.apply(command);
          const isDone = await apply(ours, place, command);
          requireSame({ expected, view: model.view() }, { done: isDone, view: await readView(place) }, told);
          count(tally, expected, model.view());
        }
      }),
    );
  }
  return tally;
}

/** The gemeenten whose lives are random: not the one of who acts from outside. */
export async function findSharing(): Promise<Member["organisation"][]> {
  const { stranger } = await findPeople();
  const rows = await database().gemeente.findMany({
    where: { validTo: null, organisationId: { not: stranger.organisation.id } },
    take: sharing,
    orderBy: { organisationId: "asc" },
    select: { organisation: { select: { id: true, slug: true, name: true, kind: true } } },
  });
  return rows.map(({ organisation }) => organisation);
}

/** The same people, as if they worked for this gemeente. */
function inGemeente(people: People, organisation: People["manager"]["organisation"]): People {
  const { manager, second, staff } = people;
  return {
    ...people,
    manager: { ...manager, organisation },
    second: { ...second, organisation },
    staff: { ...staff, organisation },
  };
}
