type Import = { to: string; isType: boolean };
export function judge(path: string, target: Import): string[];
export function findLayerFaults(files?: { path: string; text: string }[]): string[];
