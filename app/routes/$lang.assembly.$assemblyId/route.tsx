import { Outlet, useMatches } from "@remix-run/react";
import { DeskLayout } from "~/app/components/layout/desk-layout";
import { MemberLayout } from "~/app/components/layout/member-layout";
import { worksBehindScenes } from "~/app/domain/assembly/workplace";
import { PageListening, useListening, useOwnRights } from "~/app/hooks/listening/page-listening";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { type NavName, navItems } from "./nav-items";
import { UnderWay } from "./under-way";

export { loader } from "./route.server";

/**
 * The frame of every page of an assembly. A page may ask for another one by `export const handle = { frame: … }`: "bare" has no page
 * frame (live screens), "wide" uses the whole width, "none" brings its own (the booklet in print). With `live: true` it has a live connection of its own, and the frame needs none.
 */
export default function AssemblyLayout() {
  const isOff = useHandles().some((handle) => handle?.live === true);
  return (
    <PageListening isOff={isOff}>
      <Frame />
    </PageListening>
  );
}

function Frame() {
  const t = useT("home");
  const path = useLocalePath();
  const assembly = useAssembly();
  useListening({ read: assembly.heard, facts: ["phase-advanced"], moves: [] });
  useOwnRights();
  const frame = useFrame();
  const base = `/assembly/${assembly.id}`;
  // In the room the whole menu of the desk would bury what is said there: two ways out are enough.
  const atDeskInRoom = frame === "bare" && worksBehindScenes(assembly.roles);
  const entries = navItems(assembly).filter(({ name }) => !atDeskInRoom || waysOut.includes(name));
  const items = entries.map((entry) => ({
    to: path(`${base}/${entry.path}`),
    label: t(`nav.${entry.name}`),
  }));
  if (frame === "none") return <Outlet />;
  if (worksBehindScenes(assembly.roles) && frame !== "bare") {
    return (
      <DeskLayout title={assembly.title} home={path(base)} items={items}>
        <UnderWay />
        <Outlet />
      </DeskLayout>
    );
  }
  return (
    <MemberLayout
      title={assembly.title}
      home={path(base)}
      items={items}
      contact={assembly.contact}
      wide={frame === "wide"}
      bare={frame === "bare"}
    >
      {frame !== "bare" && <UnderWay />}
      <Outlet />
    </MemberLayout>
  );
}

/** What those behind the scenes find in their menu while they are in the room. */
const waysOut: readonly NavName[] = ["desk", "home", "sessions"];

interface Handle {
  readonly frame?: FrameName;
  readonly live?: boolean;
}

type FrameName = "page" | "wide" | "bare" | "none";

/** What each page on the way here asks for; its `handle` is of no type. */
function useHandles(): (Handle | undefined)[] {
  return useMatches().map(({ handle }) => handle as Handle | undefined);
}

function useFrame(): FrameName {
  const asked = useHandles()
    .map((handle) => handle?.frame)
    .findLast((frame) => frame !== undefined);
  return asked ?? "page";
}
