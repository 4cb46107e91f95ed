import { NavLink } from "@remix-run/react";
import type { NavItem } from "./nav-item";

export function NavList({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <ul className="max-w-none">
      {items.map(({ to, label, end }) => (
        <li key={to}>
          <NavLink to={to} end={end ?? false} prefetch="intent">
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
