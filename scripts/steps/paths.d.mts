export const root: string;
export const dataFolder: string;
export function inRoot(...parts: string[]): string;
export function inData(...parts: string[]): string;
