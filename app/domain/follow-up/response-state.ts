/** Where the authority stands on a recommendation. */
export const responseStates = ["accepted", "accepted-in-part", "refused", "under-study", "carried-out"] as const;
export type ResponseState = (typeof responseStates)[number];
