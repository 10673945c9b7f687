import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import { type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import {
  confirmFreshness,
  createSolution,
  discardDraft,
  publish,
  requestChanges,
  saveDraft,
  submitForReview,
  withdraw,
} from "./mutations";
import { toSlug } from "./rules";
import { contentSelect, type EditorInput, type SolutionContent, solutionContent, toContent } from "./schema";

let author: Viewer;
let colleague: Viewer;
let moderator: Viewer;
let refused: Record<string, Viewer>;

beforeAll(async () => {
  [author, colleague] = await Promise.all([
    findDemoPerson("vng-realisatie", "COORDINATOR", 0),
    findDemoPerson("vng-realisatie", "COORDINATOR", 1),
  ]);
  moderator = await findDemoPerson("vng-realisatie", "MODERATOR");
  refused = {
    visitor,
    member: await findDemoPerson("zwolle", "MEMBER"),
    manager: await findDemoPerson("zwolle", "MANAGER"),
    supplier: await findDemoPerson("maykin", "MEMBER"),
    "coordinator of another organisation": await findDemoPerson("dimpact", "COORDINATOR"),
    "platform administrator": await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN"),
  };
});

const columns = {
  ...contentSelect,
  ...{ id: true, slug: true, providerId: true, publication: true, version: true, isDemo: true },
  ...{ confirmedOn: true, licenceVerified: true, publishedAt: true },
} as const;

let count = 0;

/** A new draft with a name of its own; returns its id and address. */
async function makeDraft() {
  const name = `Deelauto nummer ${++count}`;
  const summary = "Gemeenten delen hun auto's met elkaar.";
  const slug = await createSolution(author, {
    name,
    summary,
    audience: "",
    kind: "DIENST",
    theme: "BEDRIJFSVOERING",
    phase: "PILOT",
  });
  const { id } = await database().solution.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return { id, slug, name };
}

/** The same, with everything that is needed to offer it. */
async function makeReadyDraft() {
  const draft = await makeDraft();
  await saveDraft(
    author,
    await editOf(draft.id, { description: "Een wagenpark voor iedereen.", audience: "Facilitair." }),
  );
  return draft;
}

/** A real, published solution of the provider without an open edit. */
async function findPublished(where: Prisma.SolutionWhereInput = {}) {
  return database().solution.findFirstOrThrow({
    where: {
      provider: { slug: "vng-realisatie" },
      publication: "PUBLISHED",
      isDemo: false,
      version: 1,
      versions: { none: { publication: { not: "PUBLISHED" } } },
      ...where,
    },
    orderBy: { slug: "asc" },
    select: columns,
  });
}

const openVersion = (solutionId: string) =>
  database().solutionVersion.findFirstOrThrow({ where: { solutionId, publication: { not: "PUBLISHED" } } });

const read = (id: string) =>
  database().solution.findUniqueOrThrow({
    where: { id },
    select: columns,
  });

/** What the editor would send: the text that is open or published, with changes. */
async function editOf(solutionId: string, changes: Partial<SolutionContent>): Promise<EditorInput> {
  const solution = await read(solutionId);
  const open = await database().solutionVersion.findFirst({
    where: { solutionId, publication: { not: "PUBLISHED" } },
  });
  const content = open ? toContent(open.content) : toContent(solution);
  return { ...content, ...changes, solutionId, revision: open?.revision ?? 0, version: solution.version };
}

async function step(solutionId: string) {
  const { revision } = await openVersion(solutionId);
  return { solutionId, revision };
}

const auditOf = async (subjectId: string) => {
  const events = await database().auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
  return events.map(({ action }) => action);
};

const refusal = (code: DomainError["code"], key: DomainError["key"]) =>
  expect.objectContaining({ code, key });

describe("making a solution", () => {
  it("leaves a draft of the provider that nobody finds, with one version and one audit event", async () => {
    const { id, slug } = await makeDraft();
    const made = await database().solution.findUniqueOrThrow({
      where: { id },
      select: { ...columns, versions: true },
    });
    expect(made).toMatchObject({
      slug,
      publication: "DRAFT",
      isDemo: true,
      providerId: author.organisation?.id,
    });
    expect(made.versions).toMatchObject([
      { number: 1, publication: "DRAFT", authorId: author.user?.id, isDemo: true },
    ]);
    expect(await auditOf(id)).toEqual(["solution.created"]);
  });

  it("refuses a name that is in use, with other capitals too", async () => {
    const { name } = await makeDraft();
    const again = createSolution(colleague, {
      name: name.toUpperCase(),
      summary: "Iets anders dan het eerste.",
      audience: "",
      kind: "DIENST",
      theme: "DEMOCRATIE",
      phase: "IDEA",
    });
    await expect(again).rejects.toEqual(refusal("conflict", "slugTaken"));
  });

  it("says nothing of a draft of another provider with that name", async () => {
    const { name, slug } = await makeDraft();
    const elsewhere = await findDemoPerson("dimpact", "COORDINATOR");
    const ours = await createSolution(elsewhere, {
      name,
      summary: "Een ander maakt hetzelfde.",
      audience: "",
      kind: "DIENST",
      theme: "DEMOCRATIE",
      phase: "IDEA",
    });
    expect(slug).toBe(`${toSlug(name)}-concept-vng-realisatie`);
    expect(ours).toBe(`${toSlug(name)}-concept-dimpact`);
  });

  it("refuses a name that is published", async () => {
    const { id, name } = await makeReadyDraft();
    await submitForReview(author, await step(id));
    expect(await publish(colleague, await step(id))).toBe(toSlug(name));
    const elsewhere = await findDemoPerson("dimpact", "COORDINATOR");
    const input = { name, summary: "Een ander maakt hetzelfde.", audience: "" };
    const again = createSolution(elsewhere, { ...input, kind: "DIENST", theme: "DEMOCRATIE", phase: "IDEA" });
    await expect(again).rejects.toEqual(refusal("conflict", "slugTaken"));
  });

  it("of one name by twenty at once makes one", async () => {
    const input = {
      name: "Twintig tegelijk",
      summary: "Twintig mensen maken dit tegelijk.",
      audience: "",
      kind: "DIENST",
      theme: "DEMOCRATIE",
      phase: "IDEA",
    } as const;
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => createSolution(author, input)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toEqual(refusal("conflict", "slugTaken"));
    }
  });
});

