import type { VideoConfig } from "../config";
import { noVideo, type VideoPort } from "./video-port";

/** The video server of the settings, or none. */
export function openVideo(_config: VideoConfig | null): VideoPort {
  return noVideo;
}
