/** In this order: most browsers also carry the names of those below them. */
const browsers = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
] as const;

const systems = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
] as const;

export type Device = { browser: string | null; system: string | null };

/** What a User-Agent says in two words, "Firefox/Windows": enough to recognise, too little to follow somebody. */
export function toDevice(userAgent: string | null): string {
  // Longer than any browser's own: not worth searching.
  const text = (userAgent ?? "").slice(0, 500);
  const find = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, pattern]) => pattern.test(text))?.[0] ?? "";
  return `${find(browsers)}/${find(systems)}`;
}

/** The two words again, for a sentence in the language of the reader. */
export function readDevice(device: string | null): Device {
  const [browser, system] = (device ?? "").split("/");
  return { browser: browser || null, system: system || null };
}
