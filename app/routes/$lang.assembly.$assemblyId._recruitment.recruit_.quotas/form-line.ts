/** One value in the form. */
export interface FormLine {
  readonly feature: string;
  readonly value: string;
  readonly people: number;
  /** One seat more room here would help whoever has the least chance. */
  readonly tight?: boolean;
  readonly quota: {
    readonly min: number;
    readonly max: number;
    readonly minFlex?: number | undefined;
    readonly maxFlex?: number | undefined;
  } | null;
}
