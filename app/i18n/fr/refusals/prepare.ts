export const prepareRefusals = {} as const;
