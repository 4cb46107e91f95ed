import { DisconnectReason, Room, RoomEvent, setLogLevel } from "livekit-client";
import type { MaySend } from "~/app/domain/deliberation/may-send";
import { readDeviceChoice } from "./device-choice";
import type { LineNews } from "./link-state";
import { permittedTo } from "./room-people";

// Its warnings are about what the link puts right by itself.
setLogLevel("error");

/** Everything that changes what is on the screen. */
const shown = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.AudioPlaybackStatusChanged,
] as const;

/** What comes from a room. */
export interface RoomPorts {
  /** Something to show has changed. */
  changed(): void;
  /** Somebody came, or sends something new: what is wanted of it is asked for. */
  offered(): void;
  /** The server has let one in: what is sent may be sent from now on, before sound and picture flow. */
  letIn(): void;
  line(news: LineNews): void;
  permitted(maySend: MaySend): void;
  putOut(elsewhere: boolean): void;
}

const LONGEST_WAIT_MS = 1_500;
const PATIENCE_MS = 60_000;

/**
 * How LiveKit waits before it looks for the way back once more: at once, then soon and spread out, so that a server that was restarted
 * is found again within a second or two. After a minute the link asks for a new way in.
 */
const reconnectPolicy = {
  nextRetryDelayInMs({ retryCount, elapsedMs }: { readonly retryCount: number; readonly elapsedMs: number }) {
    if (elapsedMs > PATIENCE_MS) return null;
    return retryCount === 0 ? 0 : Math.min(LONGEST_WAIT_MS, 250 * 2 ** retryCount) * (0.5 + Math.random() / 2);
  },
};

/** A room, not entered yet, that tells what happens in it. */
export function openRoom(ports: RoomPorts): Room {
  const { speakerId } = readDeviceChoice();
  const room = new Room({
    adaptiveStream: true,
    dynacast: true,
    // One connection for both directions agrees anew, one after the other, on everybody who comes: a group that fills is seen twice as late.
    singlePeerConnection: false,
    stopLocalTrackOnUnpublish: false,
    reconnectPolicy,
    ...(speakerId !== null && { audioOutput: { deviceId: speakerId } }),
  });
  for (const event of shown) room.on(event, ports.changed);
  room.on(RoomEvent.TrackPublished, ports.offered);
  room.on(RoomEvent.ParticipantConnected, ports.offered);
  room.on(RoomEvent.SignalConnected, ports.letIn);
  room.on(RoomEvent.ParticipantPermissionsChanged, (_before, person) => {
    const maySend = person === room.localParticipant ? permittedTo(person) : null;
    if (maySend !== null) ports.permitted(maySend);
  });
  room.on(RoomEvent.Reconnecting, () => ports.line("renewing"));
  room.on(RoomEvent.SignalReconnecting, () => ports.line("renewing"));
  room.on(RoomEvent.Reconnected, () => {
    ports.offered();
    ports.line("renewed");
  });
  room.on(RoomEvent.Disconnected, (reason) => ports.putOut(reason === DisconnectReason.DUPLICATE_IDENTITY));
  return room;
}
