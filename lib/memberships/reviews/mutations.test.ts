import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";
import { countSessions, makeMember, makeOrganisation, refusalOf, rolesOf, tracesOf } from "../testing/people";
import { reviewRights } from "./mutations";

const line = ({ user, roles }: Member, verdict: "kept" | "ended" = "kept") => ({
  userId: user.id,
  roles: roles.join(),
  verdict,
});

async function makeTeam() {
  const organisation = await makeOrganisation();
  const admin = await makeMember(organisation, "MEMBER", "ORGANISATION_ADMIN");
  const stays = await makeMember(organisation, "MEMBER", "MANAGER");
  const goes = await makeMember(organisation, "MEMBER");
  return { organisation, admin, stays, goes };
}

test("a review keeps the list as it was, and ends what was not confirmed", async () => {
  const { organisation, admin, stays, goes } = await makeTeam();
  await reviewRights(admin, { lines: [line(admin), line(stays), line(goes, "ended")] });
  const review = await database().rightsReview.findFirstOrThrow({
    where: { organisationId: organisation.id },
    include: { lines: true },
  });
  expect(review.reviewedById).toBe(admin.user.id);
  const kept = new Map(review.lines.map(({ userId, roles, isKept }) => [userId, `${roles} ${isKept}`]));
  expect(kept.get(admin.user.id)).toBe("MEMBER,ORGANISATION_ADMIN true");
  expect(kept.get(stays.user.id)).toBe("MEMBER,MANAGER true");
  expect(kept.get(goes.user.id)).toBe("MEMBER false");
  expect(await rolesOf(goes.user.id, organisation.id)).toEqual([]);
  expect(await countSessions(goes)).toBe(0);
  expect(await countSessions(stays)).toBe(1);
  expect(await tracesOf(admin)).toEqual(["rights.reviewed", "membership.ended"]);
});

test("a list that changed meanwhile is not confirmed", async () => {
  const { organisation, admin, stays, goes } = await makeTeam();
  const lines = [line(admin), line(stays), line(goes)];
  const newcomer = await makeMember(organisation, "MEMBER");
  expect(await refusalOf(reviewRights(admin, { lines }))).toBe("conflict rightsChanged");
  const twice = [...lines, line(goes)];
  expect(await refusalOf(reviewRights(admin, { lines: twice }))).toBe("conflict rightsChanged");
  const raised = [...lines, { ...line(newcomer), roles: "MEMBER,MANAGER" }];
  expect(await refusalOf(reviewRights(admin, { lines: raised }))).toBe("conflict rightsChanged");
  await reviewRights(admin, { lines: [...lines, line(newcomer)] });
});

test("nobody ends themselves in a review, and nobody but the administrator reviews", async () => {
  const { admin, stays, goes } = await makeTeam();
  const lines = [line(admin, "ended"), line(stays), line(goes)];
  expect(await refusalOf(reviewRights(admin, { lines }))).toBe("invalid reviewEndsYou");
  expect(await refusalOf(reviewRights(stays, { lines }))).toBe("forbidden forbidden");
});
