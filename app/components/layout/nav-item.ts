export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** Marked as current only on this very page, not on those below it. */
  readonly end?: boolean;
}

/** Whom the members of an assembly can call or write to. */
export interface Contact {
  readonly name: string;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
}
