export const sortitionRefusals = {} as const;
