/** One value in the form. */
export interface FormLine {
  readonly feature: string;
  readonly value: string;
  readonly people: number;
  readonly quota: {
    readonly min: number;
    readonly max: number;
    readonly minFlex?: number | undefined;
    readonly maxFlex?: number | undefined;
  } | null;
}
