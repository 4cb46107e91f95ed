export const recruitRefusals = {} as const;
