import type { Catalogue } from "./catalogue";

/** The words of a language under the type by which all of them are asked: a test holds their keys against each other. */
export const asCatalogue = (words: object): Catalogue => words as Catalogue;
