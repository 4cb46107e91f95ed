import { DAY_MS, MINUTE_MS } from "../kernel/clock";

/** A device stays signed in for the life of an assembly: each visit moves the end, a year at most. */
export const DEVICE_LIFE_MS = 365 * DAY_MS;
/** How long a repeated sign-in (a double click, a lost answer) is answered with the same device. */
export const SIGN_IN_REPEAT_MS = 10 * MINUTE_MS;
/** A device handed over at the desk answers its last request twice at most, then is signed out. */
export const HANDED_OVER_MS = MINUTE_MS;
