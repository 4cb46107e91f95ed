export const vote = {} as const;
