import { expect, test } from "vitest";
import { findClientAddress, toClient, toNetwork } from "./client-address.mjs";

test.each([
  // Nobody in front: what a client writes is not believed.
  ["192.0.2.7", "203.0.113.9", 0, "192.0.2.7"],
  ["::ffff:192.0.2.7", undefined, 0, "192.0.2.7"],
  ["fe80::1%eth0", undefined, 0, "fe80::1"],
  // One proxy: only what it added, the last.
  ["10.0.0.1", "203.0.113.9", 1, "203.0.113.9"],
  ["10.0.0.1", "1.1.1.1, 203.0.113.9", 1, "203.0.113.9"],
  ["10.0.0.1", undefined, 1, "10.0.0.1"],
  // Two proxies: the last but one.
  ["10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"],
  ["10.0.0.1", "203.0.113.9", 2, "203.0.113.9"],
  ["10.0.0.1", "[2001:DB8::5]:443", 1, "2001:db8::5"],
  ["10.0.0.1", "203.0.113.9:5123", 1, "203.0.113.9"],
  ["10.0.0.1", "<script>", 1, "10.0.0.1"],
  [undefined, undefined, 0, "0.0.0.0"],
])("peer %s with X-Forwarded-For %s behind %s proxies is %s", (peer, given, trusted, address) => {
  expect(findClientAddress(peer, given, trusted)).toBe(address);
});

test.each([
  ["203.0.113.9", "203.0.113.0/24", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48", "2001:db8:1:2"],
  ["2001:db8::5", "2001:db8:0::/48", "2001:db8:0:0"],
  ["::1", "0:0:0::/48", "0:0:0:0"],
])("%s is kept as %s and counts as %s", (address, network, client) => {
  expect(toNetwork(address)).toBe(network);
  expect(toClient(address)).toBe(client);
});
