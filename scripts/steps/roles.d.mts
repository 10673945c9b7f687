export function ensureRole(serverUrl: string, role: { name: string; password: string }): Promise<void>;
export function grantApplication(urls: { url: string; ownerUrl: string }): Promise<"own" | "shared" | "kept">;
