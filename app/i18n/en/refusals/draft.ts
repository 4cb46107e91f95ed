export const draftRefusals = {} as const;
