/** Lets requests that wait be served, in the middle of something long. */
export function letOthersWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
