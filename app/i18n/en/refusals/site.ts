export const siteRefusals = {} as const;
