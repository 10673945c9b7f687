import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { formatOf } from "@/lib/core/files/format";
import { fileStore } from "@/lib/core/files/store";
import { type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { registerInterest, setVisibility } from "../mutations";
import { findPeople, makeSolution, type People } from "../testing/postgres";
import { addDocument, changeDocument, removeDocument, sweepFiles } from "./mutations";
import { listDocuments, listSharedDocuments, openDocument } from "./queries";
import type { DocumentVisibility } from "./schema";

const folder = mkdtempSync(join(tmpdir(), "pluseen-documents-"));
process.env.FILES_FOLDER = folder;

let people: People;
let provider: Viewer;

beforeAll(async () => {
  people = await findPeople();
  provider = await findDemoPerson("vng-realisatie", "COORDINATOR");
});

afterAll(() => rmSync(folder, { recursive: true }));

async function begin() {
  const solutionId = await makeSolution({ obligation: "VOLUNTARY", priceModel: "FREE" });
  await registerInterest(people.staff, { solutionId, contactName: "Contact" });
  const { id } = await database().adoption.findFirstOrThrow({ where: { solutionId }, select: { id: true } });
  return { id, solutionId };
}

const pdf = (words = "besluit") => new Uint8Array(Buffer.from(`%PDF-1.7\n${words}\n%%EOF`));
const told = (visibility: DocumentVisibility = "OWN") =>
  ({ kind: "COLLEGE_DECISION", title: "Collegebesluit", datedOn: today(), visibility }) as const;

async function keyOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${error}`);
  return `${error.code} ${error.key}`;
}

async function add(adoptionId: string, visibility?: DocumentVisibility, content = pdf()) {
  await addDocument(people.manager, { adoptionId, ...told(visibility), content });
  return database().adoptionDocument.findFirstOrThrow({
    where: { adoptionId },
    orderBy: { createdAt: "desc" },
  });
}

const filesOn = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
const pathOf = (fileId: string) => join(folder, fileId.slice(0, 2), fileId);

describe("a document", () => {
  test("is kept with its file, its print and an audit row", async () => {
    const { id, solutionId } = await begin();
    const document = await add(id);
    const digest = createHash("sha256").update(pdf()).digest("hex");
    expect(document).toMatchObject({ format: "pdf", bytes: pdf().length, digest, isDemo: true });
    expect(existsSync(pathOf(document.fileId))).toBe(true);
    const row = await database().auditEvent.findFirstOrThrow({
      where: { subjectId: id, action: "document.added" },
    });
    expect(row.detail).toMatchObject({ documentId: document.id, digest, visibility: "OWN" });
    expect(await listDocuments(people.staff, solutionId)).toMatchObject([
      { title: "Collegebesluit", addedBy: people.manager.user.name },
    ]);
    const opened = await openDocument(people.staff, document.id);
    expect(opened).toMatchObject({ type: "application/pdf", name: "Collegebesluit.pdf" });
    expect(Buffer.from(opened.content)).toEqual(Buffer.from(pdf()));
  });

  test.each([
    ["HTML under the name of a PDF", Buffer.from("<html><script>alert(1)</script>"), "documentKind"],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "documentKind"],
    ["more than 10 MB", Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]), "documentTooLarge"],
  ])("of %s is refused and leaves nothing", async (_, content, key) => {
    const { id } = await begin();
    const [files, rows] = [filesOn().length, await database().storedFile.count()];
    const input = { adoptionId: id, ...told(), content: new Uint8Array(content) };
    expect(await keyOf(addDocument(people.manager, input))).toBe(`invalid ${key}`);
    expect([filesOn().length, await database().storedFile.count()]).toEqual([files, rows]);
  });

  test("changes and goes in the version that was read; the log keeps its print", async () => {
    const { id, solutionId } = await begin();
    const document = await add(id);
    const same = { documentId: document.id, version: 1 };
    await changeDocument(people.manager, { ...same, ...told("GEMEENTEN"), title: "Besluit" });
    expect(await keyOf(changeDocument(people.manager, { ...same, ...told() }))).toBe("conflict conflict");
    expect(await keyOf(removeDocument(people.manager, same))).toBe("conflict conflict");
    await removeDocument(people.manager, { ...same, version: 2 });
    expect(await listDocuments(people.staff, solutionId)).toEqual([]);
    expect(existsSync(pathOf(document.fileId))).toBe(false);
    expect(await database().storedFile.count({ where: { id: document.fileId } })).toBe(0);
    const row = await database().auditEvent.findFirstOrThrow({
      where: { subjectId: id, action: "document.removed" },
    });
    expect(row.detail).toMatchObject({ title: "Besluit", digest: document.digest });
  });

  test("is kept by managers of the gemeente alone", async () => {
    const { id } = await begin();
    const document = await add(id);
    const input = { adoptionId: id, ...told(), content: pdf() };
    const same = { documentId: document.id, version: 1 };
    const expected: [Viewer, string][] = [
      [people.staff, "forbidden forbidden"],
      [people.stranger, "not-found notFound"],
      [people.supplier, "not-found notFound"],
      [provider, "not-found notFound"],
      [visitor, "unauthenticated unauthenticated"],
    ];
    const before = await database().storedFile.count();
    for (const [viewer, refusal] of expected) {
      expect(await keyOf(addDocument(viewer, input))).toBe(refusal);
      expect(await keyOf(changeDocument(viewer, { ...same, ...told() }))).toBe(refusal);
      expect(await keyOf(removeDocument(viewer, same))).toBe(refusal);
    }
    expect(await database().storedFile.count()).toBe(before);
  });
});

describe("who reads it", () => {
  const readers = () => ({
    staff: people.staff,
    stranger: people.stranger,
    provider,
    supplier: people.supplier,
    visitor,
  });
  const readBy = async (id: string, solutionId: string) => {
    const solution = await database().solution.findUniqueOrThrow({
      where: { id: solutionId },
      select: { id: true, providerId: true, participationPublic: true },
    });
    const seen: string[] = [];
    for (const [name, viewer] of Object.entries(readers())) {
      const opened = await openDocument(viewer, id).then(
        () => true,
        (error: DomainError) => error.code !== "not-found",
      );
      const listed = (await listSharedDocuments(viewer, solution)).some((one) => one.id === id);
      // The list of what others share and the door of the file say the same; the gemeente itself reads all.
      if (name !== "staff") expect([name, listed]).toEqual([name, opened]);
      if (opened) seen.push(name);
    }
    return seen;
  };

  test.each([
    ["OWN", ["staff"]],
    ["PROVIDER", ["staff", "provider"]],
    ["GEMEENTEN", ["staff", "stranger"]],
    ["PUBLIC", ["staff", "stranger", "provider"]],
  ] as const)("of a gemeente that is interested, %s", async (visibility, expected) => {
    const { id, solutionId } = await begin();
    expect(await readBy((await add(id, visibility)).id, solutionId)).toEqual(expected);
  });

  test("everybody reads what is public once the use is confirmed and public; suppliers never do", async () => {
    const { id, solutionId } = await begin();
    const document = await add(id, "PUBLIC");
    const where = { id };
    await database().adoption.update({ where, data: { status: "IN_USE", isPublic: true } });
    const all = ["staff", "stranger", "provider", "visitor"];
    expect(await readBy(document.id, solutionId)).toEqual(all);
    const { version } = await database().adoption.findUniqueOrThrow({ where });
    await setVisibility(people.manager, { adoptionId: id, version, visibility: "hidden" });
    expect(await readBy(document.id, solutionId)).toEqual(["staff"]);
  });
});

describe("what the demonstration invented", () => {
  test("is marked so, and opens as a page that says so, without a file", async () => {
    const invented = await database().adoptionDocument.findMany({
      where: { isDemo: true, adoption: { gemeente: { organisation: { slug: "utrecht" } } } },
      orderBy: { title: "asc" },
    });
    expect(invented.map(({ title }) => title)).toEqual(["Collegebesluit Open Zaak", "Overeenkomst KISS"]);
    const manager = await findDemoPerson("utrecht", "MANAGER");
    for (const { id, bytes, fileId } of invented) {
      const { content, type } = await openDocument(manager, id);
      expect([type, content.length, existsSync(pathOf(fileId))]).toEqual(["application/pdf", bytes, false]);
      expect(Buffer.from(content).toString("latin1")).toContain("(Fictief document)");
      expect(await formatOf(content)).toBe("pdf");
    }
  });

  test("a real document whose file is gone says so", async () => {
    const { id } = await begin();
    const document = await add(id);
    await fileStore().remove(document.fileId);
    expect(await keyOf(openDocument(people.manager, document.id))).toBe("not-found fileGone");
  });
});

describe("files", () => {
  test("that no document points at are swept after an hour, others stay", async () => {
    const { id } = await begin();
    const document = await add(id);
    const orphan = randomUUID();
    await database().storedFile.create({ data: { id: orphan } });
    await fileStore().write(orphan, pdf("half"));
    expect(await sweepFiles()).toBe(0);
    expect(existsSync(pathOf(orphan))).toBe(true);
    const later = new Date(Date.now() + 61 * 60_000);
    expect(await sweepFiles(later)).toBe(1);
    expect(await sweepFiles(later)).toBe(0);
    expect(existsSync(pathOf(orphan))).toBe(false);
    expect(existsSync(pathOf(document.fileId))).toBe(true);
  });

  test("that cannot be kept are refused in a sentence, and nothing tells of a document", async () => {
    const { id, solutionId } = await begin();
    const store = fileStore();
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const { StoreTrouble } = await import("@/lib/core/files/store");
    const write = vi.spyOn(store, "write").mockRejectedValueOnce(new StoreTrouble("away"));
    const input = { adoptionId: id, ...told(), content: pdf() };
    expect(await keyOf(addDocument(people.manager, input))).toBe("conflict filesAway");
    expect(await listDocuments(people.staff, solutionId)).toEqual([]);
    write.mockRestore();
    const document = await add(id);
    const remove = vi.spyOn(store, "remove").mockRejectedValueOnce(new StoreTrouble("away"));
    await removeDocument(people.manager, { documentId: document.id, version: 1 });
    remove.mockRestore();
    // The document is gone at once; its file follows at the next sweep.
    expect(await database().storedFile.count({ where: { id: document.fileId } })).toBe(1);
    await sweepFiles(new Date(Date.now() + 61 * 60_000));
    expect(existsSync(pathOf(document.fileId))).toBe(false);
    said.mockRestore();
  });

  test("ten at once beside the last free place: one is added, and no file is left of the others", async () => {
    const { id } = await begin();
    const first = await add(id);
    const { id: _, fileId: __, ...rest } = first;
    const fill = Array.from({ length: 48 }, () => randomUUID());
    await database().storedFile.createMany({ data: fill.map((fileId) => ({ id: fileId })) });
    await database().adoptionDocument.createMany({
      data: fill.map((fileId) => ({ ...rest, fileId, isDemo: false })),
    });
    const before = filesOn().length;
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        addDocument(people.manager, { adoptionId: id, ...told(), content: pdf() }).then(
          () => "added",
          (error: DomainError) => `${error.code} ${error.key}`,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "added")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["added", "conflict tooManyDocuments"]));
    expect(filesOn().length).toBe(before + 1);
  });
});
