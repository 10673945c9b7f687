export function startPostgres(options: {
  folder: string;
  durable?: boolean;
}): Promise<{ url: string; appUrl: string; stop: () => Promise<void> }>;
export function isFree(port: number, host?: string): Promise<boolean>;
export function freePort(): Promise<number>;
