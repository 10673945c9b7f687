type Copy = { url: string; drop: () => Promise<void> };
export function startTestCluster(of?: { name?: string }): Promise<{
  url: string;
  appUrl: string;
  empty: string;
  seeded: string;
  stop: () => Promise<void>;
}>;
export function copyDatabase(serverUrl: string, template: string): Promise<Copy>;
export function siteUrl(appUrl: string, ownerUrl: string): string;
