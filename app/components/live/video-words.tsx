import { useVideo } from "../video/video-context";
import { VideoNotice } from "../video/video-notice";

/** Words about video: what one can act on stands on top; that there is none stands at the foot, out of the way. */
export function VideoWords({ at }: { readonly at: "top" | "foot" }) {
  const off = useVideo().snapshot.state.kind === "off";
  return off === (at === "foot") ? <VideoNotice /> : null;
}
