import type { Messages } from "@/messages";

// Every column that says something about a person, with why and how long: the privacy page is made from
// this, and a test compares it with the tables, so that neither says something else than the other.

/** A kind of data as people know it; its words are in the messages of privacy. */
export type DataKind = keyof Messages["privacy"]["kind"];

/** AVG, article 6: a task in the public interest, or what the law obliges to (keeping data safe, article 32). */
export type Ground = "publicTask" | "legalDuty";

type Table = {
  table: string;
  /** What says something about a person. */
  personal: string[];
  /** What only serves the table itself: keys, places, marks. */
  technical?: string[];
};

export type Entry = { kind: DataKind; ground: Ground; tables: Table[] };

const keys = ["id", "isDemo"];

export const register: Entry[] = [
  {
    kind: "account",
    ground: "publicTask",
    tables: [
      {
        table: "User",
        personal: [
          ...["name", "email", "emailVerified", "image", "functionTitle", "activeOrganisationId"],
          ...["createdAt", "disabledAt", "erasedAt", "erasureAnnouncedAt"],
        ],
        technical: keys,
      },
    ],
  },
  {
    kind: "identity",
    ground: "legalDuty",
    tables: [
      {
        table: "Account",
        personal: ["userId", "provider", "providerAccountId"],
        technical: [
          ...["id", "type", "refresh_token", "access_token", "expires_at", "token_type", "scope"],
          ...["id_token", "session_state"],
        ],
      },
    ],
  },
  {
    kind: "mailSignIn",
    ground: "legalDuty",
    tables: [
      {
        table: "SignInRequest",
        personal: ["email", "tries", "expires"],
        technical: ["id", "codeHash", "linkHash", "browserHash", "next"],
      },
    ],
  },
  {
    kind: "session",
    ground: "legalDuty",
    tables: [
      {
        table: "Session",
        personal: ["userId", "device", "address", "createdAt", "lastSeenAt", "secondFactorAt"],
        technical: ["id", "sessionToken", "expires"],
      },
      { table: "PendingProof", personal: ["sessionId"], technical: ["purpose", "value", "expires"] },
    ],
  },
  {
    kind: "secondFactor",
    ground: "legalDuty",
    tables: [
      {
        table: "SecondFactor",
        personal: ["userId", "kind", "name", "createdAt", "lastUsedAt"],
        technical: ["id", "key", "counter", "credentialId", "transports"],
      },
      { table: "RecoveryCode", personal: ["userId", "createdAt", "usedAt"], technical: ["id", "hash"] },
    ],
  },
  {
    kind: "membership",
    ground: "publicTask",
    tables: [
      {
        table: "Membership",
        personal: ["userId", "organisationId", "role", "createdAt", "disabledAt"],
        technical: keys,
      },
      { table: "RightsReview", personal: ["organisationId", "at", "reviewedById"], technical: keys },
      { table: "RightsReviewLine", personal: ["userId", "roles", "isKept"], technical: ["id", "reviewId"] },
    ],
  },
  {
    kind: "request",
    ground: "publicTask",
    tables: [
      {
        table: "MembershipRequest",
        personal: [
          ...["userId", "organisationId", "role", "functionTitle", "message", "state"],
          ...["createdAt", "decidedAt", "decidedById", "reason"],
        ],
        technical: keys,
      },
      {
        table: "Invitation",
        personal: [
          ...["organisationId", "email", "roles", "createdAt", "expiresAt", "invitedById"],
          ...["acceptedAt", "acceptedById", "withdrawnAt"],
        ],
        technical: [...keys, "tokenHash"],
      },
    ],
  },
  {
    kind: "mail",
    ground: "publicTask",
    tables: [
      {
        table: "OutgoingMail",
        personal: ["to", "subject", "text", "createdAt", "sentAt"],
        technical: ["id", "until", "attempts", "nextAttemptAt"],
      },
    ],
  },
  {
    kind: "adoption",
    ground: "publicTask",
    tables: [
      {
        table: "Adoption",
        personal: ["contactName", "leadName", "leadId"],
        technical: [
          ...keys,
          ...["gemeenteId", "solutionId", "cycle", "status", "since", "resumeStatus", "interestedOn"],
          ...[
            "committedOn",
            "inUseOn",
            "endedOn",
            "nextStep",
            "nextOn",
            "coverage",
            "departments",
            "viaId",
            "isHidden",
          ],
          ...["isPublic", "version", "createdAt", "updatedAt", "contractEndsOn", "confirmedOn"],
        ],
      },
      {
        table: "AdoptionTask",
        personal: ["ownerName", "doneById", "doneOn", "evidence", "note"],
        technical: [...keys, "adoptionId", "position", "label", "isOwn", "dueOn", "version", "createdAt"],
      },
      {
        table: "AdoptionDocument",
        personal: ["title", "addedById", "createdAt"],
        technical: [
          ...keys,
          ...[
            "adoptionId",
            "keptById",
            "fileId",
            "kind",
            "datedOn",
            "visibility",
            "format",
            "bytes",
            "digest",
            "version",
          ],
        ],
      },
      {
        table: "AdoptionEvent",
        personal: ["data", "reason", "enteredById", "confirmedById", "enteredAt", "erasedAt"],
        technical: [
          ...keys,
          ...["adoptionId", "position", "from", "to", "occurredOn", "isCorrection", "body", "reference"],
        ],
      },
      {
        table: "PortfolioImport",
        personal: ["userId", "fileName", "rows", "createdAt"],
        technical: [...keys, "gemeenteId", "ignored"],
      },
      {
        table: "AdoptionProposal",
        personal: [
          ...["step", "note", "proposedById", "proposedAt", "decidedById", "decidedAt", "decisionReason"],
        ],
        technical: [
          ...keys,
          ...["origin", "state", "gemeenteId", "solutionId", "adoptionId", "to", "evidenceKind"],
          ...["evidenceDate", "source", "importKey", "organisationId"],
        ],
      },
    ],
  },
  {
    kind: "review",
    ground: "publicTask",
    tables: [
      {
        table: "Review",
        personal: ["authorId", "tip", "pitfall", "reply", "writtenOn", "createdAt", "updatedAt"],
        technical: [
          ...keys,
          ...["gemeenteId", "solutionId", "kind", "isOfficial", "addedValue", "usability"],
          ...["implementability", "costBenefit", "standards", "security", "support", "localFit", "score"],
          ...["recommend", "leadTimeMonths", "effortHours", "repliedAt", "version"],
        ],
      },
    ],
  },
  {
    kind: "solution",
    ground: "publicTask",
    tables: [
      {
        table: "SolutionVersion",
        personal: ["authorId", "writerIds", "approverId", "comment", "createdAt", "publishedAt"],
        technical: [...keys, "solutionId", "number", "publication", "content", "revision"],
      },
    ],
  },
  {
    kind: "need",
    ground: "publicTask",
    tables: [
      {
        table: "Need",
        personal: ["title", "text", "question", "gemeenteId", "authorId", "createdAt", "updatedAt"],
        technical: keys,
      },
    ],
  },
  {
    kind: "savedSearch",
    ground: "publicTask",
    tables: [
      {
        table: "SavedSearch",
        personal: ["userId", "name", "query", "seenAt", "createdAt"],
        technical: ["id", "place"],
      },
    ],
  },
  {
    kind: "follow",
    ground: "publicTask",
    tables: [
      {
        table: "Follow",
        personal: ["userId", "solutionId", "theme", "gemeenteId", "createdAt"],
        technical: ["id"],
      },
      { table: "FollowSettings", personal: ["userId", "frequency", "seenAt", "mailedAt"], technical: [] },
    ],
  },
  {
    kind: "log",
    ground: "legalDuty",
    tables: [
      {
        table: "AuditEvent",
        personal: [
          ...["at", "actorId", "organisationId", "action", "subjectType", "subjectId", "detail"],
          ...["result", "address", "requestId"],
        ],
        technical: [...keys, "chain", "position", "previousHash", "hash"],
      },
    ],
  },
  {
    kind: "tries",
    ground: "legalDuty",
    tables: [{ table: "RateLimit", personal: ["key"], technical: ["points", "expire"] }],
  },
];
