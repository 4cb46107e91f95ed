/** What a browser is started with for a made-up camera of 5 frames a second and a made-up microphone, granted without asking: two cores stay free. */
export const madeUpDevices = [
  "--use-fake-device-for-media-stream=fps=5",
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
];
