import type { BrowserContext, Page } from "@playwright/test";

/** What a page must not have become by what people typed. Empty when all is well. */
export async function inspect(page: Page, address: string, typed: string[] = []): Promise<string[]> {
  const faults: string[] = [];
  const note = (what: string) => faults.push(`${address}: ${what}`);
  const onDialog = (dialog: { message: () => string; dismiss: () => Promise<void> }) => {
    note(`a dialog said ${dialog.message()}`);
    return dialog.dismiss();
  };
  const onError = (error: Error) => note(`a script failed: ${error.message}`);
  page.on("dialog", onDialog);
  page.on("pageerror", onError);
  const answer = await page.goto(address, { waitUntil: "load" });
  if ((answer?.status() ?? 500) >= 500) note(`answered ${answer?.status()}`);
  for (const fault of await page.evaluate(listFaults)) note(fault);
  const shown = squeeze(await page.evaluate(() => document.body.textContent ?? ""));
  for (const text of typed) if (!shown.includes(squeeze(text))) note(`is not shown as typed: ${text}`);
  page.off("dialog", onDialog);
  page.off("pageerror", onError);
  return faults;
}

/** White space and characters that no page can show count as one space. */
const squeeze = (text: string) => text.replace(/[\s\p{Cc}\p{Cs}\ufffd]+/gu, " ").trim();

/** In every page of this browser a payload that runs is noticed; the site's own policy does not stop it here. */
export async function watchMarker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const marked = window as unknown as { __xss: () => void; __xssCalls: number };
    marked.__xssCalls = 0;
    marked.__xss = () => {
      marked.__xssCalls++;
    };
  });
}

/** Runs in the page: elements and attributes that only a payload can have made. */
function listFaults(): string[] {
  const faults: string[] = [];
  const marked = window as unknown as { __xssCalls: number };
  if (marked.__xssCalls > 0) faults.push("a payload ran");
  const strange =
    /^(iframe|frame|frameset|object|embed|base|portal|marquee|applet|math|foreignobject|animate.*|set|handler|xmp|plaintext|noembed|listing|bgsound|layer|isindex|keygen|image|video|audio|source|track|xss|template|slot)$/;
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName.toLowerCase();
    if (strange.test(name)) faults.push(`it has an element ${name}`);
    if (name === "script" && !isOwnScript(element as HTMLScriptElement))
      faults.push(`it has a script: ${element.outerHTML.slice(0, 90)}`);
    if (name === "meta" && element.hasAttribute("http-equiv")) faults.push("it has a meta http-equiv");
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) faults.push(`${name} has ${attribute}`);
      const isNext = name === "next-route-announcer";
      if ((attribute === "style" || attribute === "srcdoc") && !isNext)
        faults.push(`${name} has ${attribute}`);
      const isAddress = /^(href|src|action|formaction|xlink:href|data|poster|background)$/i.test(attribute);
      if (isAddress && runs(value)) faults.push(`${name} has ${attribute}=${value.slice(0, 60)}`);
    }
  }
  for (const landmark of ["main#inhoud", "body > footer", "body > header", "head > title"]) {
    const count = document.querySelectorAll(landmark).length;
    if (count !== 1) faults.push(`it has ${count} of ${landmark}`);
  }
  return faults;

  /** As the browser reads it: it drops what stands before a scheme or is hidden in it. */
  function runs(value: string): boolean {
    // What React itself gives a form until its script is there.
    if (/^javascript:throw new Error\('(A )?React form (was )?unexpectedly submitted/.test(value))
      return false;
    const { protocol } = URL.canParse(value, location.href) ? new URL(value, location.href) : location;
    return /^(javascript|vbscript|data|blob|filesystem):$/.test(protocol);
  }

  /** From an address of ours, data for ours, or with the nonce or a text that only the server gives. */
  function isOwnScript({ src, text, type, nonce }: HTMLScriptElement): boolean {
    const { origin, pathname } = new URL(src || location.href);
    if (src)
      return origin === location.origin && /^\/(_next\/static\/|(zoeken|kaart|jaren)\.js$)/.test(pathname);
    if (type === "application/json" || text === "" || /^[\w+/]{22}==$/.test(nonce ?? "")) return true;
    return /^\s*(\(?self\.__next|requestAnimationFrame|\$R|document\.querySelector|"use strict"|\(\(|!function|;?\(function)/.test(
      text,
    );
  }
}
