import { Link } from "@remix-run/react";
import { Sign } from "../hemicycle/sign";

/** The sign and the name of where one is; it leads home. */
export function Brand({ title, home }: { readonly title: string; readonly home: string }) {
  return (
    <Link to={home} className="brand">
      <Sign />
      <strong>{title}</strong>
    </Link>
  );
}
