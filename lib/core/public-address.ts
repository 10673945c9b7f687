import { BlockList, isIP } from "node:net";

/** Not reachable from the internet, or with a meaning of their own (IANA special-purpose registries, RFC 6890). */
const closed = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // The agent address of Azure: public by its number, but it answers to virtual machines only.
  ["168.63.129.16", 32],
] as const) {
  closed.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  closed.addSubnet(network, bits, "ipv6");
}

/** Of IPv6 only what IANA gave out is public: loopback, mapped, local and translated addresses are outside of it. */
const givenOut = new BlockList();
givenOut.addSubnet("2000::", 3, "ipv6");

/** Is this an address on the public internet? */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && givenOut.check(address, "ipv6") && !closed.check(address, "ipv6");
}
