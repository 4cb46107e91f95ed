import { useVideo, type VideoPerson } from "./video-context";
import { VideoTile } from "./video-tile";

export interface VideoGridProps {
  /** Names the list for readers: "Around the table". */
  readonly label: string;
  readonly columns?: number;
}

/**
 * A tile a person, in the order of `people`: a person keeps their place whoever comes and goes. Whoever else is in the room (somebody of
 * the team who looks in) stands after them: nobody listens unseen.
 */
export function VideoGrid({ label, columns = 2 }: VideoGridProps) {
  const { people, snapshot } = useVideo();
  const known = new Set(people.map(({ id }) => id));
  const guests: readonly VideoPerson[] = snapshot.people
    .filter(({ participationId }) => !known.has(participationId))
    .map(({ participationId, name }) => ({ id: participationId, name }));
  return (
    <ul
      className="video-grid max-w-none gap-2"
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      // On a phone the tiles stand in a line that is scrolled, by keyboard too.
      tabIndex={people.length > 2 ? 0 : undefined}
    >
      {[...people, ...guests].map((person) => (
        <li key={person.id}>
          <VideoTile
            person={person}
            seen={snapshot.people.find(({ participationId }) => participationId === person.id)}
          />
        </li>
      ))}
    </ul>
  );
}
