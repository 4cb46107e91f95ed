import { expect, test } from "vitest";
import { sourceOf } from "./source-of";

test("a source is an IPv4 address, or the network of an IPv6 one", () => {
  expect(sourceOf("203.0.113.7")).toBe("203.0.113.7");
  expect(sourceOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(sourceOf("2001:db8:1:2::1")).toBe("2001:db8:1:2::/64");
  expect(sourceOf("2001:0DB8:0001:0002:aaaa:bbbb:cccc:dddd")).toBe(sourceOf("2001:db8:1:2::9"));
  expect(sourceOf("2001:db8:1:3::1")).not.toBe(sourceOf("2001:db8:1:2::1"));
  expect(sourceOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(sourceOf("::1")).toBe("0:0:0:0::/64");
  expect(sourceOf(undefined)).toBe("unknown");
});
