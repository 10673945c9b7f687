import type pg from "pg";

export function invitePlatformAdmin(
  client: pg.Client,
  whom: { address?: string | undefined; slug?: string | undefined },
): Promise<{ token: string; organisation: string }>;
