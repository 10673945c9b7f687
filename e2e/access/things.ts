import { randomUUID } from "node:crypto";

/** Something that a request is about: whose it is, and what an address or a form says of it. */
export type Thing = {
  name: string;
  /** The organisation it belongs to. */
  owner: string | null;
  /** Who wrote it, or whose own it is. */
  person?: string;
  isUnknown?: true;
  id: string;
  slug: string;
  number: string;
  version: string;
  /** The id of its owner, and the secret of its link, where a form or an address needs them. */
  ownerId?: string;
  token?: string;
};

export const kinds = [
  "a published solution",
  "a solution without adoptions",
  "a solution that the law demands",
  "a draft",
  "a draft in review",
  "an edit in review",
  "an adoption",
  "a task",
  "a document",
  "a document for the provider",
  "a document for gemeenten",
  "a document for everybody",
  "a decision that waits",
  "a public fact",
  "a review",
  "a gemeente",
  "a demo person",
  "a real person",
  "a session",
  "a second factor",
  "an identity",
  "a saved search",
  "something followed",
  "a kept file",
  "a word",
  "an organisation",
  "a request",
  "a request to the platform",
  "an invitation",
  "a member",
  "a suspended member",
  "a demo provider",
  "a real provider",
  "a herindeling",
  "a partner",
] as const;
export type Kind = (typeof kinds)[number];

/** Things of each kind, owned by different organisations, and at the end one that does not exist. */
export type World = Record<Kind, Thing[]>;

export const unknownThing: Thing = {
  name: "what does not exist",
  owner: null,
  isUnknown: true,
  id: randomUUID(),
  slug: "bestaat-echt-niet",
  number: "999",
  version: "1",
  ownerId: randomUUID(),
  token: "0".repeat(64),
};

/** A thing of which the rest is still to be filled in. */
export function unknown(name: string, owner: string | null): Thing {
  return { name, owner, id: "", slug: "", number: "1", version: "1" };
}
