export const voteRefusals = {} as const;
