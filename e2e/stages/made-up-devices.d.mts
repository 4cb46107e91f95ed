export const madeUpDevices: string[];
