export const recruit = {} as const;
