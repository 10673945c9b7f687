import type { Client } from "pg";

type Head = { chain: string; position: string; hash: string };
type Anchor = Map<string, { position: string; hash: string }>;
type Options = { anchor?: Anchor; limit?: number };
type Report = { events: number; heads: Head[]; faults: string[]; faultCount: number };
export function hashOf(event: Record<string, string | null>): string;
export function verifyChains(client: Client, options?: Options): Promise<Report>;
export function inspectChains(client: Client, options?: Options): Promise<Report>;
export function toAnchor(heads: Head[]): string;
export function readAnchor(text: string): Anchor;
