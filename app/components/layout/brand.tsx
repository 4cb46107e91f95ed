import { Link } from "@remix-run/react";
import { Sign } from "../hemicycle/sign";

/** The sign and the name of where one is; it leads home. */
export function Brand({
  title,
  home,
  className = "flex-1",
}: {
  readonly title: string;
  readonly home: string;
  readonly className?: string;
}) {
  return (
    <Link
      to={home}
      className={`inline-flex min-h-target min-w-0 items-center gap-3 text-ink no-underline ${className}`}
    >
      <Sign />
      <strong className="line-clamp-2 leading-[1.2] desk:in-[.desk-top]:line-clamp-3">{title}</strong>
    </Link>
  );
}
