import type { VideoConfig } from "../config";
import { livekitVideo } from "./livekit-video";
import { noVideo, type VideoPort } from "./video-port";

/** The video server of the settings, or none. */
export function openVideo(config: VideoConfig | null): VideoPort {
  return config ? livekitVideo(config) : noVideo;
}
