import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { Authenticator } from "@/lib/core/testing/authenticator";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { aRealPerson, aSession } from "@/lib/core/testing/real-person";
import { addPasskey, askForNewPasskey, askForPasskey, proveByPasskey } from "./mutations";

/** A person with a passkey, made in a first browser, and a second browser that has proven nothing. */
async function whoHasAPasskey(key = new Authenticator()) {
  const person = await aRealPerson();
  const options = await askForNewPasskey(await person.read());
  const response = key.create(options);
  const { token } = await addPasskey(await person.read(), { name: "Laptop", response });
  return {
    ...person,
    key,
    options,
    response,
    proven: () => person.read(token),
    other: await aSession(person.id),
  };
}

const refused = { key: "passkeyRefused" };
const lastAction = async (actorId: string) =>
  (await database().auditEvent.findFirst({
    where: { actorId },
    select: { action: true, detail: true },
    orderBy: { id: "desc" },
  })) ?? null;

test("a passkey that is added proves the session and can prove others", async () => {
  const { id, proven, other, key } = await whoHasAPasskey();
  expect(await proven()).toMatchObject({ roles: ["MANAGER"], hasSecondFactor: true });
  expect(await lastAction(id)).toEqual({ action: "secondFactor.added", detail: { kind: "PASSKEY" } });
  const { token } = await proveByPasskey(
    await other.read(),
    key.get(await askForPasskey(await other.read())),
  );
  expect(await other.read(token)).toMatchObject({ roles: ["MANAGER"], withheldRoles: [] });
  expect(await other.read()).toMatchObject({ user: null });
  expect(await lastAction(id)).toEqual({ action: "secondFactor.proven", detail: { by: "PASSKEY" } });
});

test("an answer that was used, or that answers an older question, is refused", async () => {
  const { id, other, key } = await whoHasAPasskey();
  const old = await askForPasskey(await other.read());
  const options = await askForPasskey(await other.read());
  await expect(proveByPasskey(await other.read(), key.get(old))).rejects.toMatchObject(refused);
  // The wrong answer used the question up.
  await expect(proveByPasskey(await other.read(), key.get(options))).rejects.toMatchObject(refused);
  const answer = key.get(await askForPasskey(await other.read()));
  const { token } = await proveByPasskey(await other.read(), answer);
  await expect(proveByPasskey(await other.read(token), answer)).rejects.toMatchObject(refused);
  expect(await lastAction(id)).toMatchObject({ action: "secondFactor.refused" });
});

test("an answer to another session is refused", async () => {
  const { id, other, key } = await whoHasAPasskey();
  const third = await aSession(id);
  await askForPasskey(await third.read());
  const answer = key.get(await askForPasskey(await other.read()));
  await expect(proveByPasskey(await third.read(), answer)).rejects.toMatchObject(refused);
});

test("a counter that does not go up gives a copied key away", async () => {
  const { other, key } = await whoHasAPasskey();
  const { token } = await proveByPasskey(
    await other.read(),
    key.get(await askForPasskey(await other.read())),
  );
  key.counter = 0;
  const again = key.get(await askForPasskey(await other.read(token)));
  await expect(proveByPasskey(await other.read(token), again)).rejects.toMatchObject(refused);
});

test.each([
  ["another site", { origin: "https://nep.example", rpId: "localhost" }],
  ["another domain", { origin: "http://localhost:3000", rpId: "nep.example" }],
])("what was signed for %s is worth nothing here", async (_, place) => {
  const person = await aRealPerson();
  const viewer = await person.read();
  const made = new Authenticator(place).create(await askForNewPasskey(viewer));
  await expect(addPasskey(viewer, { name: "Nep", response: made })).rejects.toMatchObject(refused);
  expect(await person.read()).toMatchObject({ hasSecondFactor: false, withheldRoles: ["MANAGER"] });
});

test("a passkey of somebody else proves nothing, and cannot be added a second time", async () => {
  const [one, another] = [await whoHasAPasskey(), await whoHasAPasskey()];
  const answer = another.key.get(await askForPasskey(await one.other.read()));
  await expect(proveByPasskey(await one.other.read(), answer)).rejects.toMatchObject(refused);
  const viewer = await one.proven();
  const copy = another.key.create(await askForNewPasskey(viewer));
  await expect(addPasskey(viewer, { name: "Kopie", response: copy })).rejects.toMatchObject(refused);
});

test("the browser is told which passkeys there are", async () => {
  const { proven, other, response } = await whoHasAPasskey();
  const asked = await askForPasskey(await other.read());
  expect(asked.allowCredentials).toMatchObject([{ id: response.id, transports: ["internal"] }]);
  expect(asked.rpId).toBe("localhost");
  expect((await askForNewPasskey(await proven())).excludeCredentials).toMatchObject([{ id: response.id }]);
});

test("without a fresh proof no passkey is added; without a passkey none is asked for", async () => {
  const { other } = await whoHasAPasskey();
  await expect(askForNewPasskey(await other.read())).rejects.toMatchObject({ key: "freshProofNeeded" });
  const late = await aRealPerson({ signedInMinutesAgo: 16 });
  await expect(askForNewPasskey(await late.read())).rejects.toMatchObject({ key: "freshSignInNeeded" });
  await expect(askForPasskey(await late.read())).rejects.toMatchObject({ key: "noFactor" });
  const demo = { ...(await findDemoPerson("zwolle", "MANAGER")), sessionId: crypto.randomUUID() };
  await expect(askForNewPasskey(demo)).rejects.toMatchObject({ code: "forbidden" });
});
