type Copy = { url: string; drop: () => Promise<void> };
export function startTestCluster(): Promise<{
  url: string;
  empty: string;
  seeded: string;
  stop: () => Promise<void>;
}>;
export function copyDatabase(serverUrl: string, template: string): Promise<Copy>;
