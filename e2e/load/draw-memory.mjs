// Loaded beside a command that is measured: tells its largest memory and its processor time when it ends.
process.on("exit", () => {
  const { maxRSS, userCPUTime } = process.resourceUsage();
  process.stderr.write(`peak memory ${Math.round(maxRSS / 1024)} MB, processor ${(userCPUTime / 1e6).toFixed(2)} s\n`);
});