describe("the road to publication", () => {
  it("copies exactly what was approved, and search finds it at once", async () => {
    const { id } = await makeReadyDraft();
    const links: SolutionContent["links"] = [
      { label: "Stappenplan", url: "https://voorbeeld.nl/stappen", visibility: "PUBLIC" },
      { label: "DPIA", url: "https://voorbeeld.nl/dpia", visibility: "GEMEENTEN" },
    ];
    const changes = {
      name: `Zweefvliegtuigenpool ${count}`,
      keywords: ["luchtvaart"],
      standards: ["OAuth"],
      layer: "DATA",
      homepage: "https://voorbeeld.nl",
      priceModel: "FREE",
      participationPublic: true,
      links,
    } as const;
    await saveDraft(
      author,
      await editOf(id, { ...changes, keywords: ["luchtvaart"], standards: ["OAuth"], links }),
    );
    const approved = toContent((await openVersion(id)).content);
    await submitForReview(author, await step(id));
    await publish(colleague, await step(id));

    const solution = await read(id);
    expect(toContent(solution)).toEqual(approved);
    expect(solution.links.map(({ label }) => label)).toEqual(["Stappenplan", "DPIA"]);
    expect(solution).toMatchObject({ publication: "PUBLISHED", version: 3, isDemo: true });
    expect(solution.confirmedOn).not.toBeNull();
    const [version] = await database().solutionVersion.findMany({ where: { solutionId: id } });
    expect(version).toMatchObject({
      publication: "PUBLISHED",
      number: 1,
      authorId: author.user?.id,
      approverId: colleague.user?.id,
    });
    const found = await database().solutionWord.findMany({ where: { word: "luchtvaart" } });
    expect(found.map(({ solutionId }) => solutionId)).toContain(id);
    expect(await auditOf(id)).toEqual([
      "solution.created",
      "solution.edited",
      "solution.edited",
      "solution.submitted",
      "solution.published",
    ]);
  });

  it("needs two people: the author cannot approve, a moderator can", async () => {
    const { id } = await makeReadyDraft();
    await submitForReview(author, await step(id));
    await expect(publish(author, await step(id))).rejects.toEqual(refusal("forbidden", "approverIsAuthor"));
    expect((await read(id)).publication).toBe("IN_REVIEW");
    await publish(moderator, await step(id));
    expect((await read(id)).publication).toBe("PUBLISHED");
  });

  it("makes whoever wrote last the author, and lets nobody approve who wrote earlier", async () => {
    const { id } = await makeReadyDraft();
    await saveDraft(colleague, await editOf(id, { sideEffects: "Drukte op maandag." }));
    await submitForReview(author, await step(id));
    expect(await openVersion(id)).toMatchObject({
      authorId: colleague.user?.id,
      writerIds: [author.user?.id, colleague.user?.id],
    });
    for (const writer of [author, colleague]) {
      await expect(publish(writer, await step(id))).rejects.toEqual(refusal("forbidden", "approverIsAuthor"));
      const asked = requestChanges(writer, { ...(await step(id)), comment: "Maak het korter." });
      await expect(asked).rejects.toEqual(refusal("forbidden", "approverIsAuthor"));
    }
    await publish(moderator, await step(id));
  });

  it("is not changed by a save in which nothing differs: the author stays the author", async () => {
    const { id } = await makeReadyDraft();
    const before = await openVersion(id);
    const trace = await auditOf(id);
    await saveDraft(colleague, await editOf(id, {}));
    expect(await openVersion(id)).toEqual(before);
    expect(await auditOf(id)).toEqual(trace);
    await submitForReview(colleague, await step(id));
    await expect(publish(author, await step(id))).rejects.toEqual(refusal("forbidden", "approverIsAuthor"));
    await publish(colleague, await step(id));
  });

  it("is closed to a writer by the database itself", async () => {
    const { id } = await makeReadyDraft();
    await saveDraft(colleague, await editOf(id, { sideEffects: "Drukte op maandag." }));
    const approving = database().solutionVersion.updateMany({
      where: { solutionId: id },
      data: { approverId: author.user?.id ?? null },
    });
    await expect(approving).rejects.toThrow("SolutionVersion_approver_wrote_nothing");
  });

  it("says what is missing", async () => {
    const { id } = await makeDraft();
    await expect(submitForReview(author, await step(id))).rejects.toMatchObject({
      key: "notReadyForReview",
      detail: "description,audience",
    });
    expect(await auditOf(id)).toEqual(["solution.created"]);
  });

  it("goes back with a comment, is written on, and offered again", async () => {
    const { id } = await makeReadyDraft();
    await submitForReview(author, await step(id));
    await requestChanges(colleague, { ...(await step(id)), comment: "Noem de kosten per auto." });
    expect(await openVersion(id)).toMatchObject({
      publication: "CHANGES_REQUESTED",
      comment: "Noem de kosten per auto.",
    });
    await saveDraft(author, await editOf(id, { description: "Een wagenpark. Elke auto kost hetzelfde." }));
    await submitForReview(author, await step(id));
    expect((await openVersion(id)).publication).toBe("IN_REVIEW");
    expect((await auditOf(id)).slice(-3)).toEqual([
      "solution.returned",
      "solution.edited",
      "solution.submitted",
    ]);
  });

  it("can be taken back before it is approved; until then the text stands still", async () => {
    const { id } = await makeReadyDraft();
    await submitForReview(author, await step(id));
    const edit = await editOf(id, { description: "Stiekem anders." });
    await expect(saveDraft(author, edit)).rejects.toEqual(refusal("conflict", "editInReview"));
    await withdraw(author, await step(id));
    await expect(publish(colleague, await step(id))).rejects.toMatchObject({
      key: "stepNotPossible",
      detail: "DRAFT",
    });
    await saveDraft(author, edit);
  });

  it("of one text by ten approvers at once happens once", async () => {
    const { id } = await makeReadyDraft();
    await submitForReview(author, await step(id));
    const input = await step(id);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => publish(colleague, input)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await auditOf(id)).filter((action) => action === "solution.published")).toHaveLength(1);
    expect((await read(id)).version).toBe(3);
  });
});

