import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstGroups, readIpAddress } from "./ip-address";
import { networkOf } from "./network";

describe("reading an address", () => {
  test("four numbers are IPv4, with or without the prefix that IPv6 sockets put before it", () => {
    const four = { version: 4, parts: [203, 0, 113, 77] };
    for (const text of ["203.0.113.77", " 203.0.113.77 ", "::ffff:203.0.113.77", "::FFFF:203.0.113.77"]) {
      expect(readIpAddress(text), text).toEqual(four);
    }
  });

  test("an IPv4 address is the same where its last numbers are written as IPv6 groups", () => {
    expect(readIpAddress("::ffff:cb00:714d")).toEqual(readIpAddress("203.0.113.77"));
    expect(readIpAddress("0:0:0:0:0:ffff:7f00:1")).toEqual(readIpAddress("127.0.0.1"));
    expect(networkOf("::ffff:7f00:1")).toBe("local");
  });

  test("eight groups are IPv6, however the zeros are shortened and whatever interface it came by", () => {
    const six = { version: 6, parts: [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1] };
    for (const text of ["2001:db8::1", "2001:DB8:0:0:0:0:0:1", "2001:0db8::0001", "2001:db8::1%eth0"]) {
      expect(readIpAddress(text), text).toEqual(six);
    }
    expect(readIpAddress("::")?.parts).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(readIpAddress("1::")?.parts).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("anything else is none", () => {
    const none = ["", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9"];
    for (const text of [...none, ":::", "1::2::3", "1:2:3:4:5:6:7::8", "12345::", "g::", "1.2.3.4:80", "[::1]"]) {
      expect(readIpAddress(text), text).toBeUndefined();
    }
  });
});

describe("laws of addresses", () => {
  const four = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
  const six = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
  const written = (groups: readonly number[]) => groups.map((group) => group.toString(16)).join(":");

  test("what is written is read back, in full and with a run of zeros left out", () => {
    fc.assert(
      fc.property(six, fc.nat(7), fc.integer({ min: 1, max: 8 }), (groups, from, length) => {
        const zeroed = groups.map((group, at) => (at >= from && at < from + length ? 0 : group || 1));
        const mapped = zeroed.slice(0, 5).every((group) => group === 0) && zeroed[5] === 0xffff;
        fc.pre(!mapped);
        expect(readIpAddress(written(zeroed))?.parts).toEqual(zeroed);
        const short = `${written(zeroed.slice(0, from))}::${written(zeroed.slice(from + length))}`;
        expect(readIpAddress(short)?.parts).toEqual(zeroed);
      }),
      { seed: 20261129 },
    );
  });

  test("no text makes it throw, and every address has its parts", () => {
    const text = fc.oneof(
      fc.string(),
      fc.ipV4(),
      fc.ipV6(),
      fc.string({ unit: fc.constantFrom("0", "f", ":", ".", "%") }),
    );
    fc.assert(
      fc.property(text, (one) => {
        const read = readIpAddress(one);
        if (!read) return;
        expect(read.parts).toHaveLength(read.version === 4 ? 4 : 8);
        expect(read.parts.every((part) => part >= 0 && part <= (read.version === 4 ? 255 : 0xffff))).toBe(true);
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });

  test("whatever has the shape of an address has a network", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), six.map(written)), (text) => {
        expect(networkOf(text)).not.toBeNull();
      }),
      { seed: 20261201 },
    );
  });

  test("a network tells less than the address: neighbours share it", () => {
    fc.assert(
      fc.property(four, fc.nat(255), six, (numbers, last, groups) => {
        expect(networkOf(numbers.join("."))).toBe(networkOf([...numbers.slice(0, 3), last].join(".")));
        fc.pre(groups.slice(0, 5).some((group) => group !== 0));
        const neighbour = [...groups.slice(0, 3), ...groups.slice(3).map((group) => (group + last) % 0x10000)];
        expect(networkOf(written(groups))).toBe(networkOf(written(neighbour)));
      }),
      { seed: 20261202 },
    );
  });

  test("the first groups are written as they are read", () => {
    expect(firstGroups({ version: 6, parts: [0x2001, 0xdb8, 0, 1, 2, 3, 4, 5] }, 3)).toBe("2001:db8:0");
  });
});
