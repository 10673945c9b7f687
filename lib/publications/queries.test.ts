import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/core/db";
import { type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { saveDraft, submitForReview } from "@/lib/solutions/mutations";
import { getManaged, listManaged, listVersions, listWaiting } from "./queries";

let author: Viewer;
let colleague: Viewer;
let moderator: Viewer;
let elsewhere: Viewer;
let member: Viewer;

beforeAll(async () => {
  author = await findDemoPerson("vng-realisatie", "COORDINATOR", 0);
  colleague = await findDemoPerson("vng-realisatie", "COORDINATOR", 1);
  moderator = await findDemoPerson("vng-realisatie", "MODERATOR");
  elsewhere = await findDemoPerson("dimpact", "COORDINATOR");
  member = await findDemoPerson("zwolle", "MEMBER");
});

/** Writes a first edit of a published solution as the author. */
async function edit(slug: string, description: string) {
  const solution = await getManaged(author, slug);
  if (!solution) throw new Error(`no ${slug}`);
  const { id: solutionId, version, content } = solution;
  const text = { ...content, description, audience: "Iedereen die dit leest." };
  await saveDraft(author, { ...text, solutionId, version, revision: 0 });
  return solutionId;
}

describe("what waits for approval", () => {
  it("is seen by a colleague and a moderator, not by its author or by others", async () => {
    const solutionId = await edit("ensia", "Wacht op een ander.");
    await submitForReview(author, { solutionId, revision: 1 });
    const seen = async (viewer: Viewer) => (await listWaiting(viewer)).map(({ slug }) => slug);
    expect(await seen(colleague)).toEqual(["ensia"]);
    expect(await seen(moderator)).toEqual(["ensia"]);
    for (const viewer of [author, elsewhere, member, visitor]) expect(await seen(viewer)).toEqual([]);
  });

  it("is not seen by whoever wrote a part of it earlier", async () => {
    const solutionId = await edit("zgw-apis", "Van de een.");
    const solution = await getManaged(colleague, "zgw-apis");
    if (!solution) throw new Error("no zgw-apis");
    const { version, content } = solution;
    await saveDraft(colleague, { ...content, description: "En de ander.", solutionId, version, revision: 1 });
    await submitForReview(colleague, { solutionId, revision: 2 });
    const seen = async (viewer: Viewer) => (await listWaiting(viewer)).map(({ slug }) => slug);
    for (const viewer of [author, colleague]) expect(await seen(viewer)).not.toContain("zgw-apis");
    expect(await seen(moderator)).toContain("zgw-apis");
  });
});

describe("one solution to manage", () => {
  it("shows the edit to the provider, and to a moderator only what is published", async () => {
    await edit("gemma", "Nog lang niet klaar.");
    const own = await getManaged(colleague, "gemma");
    expect(own?.edit).toMatchObject({ publication: "DRAFT", revision: 1, author: author.user?.name });
    expect(own?.content.description).toBe("Nog lang niet klaar.");
    expect(own?.published?.description).not.toBe("Nog lang niet klaar.");
    const moderated = await getManaged(moderator, "gemma");
    expect(moderated?.edit).toBeNull();
    expect(moderated?.content).toEqual(own?.published);
  });

  it("is nothing for others, nor where nothing is", async () => {
    for (const viewer of [elsewhere, member, visitor]) expect(await getManaged(viewer, "gemma")).toBeNull();
    expect(await getManaged(author, "bestaat-niet")).toBeNull();
  });

  it("keeps its imported text as the first version, by nobody in particular", async () => {
    const solution = await getManaged(author, "gemma");
    expect(await listVersions(solution?.id ?? "")).toMatchObject([
      { number: 1, author: null, approver: null },
    ]);
  });
});

describe("my solutions", () => {
  it("are those of my organisation, all of them, with the counters of the row", async () => {
    const rows = await listManaged(author);
    const count = await database().solution.count({ where: { providerId: author.organisation?.id ?? "" } });
    expect(rows).toHaveLength(count);
    const row = rows.find(({ slug }) => slug === "gemma");
    expect(row).toMatchObject({ publication: "PUBLISHED", edit: "DRAFT" });
    expect(row?.completeness).toBeGreaterThan(30);
  });

  it("are none for who may not write", async () => {
    for (const viewer of [moderator, member, visitor]) expect(await listManaged(viewer)).toEqual([]);
  });
});
