import { Link, type LinkProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

export interface ButtonLinkProps extends LinkProps, ButtonLook {
  readonly icon?: ReactNode;
}

export function ButtonLink({ tone, big, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link className={buttonClass({ tone, big }, className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
