import { expect, test } from "vitest";
import { visitor } from "@/lib/core/roles";
import { viewerWith } from "@/lib/core/testing/viewers";
import { canEndSessions } from "./policy";

test("sessions are ended by a real person who is in one", () => {
  expect(canEndSessions(viewerWith("MEMBER"))).toBe(true);
  expect(canEndSessions({ ...visitor, sessionId: "session" })).toBe(false);
  expect(canEndSessions(viewerWith("MEMBER", {}, true))).toBe(false);
  const { sessionId: _, ...withoutSession } = viewerWith("MEMBER");
  expect(canEndSessions(withoutSession)).toBe(false);
});
