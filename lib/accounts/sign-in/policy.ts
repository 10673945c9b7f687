/** Can a code by mail be asked for: is there a mail server, or the outbox of the demonstration to read it in? */
export function canSignInByMail(site: { hasMailServer: boolean; hasOutbox: boolean }): boolean {
  return site.hasMailServer || site.hasOutbox;
}
