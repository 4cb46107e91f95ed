import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../kernel/random";
import { cardCode, OLD_CARD_CODE_LENGTH, printedCardCode, readCardCode } from "./card-code";
import { deviceLabel } from "./device-label";
import { isEmail, mailAddress, normaliseEmail } from "./email-address";
import { ownPath } from "./own-path";
import { tidyName } from "./person-name";
import { newSignInCode, readSignInCode, spokenCode } from "./sign-in-code";

describe("where sign-in leads", () => {
  test("to our own pages only", () => {
    for (const own of ["/fr", "/en/home", "/fr/assembly/x/hall?tab=1#top"]) expect(ownPath(own, "/fr/home")).toBe(own);
    const foreign = [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "/fr\\evil",
      "/fr/\n/x",
      "fr/home",
      "/de",
    ];
    for (const other of [...foreign, "", null, undefined, `/fr/${"a".repeat(500)}`])
      expect(ownPath(other, "/fr/home")).toBe("/fr/home");
  });

  test("never leaves the site, whatever is asked", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", "/", "//", "/fr", "/fr/", "/\\"),
        (text, start) => {
          const url = new URL(ownPath(start + text, "/fr/home"), "https://own.example/here");
          return url.origin === "https://own.example";
        },
      ),
    );
  });
});

describe("codes", () => {
  test("of a mail have six digits and are read however they are typed", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const code = newSignInCode(seededRandom(seed));
        return /^\d{6}$/.test(code) && readSignInCode(` ${spokenCode(code)} `) === code;
      }),
    );
    for (const text of ["12345", "1234567", "12345a", ""]) expect(readSignInCode(text)).toBeUndefined();
  });

  test("of a card are read however they are typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (bits) => {
        const [code, old] = [cardCode(bits), cardCode(bits, OLD_CARD_CODE_LENGTH)];
        const typed = (one: string) => printedCardCode(one).toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
        const read = [code, old].every((one) => readCardCode(` ${typed(one)} `) === one);
        return read && code.length === 12 && code.startsWith(old);
      }),
    );
    for (const text of ["", "ABCDE-1234", "ABCDE-123456", "ABCDE-1234U", "ABCD-EFGH-JKM", "ABCD-EFGH-JKMNP"])
      expect(readCardCode(text)).toBeUndefined();
  });

  test("of cards with different first sixty bits differ", () => {
    expect(cardCode(new Uint8Array(8))).toBe("000000000000");
    expect(cardCode(new Uint8Array(8).fill(255))).toBe("ZZZZZZZZZZZZ");
    expect(cardCode(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 16]))).toBe("000000000001");
    expect(printedCardCode("0123456789AB")).toBe("0123-4567-89AB");
  });
});

describe("people", () => {
  test("are found by their address whatever its case", () => {
    expect(normaliseEmail(" Odette@Example.ORG ")).toBe("odette@example.org");
  });

  test("have an address that looks like one", () => {
    for (const good of ["a@b.fr", "o'neil+x@sous.domaine.exemple.fr", "é@exemple.fr"]) expect(isEmail(good)).toBe(true);
    for (const bad of ["", "a", "a@b", "a b@c.fr", "a@b.fr,c@d.fr", "a@b.fr\nBcc: c@d.fr", "<a@b.fr>"])
      expect(isEmail(bad)).toBe(false);
  });

  test("have a name on one line", () => {
    expect(tidyName("  Anne-Marie\r\n\u200bDupont ")).toBe("Anne-Marie Dupont");
  });
});

test("a device is named as a person would", () => {
  const android = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36";
  const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1";
  expect([deviceLabel(android), deviceLabel(iphone), deviceLabel(null), deviceLabel("curl/8")]).toEqual([
    "Chrome, Android",
    "Safari, iPhone",
    "",
    "",
  ]);
});

test("a device that is known only in part is named by that part, the browser's own name before the one it builds on", () => {
  const label = (agent: string) => deviceLabel(`Mozilla/5.0 ${agent}`);
  const chrome = "AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
  expect(label(`(Windows NT 10.0) ${chrome} Edg/140.0`)).toBe("Edge, Windows");
  expect(label(`(X11; CrOS x86_64) ${chrome}`)).toBe("Chrome, ChromeOS");
  expect(label(`(Macintosh; Intel Mac OS X 14) ${chrome} OPR/110.0`)).toBe("Opera, Mac");
  expect(label("(Linux; Android 14; SM-S911) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36")).toBe(
    "Samsung Internet, Android",
  );
  expect(label("(iPad; CPU OS 18_0 like Mac OS X) FxiOS/130.0 Safari/605.1")).toBe("Firefox, iPad");
  expect([label("(X11; Linux x86_64)"), label("Firefox/130.0")]).toEqual(["Linux", "Firefox"]);
});

test("an address in a cell is kept in one spelling, and what is none is not kept", () => {
  expect(mailAddress("  Odette@Example.ORG\u200b ")).toBe("odette@example.org");
  for (const cell of ["", "  ", "odette", "odette@example", "odette@example.org, karim@example.org"]) {
    expect(mailAddress(cell), cell).toBeNull();
  }
  const longest = `${"a".repeat(254 - "@example.org".length)}@example.org`;
  expect([isEmail(longest), isEmail(`a${longest}`)]).toEqual([true, false]);
});

test("law: an address, and a name, that are kept are kept as they are when they are written again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(normaliseEmail(normaliseEmail(text))).toBe(normaliseEmail(text));
      expect(tidyName(tidyName(text))).toBe(tidyName(text));
      expect(tidyName(text)).not.toMatch(/[\p{Cc}\n]|^\s|\s$|\s\s/u);
    }),
    { seed: 20261129 },
  );
});

test("a card that is not long enough is a fault of ours", () => {
  expect(() => cardCode(new Uint8Array(7))).toThrow(RangeError);
});
