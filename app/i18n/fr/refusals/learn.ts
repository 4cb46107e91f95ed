export const learnRefusals = {} as const;
