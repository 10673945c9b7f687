// Who is at the other end of the line, and how much of that is kept.
import { isIP } from "node:net";

/**
 * The address of the client. `trusted` proxies of our own each add the address they saw to
 * X-Forwarded-For: so many entries from the end are true, what stands before them anybody can write.
 */
export function findClientAddress(peer, forwardedFor, trusted) {
  if (trusted === 0 || !forwardedFor) return plain(peer) ?? "0.0.0.0";
  const entries = String(forwardedFor).split(",");
  return plain(entries.at(Math.max(-trusted, -entries.length))) ?? plain(peer) ?? "0.0.0.0";
}

/** The network that an address is in: enough to recognise a place, too little to recognise a person. */
export function toNetwork(address) {
  if (isIP(address) === 4) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  return `${groupsOf(address).slice(0, 3).join(":")}::/48`;
}

/** What counts as one client: an IPv4 address, or the /64 that one IPv6 connection gets. */
export function toClient(address) {
  return isIP(address) === 4 ? address : groupsOf(address).slice(0, 4).join(":");
}

/** An address without port, brackets, zone or the IPv6 way of writing IPv4; null when it is none. */
function plain(text) {
  const bare = String(text ?? "")
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(bare) ? bare.toLowerCase() : null;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address) {
  const [head = "", tail] = address.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const middle = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...middle, ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