describe("editing what is published", () => {
  it("changes nothing that visitors see until a second person approves", async () => {
    const before = await findPublished();
    await saveDraft(
      author,
      await editOf(before.id, {
        summary: "Een nieuwe, langere samenvatting.",
        description: "x",
        audience: "y",
      }),
    );
    expect(await read(before.id)).toEqual(before);
    await submitForReview(author, await step(before.id));
    expect((await read(before.id)).publication).toBe("PUBLISHED");
    await publish(colleague, await step(before.id));
    expect(await read(before.id)).toMatchObject({
      summary: "Een nieuwe, langere samenvatting.",
      version: 2,
      isDemo: false,
    });
    const versions = await database().solutionVersion.findMany({
      where: { solutionId: before.id },
      orderBy: { number: "asc" },
    });
    expect(versions.map(({ number, publication, isDemo }) => [number, publication, isDemo])).toEqual([
      [1, "PUBLISHED", false],
      [2, "PUBLISHED", true],
    ]);
    expect(toContent(versions[0]?.content)).toEqual(toContent(before));
  });

  it("refuses a stale text, says what differs, and keeps what is stored", async () => {
    const { id } = await findPublished();
    const mine = await editOf(id, { summary: "De samenvatting van de een, lang genoeg." });
    const theirs = await editOf(id, {
      summary: "De samenvatting van de ander, lang genoeg.",
      audience: "Iedereen.",
    });
    await saveDraft(author, mine);
    await expect(saveDraft(colleague, theirs)).rejects.toMatchObject({
      code: "conflict",
      key: "editConflict",
      detail: "summary,audience",
    });
    expect(toContent((await openVersion(id)).content).summary).toBe(mine.summary);
    expect(await auditOf(id)).toEqual(["solution.edited"]);
  });

  it("refuses a text that was begun before somebody else published", async () => {
    const { id } = await findPublished();
    const old = await editOf(id, { summary: "Begonnen voordat de ander publiceerde." });
    await saveDraft(author, await editOf(id, { description: "Nieuw.", audience: "Iedereen." }));
    await submitForReview(author, await step(id));
    await publish(colleague, await step(id));
    await expect(saveDraft(colleague, old)).rejects.toEqual(refusal("conflict", "editConflict"));
  });

  it("of one text by twenty at once makes one edit", async () => {
    const { id } = await findPublished();
    const input = await editOf(id, { summary: "Twintig mensen schrijven dit tegelijk." });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => saveDraft(author, input)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().solutionVersion.count({ where: { solutionId: id, publication: "DRAFT" } })).toBe(
      1,
    );
  });

  it("does not begin an edit that changes nothing", async () => {
    const { id } = await findPublished();
    await expect(saveDraft(author, await editOf(id, {}))).rejects.toEqual(
      refusal("invalid", "nothingChanged"),
    );
  });

  it("holds a move to scaling up at the gate", async () => {
    const { id } = await findPublished({ phase: { in: ["PILOT", "DEVELOPMENT", "EXPLORATION", "IDEA"] } });
    await saveDraft(
      author,
      await editOf(id, { phase: "SCALING", description: "x", audience: "y", priceModel: "FREE", links: [] }),
    );
    await expect(submitForReview(author, await step(id))).rejects.toMatchObject({
      detail: expect.stringContaining("evaluation,onboarding"),
    });
  });

  it("calls a licence that changed no longer checked", async () => {
    const { id } = await findPublished({ licenceVerified: true });
    await saveDraft(author, await editOf(id, { licence: "MIT-0", description: "x", audience: "y" }));
    await submitForReview(author, await step(id));
    await publish(colleague, await step(id));
    expect(await read(id)).toMatchObject({ licence: "MIT-0", licenceVerified: false });
  });
});

