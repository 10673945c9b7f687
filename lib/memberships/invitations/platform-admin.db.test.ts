import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { type Viewer, visitor } from "@/lib/core/roles";
import { invitePlatformAdmin } from "@/scripts/steps/platform-admin.mjs";
import { refusalOf, rolesOf } from "../testing/people";
import { acceptInvitation } from "./mutations";

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

async function signIn(email: string): Promise<Viewer & { user: { id: string } }> {
  const user = await database().user.create({
    data: { name: "Eerste", email },
    select: { id: true, name: true, isDemo: true },
  });
  return { ...visitor, user };
}

test("the command line lets the first administrator of the platform in, by their own address alone", async () => {
  const { token, organisation } = await invitePlatformAdmin(client, { address: " Eerste@Zwolle.nl " });
  expect(organisation).toBe("Zwolle");
  const other = await signIn("ander@zwolle.nl");
  expect(await refusalOf(acceptInvitation(other, { token }))).toBe("forbidden invitedOtherAddress");
  const viewer = await signIn("eerste@zwolle.nl");
  await acceptInvitation(viewer, { token });
  const { id } = await database().organisation.findUniqueOrThrow({ where: { slug: "zwolle" } });
  expect(await rolesOf(viewer.user.id, id)).toEqual(["MEMBER", "PLATFORM_ADMIN"]);
});

test("asking again leaves one link that works", async () => {
  const first = await invitePlatformAdmin(client, { address: "iemand@vng.nl", slug: "vng" });
  const second = await invitePlatformAdmin(client, { address: "iemand@vng.nl", slug: "vng" });
  const viewer = await signIn("iemand@vng.nl");
  expect(await refusalOf(acceptInvitation(viewer, first))).toBe("invalid invitationOver");
  await acceptInvitation(viewer, second);
});

test.each<[string, string | undefined, string | undefined]>([
  ["Gebruik:", undefined, undefined],
  ["Gebruik:", "geen adres", undefined],
  ["Geen gemeente heeft het maildomein", "iemand@nergens.example", undefined],
  ["Er is geen organisatie", "iemand@zwolle.nl", "bestaat-niet"],
  ["is een leverancier", "iemand@zwolle.nl", "maykin"],
])("%s is the answer to %s %s", async (sentence, address, slug) => {
  await expect(invitePlatformAdmin(client, { address, slug })).rejects.toThrow(sentence);
});
