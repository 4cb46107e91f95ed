export const liveRefusals = {} as const;