describe("discarding", () => {
  it("removes a solution that was never published", async () => {
    const { id } = await makeDraft();
    expect(await discardDraft(author, await step(id))).toBeNull();
    expect(await database().solution.count({ where: { id } })).toBe(0);
    expect(await auditOf(id)).toEqual(["solution.created", "solution.discarded"]);
  });

  it("of an edit leaves what is published", async () => {
    const before = await findPublished();
    await saveDraft(author, await editOf(before.id, { summary: "Dit wordt weer weggegooid, denk ik." }));
    expect(await discardDraft(colleague, await step(before.id))).toBe(before.slug);
    expect(await read(before.id)).toEqual(before);
  });
});

describe("freshness", () => {
  it("is confirmed today, with the day before in the audit", async () => {
    const { id, version } = await findPublished({ confirmedOn: null });
    await confirmFreshness(author, { solutionId: id, version });
    const { confirmedOn, version: after } = await read(id);
    expect(after).toBe(version);
    expect(Math.abs(Date.now() - Number(confirmedOn))).toBeLessThan(36 * 3_600_000);
    const [event] = await database().auditEvent.findMany({
      where: { subjectId: id, action: "solution.confirmed" },
    });
    expect(event).toMatchObject({ detail: { confirmedBefore: null }, isDemo: true });
  });
});

