import { createRemixStub } from "@remix-run/testing";
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { drawerOf } from "~/realtime/browser/unsent/drawer";
import { useOwnDrawers } from "./use-own-drawers";

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

/** Who is signed in on the page of a test. */
let signedIn: string | null = null;
const Page = () => {
  useOwnDrawers(signedIn);
  return null;
};

function open(as: string | null, address: string): void {
  signedIn = as;
  drawerOf("lea", "notes")?.put("7", "mot");
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  render(<Stub initialEntries={[address]} />);
}

const kept = () => drawerOf("lea", "notes")?.read("7");

test("a device that was ended from elsewhere takes nobody's unsent words away", () => {
  open(null, "/");
  expect(kept()).toBe("mot");
});

test("whoever signs out leaves nothing, and whoever signs in next finds nothing of others", () => {
  open(null, "/?done=signed-out");
  expect(kept()).toBeNull();
  cleanup();
  open("odette", "/");
  expect(kept()).toBeNull();
});

test("whoever is signed in keeps their own", () => {
  open("lea", "/");
  expect(kept()).toBe("mot");
});
