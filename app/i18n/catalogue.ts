import type { catalogueEn } from "./catalogue.en";

/** The shape of a catalogue: English gives the keys and the variables of each text, French must have the same (tested). */
export type Catalogue = typeof catalogueEn;
export type Area = keyof Catalogue;