describe("freshness of another text", () => {
  it("is not confirmed: what was published meanwhile must be read first", async () => {
    const { id, version } = await findPublished({ confirmedOn: null });
    await saveDraft(author, await editOf(id, { description: "Nieuw.", audience: "Iedereen." }));
    await submitForReview(author, await step(id));
    await publish(moderator, await step(id));
    const stale = confirmFreshness(author, { solutionId: id, version });
    await expect(stale).rejects.toEqual(refusal("conflict", "conflict"));
    expect(await auditOf(id)).not.toContain("solution.confirmed");
    await confirmFreshness(author, { solutionId: id, version: version + 1 });
  });
});

describe("whoever may not", () => {
  it("is refused every change, and leaves no trace", async () => {
    const { id } = await makeReadyDraft();
    await submitForReview(author, await step(id));
    const published = await findPublished();
    const [input, edit, before] = [
      await step(id),
      await editOf(published.id, { audience: "Anders." }),
      await auditOf(id),
    ];
    for (const [who, viewer] of Object.entries(refused)) {
      const isOut = who === "visitor";
      const ofPublished = isOut
        ? refusal("unauthenticated", "unauthenticated")
        : refusal("forbidden", "forbidden");
      // What was never published does not exist for them, so that a guessed id tells nothing.
      const ofDraft = isOut ? ofPublished : refusal("not-found", "notFound");
      const attempts = [
        () => submitForReview(viewer, input),
        () => withdraw(viewer, input),
        () => requestChanges(viewer, { ...input, comment: "Maak het korter." }),
        () => publish(viewer, input),
        () => discardDraft(viewer, input),
      ];
      for (const attempt of attempts) await expect(attempt(), who).rejects.toEqual(ofDraft);
      await expect(saveDraft(viewer, edit), who).rejects.toEqual(ofPublished);
      const confirmed = confirmFreshness(viewer, { solutionId: published.id, version: published.version });
      await expect(confirmed, who).rejects.toEqual(ofPublished);
    }
    expect(await auditOf(id)).toEqual(before);
    expect((await read(id)).publication).toBe("IN_REVIEW");
  });

  it("does not learn from saving whether there is such a solution", async () => {
    const { id } = await findPublished();
    const absent = { ...(await editOf(id, {})), solutionId: crypto.randomUUID() };
    for (const [who, viewer] of Object.entries(refused)) {
      if (viewer.roles.includes("COORDINATOR")) continue;
      const code = who === "visitor" ? "unauthenticated" : "forbidden";
      await expect(saveDraft(viewer, absent), who).rejects.toEqual(refusal(code, code));
    }
  });

  it("makes no solution either", async () => {
    const input = {
      name: "Van een ander",
      summary: "Dit mag niet bestaan, nergens.",
      audience: "",
      kind: "DIENST",
      theme: "DEMOCRATIE",
      phase: "IDEA",
    } as const;
    for (const [who, viewer] of Object.entries(refused)) {
      if (viewer.roles.includes("COORDINATOR")) continue;
      await expect(createSolution(viewer, input), who).rejects.toEqual(
        who === "visitor" ? refusal("unauthenticated", "unauthenticated") : refusal("forbidden", "forbidden"),
      );
    }
    expect(await database().solution.count({ where: { slug: "van-een-ander" } })).toBe(0);
  });

  it("includes a moderator, who approves but does not write", async () => {
    const { id } = await findPublished();
    await expect(saveDraft(moderator, await editOf(id, { audience: "Anders." }))).rejects.toEqual(
      refusal("forbidden", "forbidden"),
    );
  });
});

describe("the texts that were imported", () => {
  it("all have the shape of the editor's text, in the row and in its first version", async () => {
    const rows = await database().solution.findMany({
      where: { versions: { some: { number: 1, isDemo: false } } },
      select: { ...columns, versions: { where: { number: 1 } } },
    });
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      expect(Object.keys(row.versions[0]?.content ?? {}).sort()).toEqual(
        [...solutionContent.keyof().options].sort(),
      );
      if (row.version === 1) expect(toContent(row.versions[0]?.content)).toEqual(toContent(row));
    }
  });
});
