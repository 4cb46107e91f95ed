import { type Participant, type RemoteTrack, type Room, Track } from "livekit-client";
import type { MaySend } from "~/app/domain/deliberation/may-send";
import { type ParticipationId, readId } from "~/app/domain/kernel/ids";
import { type Connection, type TakenSeat, takenSeats } from "./seats";
import type { Picture } from "./video-room";

/** The participation that stands before the device in an identity; null for somebody whom we did not let in. */
export function participationOf(identity: string): ParticipationId | null {
  return readId(identity.split(".")[0]);
}

/** What the video server lets somebody send; null while it has not said. An empty list of sources is every source. */
export function permittedTo({ permissions }: Pick<Participant, "permissions">): MaySend | null {
  if (!permissions) return null;
  const { canPublish, canPublishSources } = permissions;
  if (!canPublish) return "nothing";
  const sources = canPublishSources.map(Track.sourceFromProto);
  return sources.length === 0 || sources.includes(Track.Source.Microphone) ? "camera-and-microphone" : "camera";
}

export type SeatInRoom = TakenSeat<Picture, RemoteTrack>;

export interface Looking {
  /** All roles of the person who looks. */
  readonly own: ReadonlySet<ParticipationId>;
  /** Nothing comes through of this track though it should. */
  isSilent(track: RemoteTrack): boolean;
}

/** Everyone in the room, oneself first. */
export function seatsIn(room: Room, looking: Looking): readonly SeatInRoom[] {
  const all = [room.localParticipant, ...room.remoteParticipants.values()];
  const connections = all.flatMap((participant): Connection<Picture, RemoteTrack>[] => {
    const participationId = participationOf(participant.identity);
    if (participationId === null) return [];
    const isHere = participant === room.localParticipant;
    const incoming = isHere ? [] : soundAndPicture(participant);
    const connection = {
      identity: participant.identity,
      participationId,
      name: participant.name ?? "",
      isHere,
      joinedAtMs: participant.joinedAt?.getTime() ?? 0,
      speaking: participant.isSpeaking,
      microphoneOn: participant.isMicrophoneEnabled,
      picture: pictureOf(participant),
      frozen: incoming.some((track) => track.kind === Track.Kind.Video && looking.isSilent(track)),
      voice: incoming.find(({ kind }) => kind === Track.Kind.Audio) ?? null,
      lost: isLost(participant, incoming, looking),
    };
    return [connection];
  });
  return takenSeats(connections, looking.own);
}

function soundAndPicture(participant: Participant): readonly RemoteTrack[] {
  return [Track.Source.Microphone, Track.Source.Camera].flatMap((source) => {
    const track = participant.getTrackPublication(source)?.track;
    return track ? [track as RemoteTrack] : [];
  });
}

/** Of somebody who sends nothing there is nothing to be missed. */
function isLost(participant: Participant, incoming: readonly RemoteTrack[], { isSilent }: Looking): boolean {
  const sending = incoming.filter((track) => !participant.getTrackPublication(track.source)?.isMuted);
  return sending.length > 0 && sending.every(isSilent);
}

const pictures = new WeakMap<Track, Picture>();

function pictureOf(participant: Participant): Picture | null {
  const publication = participant.getTrackPublication(Track.Source.Camera);
  const track = publication?.track;
  if (!track || publication.isMuted) return null;
  const known = pictures.get(track);
  if (known) return known;
  const picture: Picture = {
    key: publication.trackSid,
    mirrored: participant.isLocal,
    attach: (element) => void track.attach(element),
    detach: (element) => void track.detach(element),
  };
  pictures.set(track, picture);
  return picture;
}
