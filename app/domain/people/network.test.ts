import { expect, test } from "vitest";
import { networkOf } from "./network";

test("an address is kept as its network: three numbers of IPv4, three groups of IPv6", () => {
  expect(networkOf("203.0.113.77")).toBe("203.0.113");
  expect(networkOf("::ffff:203.0.113.77")).toBe("203.0.113");
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1");
  expect(networkOf("2001:DB8::1")).toBe("2001:db8:0");
});

test("this machine and private networks are local", () => {
  for (const own of [
    "127.0.0.1",
    "::1",
    "::ffff:127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.9.9",
    "192.168.1.20",
    "169.254.3.4",
    "fe80::1%eth0",
    "fd00::12",
  ])
    expect(networkOf(own), own).toBe("local");
  for (const other of ["172.32.0.1", "192.169.1.1", "11.0.0.1"]) expect(networkOf(other), other).not.toBe("local");
});

test("what is no address has no network", () => {
  for (const none of [null, undefined, "", "unknown", "1.2.3", "1.2.3.400", "1:2", "1::2::3", "g::1", "12345::"])
    expect(networkOf(none), String(none)).toBeNull();
});
