import { MicOff } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "~/app/i18n/use-t";
import type { Picture, SeenPerson } from "~/realtime/browser/video/video-room";
import { initials } from "../avatar/avatar";
import { useIsLost, type VideoPerson } from "./video-context";

export interface VideoTileProps {
  readonly person: VideoPerson;
  /** The person as seen in the room; undefined while they are not in it. */
  readonly seen: SeenPerson | undefined;
  readonly big?: boolean;
  /** Laid over the picture. */
  readonly children?: ReactNode;
}

/** One person: their picture, else their initials; who is heard has a yellow frame and says so to readers. */
export function VideoTile({ person, seen, big = false, children }: VideoTileProps) {
  const t = useT("video");
  const { name, note, here = true } = person;
  const lost = useIsLost(person.id);
  const { picture = null, frozen = false } = seen ?? {};
  const classes = ["video-tile", big && "big", seen?.speaking && "heard", frozen && "frozen", !here && "away"];
  return (
    <figure className={classes.filter(Boolean).join(" ")} data-person={person.id}>
      {/* Nobody talks to a frozen face; what is out of sight stays attached, so that it comes back by itself. */}
      {picture && <MovingPicture key={picture.key} picture={picture} />}
      {(!picture || frozen) && (
        <span className="video-initials" aria-hidden="true">
          {initials(name)}
        </span>
      )}
      {lost && (
        <p className="video-lost" role="status">
          {t("tile.lost")}
        </p>
      )}
      {children}
      <figcaption className="video-name">
        {seen && !seen.microphoneOn && <MicOff aria-hidden="true" />}
        <span>
          {seen?.isMe ? t("tile.me") : name}
          {note && ` · ${note}`}
          {seen?.speaking && <span className="sr-only"> {t("tile.heard")}</span>}
          {seen && !seen.microphoneOn && <span className="sr-only"> {t("tile.muted")}</span>}
        </span>
      </figcaption>
    </figure>
  );
}

/** Pictures carry no sound: that is played apart, once for the page. */
function MovingPicture({ picture }: { readonly picture: Picture }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    picture.attach(video);
    return () => picture.detach(video);
  }, [picture]);
  return <video ref={element} className={picture.mirrored ? "-scale-x-100" : undefined} autoPlay playsInline muted />;
}
