export function listPages(): string[];
export function listRoutes(): string[];
export function listActions(): string[];
export function findEntrancesWithoutRow(): string[];
export function toActionName(file: string, name: string): string;
export function toAddress(file: string): string;
