import { type Participant, type Room, Track } from "livekit-client";
import type { MaySend } from "~/app/domain/deliberation/may-send";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Picture, SeenPerson } from "./video-room";

/** The participation that stands before the device in an identity. */
export function participationOf(identity: string): ParticipationId {
  return (identity.split(".")[0] ?? identity) as ParticipationId;
}

/** What the video server lets somebody send; null while it has not said. An empty list of sources is every source. */
export function permittedTo({ permissions }: Pick<Participant, "permissions">): MaySend | null {
  if (!permissions) return null;
  const { canPublish, canPublishSources } = permissions;
  if (!canPublish) return "nothing";
  const sources = canPublishSources.map(Track.sourceFromProto);
  return sources.length === 0 || sources.includes(Track.Source.Microphone) ? "camera-and-microphone" : "camera";
}

/** Everyone in the room, oneself first. */
export function seenPeople(room: Room): readonly SeenPerson[] {
  return [room.localParticipant, ...room.remoteParticipants.values()].map((participant) => ({
    identity: participant.identity,
    participationId: participationOf(participant.identity),
    name: participant.name ?? "",
    isMe: participant === room.localParticipant,
    speaking: participant.isSpeaking,
    microphoneOn: participant.isMicrophoneEnabled,
    picture: pictureOf(participant),
  }));
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
    attach: (element) => void track.attach(element),
    detach: (element) => void track.detach(element),
  };
  pictures.set(track, picture);
  return picture;
}
