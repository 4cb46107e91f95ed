/** "Somebody else" among the names of an address. */
export const SOMEONE_ELSE = "new";
